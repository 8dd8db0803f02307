"""docs/format.md is what the model says."""

from dataclasses import fields

import pytest

from docs.write_format import PAGE, describe_format
from geo.events import Actor, Claim, Event, Source, parse_events
from geo.events.guide import ACTOR, CLAIM, EVENT, PART_GUIDES, SOURCE
from geo.events.vocabulary import VOCABULARY


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == describe_format(), "run make docs"


@pytest.mark.parametrize(
    ("entries", "model"), [(EVENT, Event), (CLAIM, Claim), (ACTOR, Actor), (SOURCE, Source)]
)
def test_every_member_is_explained(entries: dict[str, object], model: type) -> None:
    members = {member.name for member in fields(model)}
    assert set(entries) - {"when"} == members


def test_every_word_is_on_the_page() -> None:
    page = describe_format()
    for words in VOCABULARY.values():
        for name, word in words.items():
            assert f"| `{name}` | {word.label} | {word.meaning} |" in page


def test_the_example_of_the_page_is_read() -> None:
    text = PAGE.read_text("utf-8")
    lines = [line for line in text.splitlines() if line.startswith("    ")]
    reading = parse_events("\n".join(lines).encode())
    assert reading.events.index.tolist() == ["ship-1"]
    assert reading.rejected == ()
    assert reading.notes == ()


def test_what_may_be_missing_is_never_needed() -> None:
    for _, defaults, required in PART_GUIDES.values():
        assert not set(defaults) & set(required)
