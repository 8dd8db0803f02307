"""The page of an event."""

import pytest

from tests.publishing.site.sites import Page


def test_an_event_page_holds_its_claims_sources_and_corrections(pages: dict[str, bytes]) -> None:
    text = " ".join(Page(pages["events/port/index.html"]).text.split())
    for words in (
        "Fire in the port",
        "The governor",
        "Said that saboteurs had killed a guard.",
        "The place was changed was: a now: b, c Why: The quay was <named> wrongly",
        "106 to 117 km",
    ):
        assert words in text, words
    parts = {has.get("class", "") for _, has in Page(pages["events/port/index.html"]).tags}
    assert {"box box-known", "box box-unknown", "stretch", "ledger check"} <= parts


@pytest.mark.parametrize("path", ["events/port/index.html", "corrections/index.html"])
def test_what_was_corrected_stands_in_words(pages: dict[str, bytes], path: str) -> None:
    text = " ".join(Page(pages[path]).text.split())
    assert "The place was changed was: a now: b, c Why: The quay was <named> wrongly" in text
