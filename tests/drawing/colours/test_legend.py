"""The rows of a legend: what is in use, in order, each with a mark that every renderer draws."""

from pathlib import Path

import pytest

from geo.drawing.colours.event_colours import Colouring, Shade
from geo.drawing.colours.legend import (
    list_legend_words,
    list_notes,
    list_shades,
    list_verification,
)
from geo.drawing.colours.palette import LIGHT
from geo.story.current import StoryFiles, open_current
from geo.story.record import Record
from tests.event_texts import record
from tests.story_folders import write_story

ROOT = Path(__file__).parents[3]
RED, ORANGE = LIGHT.hues[:2]
COLOURING = Colouring("group", (Shade("north", "North", RED), Shade("coast", "Coast", ORANGE)), RED)


def open_record(folder: Path, *words: str) -> Record:
    """A record of one event for each word of verification."""
    records = [record(f"event-{at}", verification=word) for at, word in enumerate(words)]
    return open_current(StoryFiles(write_story(folder, *records))).record


def test_only_colours_in_use_are_explained() -> None:
    assert [shade.label for shade in list_shades(COLOURING, {"coast", "mars"})] == ["Coast"]
    assert list_shades(COLOURING, set()) == []


def test_only_words_in_use_are_explained_in_the_order_of_the_vocabulary() -> None:
    rows = list_verification({"unverified", "verified", "rumoured"})
    assert [row.label for row in rows] == ["Unverified", "Verified"]
    assert all(row.meaning.endswith(".") for row in rows)
    assert list_verification(set()) == []


def test_a_browser_is_given_the_words_of_its_record(tmp_path: Path) -> None:
    words = list_legend_words(open_record(tmp_path, "disputed", "verified", "disputed"))
    assert [word["id"] for word in words["verification"]] == ["verified", "disputed"]
    assert [word["label"] for word in words["colours"]] == ["By group", "By type of event"]
    assert [word["parameter"] for word in words["colours"]] == ["group", "type"]


def test_without_a_border_no_row_explains_one(tmp_path: Path) -> None:
    with_border = list_notes(open_record(tmp_path, "verified"))
    assert "border" in {row.id for row in with_border}
    story = tmp_path / "story.json"
    story.write_text('{"title": "No border"}', encoding="utf-8")
    without = list_notes(open_current(StoryFiles(tmp_path)).record)
    assert [row for row in with_border if row not in without] == [with_border[-1]]


@pytest.mark.parametrize("sheet", ["geo/drawing/browser/map/legend.css", "ui/styles/map.css"])
def test_each_note_has_a_mark_in_the_style_sheets(sheet: str, tmp_path: Path) -> None:
    style = (ROOT / sheet).read_text("utf-8")
    for row in list_notes(open_record(tmp_path, "verified")):
        assert f".{row.id} " in style.replace(",", " ").replace(")", " "), row
