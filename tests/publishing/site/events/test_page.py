"""The page of an event."""

from pathlib import Path

import pytest

from geo.publishing.site.plan.plan import plan_site
from geo.story.current import StoryFiles, open_current
from tests.event_texts import record
from tests.publishing.site.sites import BASE, Page, build, resolve
from tests.story_folders import point, write_story


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


def test_an_event_without_a_point_has_no_picture_of_a_place(tmp_path: Path) -> None:
    nowhere = record("nowhere", radius_m=None, location_precision=None, geometry=None)
    here = record("here", geometry=point(2.0, 0.5))
    site = build(plan_site(open_current(StoryFiles(write_story(tmp_path, here, nowhere))), BASE))
    page, other = (Page(site[f"events/{event}/index.html"]) for event in ("nowhere", "here"))
    assert page.find("img") == []
    assert page.meta("og:image") == f"{BASE}map.png"
    assert page.meta("og:image:alt") == (
        "Map of all events of the record; this one has no point on it"
    )
    assert not [path for path in site if path.startswith("events/nowhere/map")]
    (picture,) = other.find("img")
    path = resolve("events/here/index.html", picture["src"])
    assert path in site
    assert other.meta("og:image") == f"{BASE}{path}"
    assert other.meta("og:image:alt").startswith("Map of Bridge: ")
    # One of all events is there for those without their own.
    assert "map.png" in site


def test_where_no_picture_of_a_place_is_drawn_the_preview_says_what_it_shows(
    spare_site: dict[str, bytes],
) -> None:
    page = Page(spare_site["events/port/index.html"])
    assert page.find("img") == []
    assert page.meta("og:image:alt") == "Map of all events of the record"
