"""The layer of the events, as the browser is to draw it."""

import json

import pydeck as pdk

from geo.drawing.colours.event_colours import Colouring, Shade, colour_by_group
from geo.drawing.colours.palette import DARK, LIGHT, Palette
from geo.drawing.marks.event_layer import build_event_layer
from geo.drawing.marks.marks import MARKS
from geo.story.story_file import Group, Story

STORY = Story(
    title="Two bridges",
    groups=(Group(id="north", label="North"), Group(id="other", label="Other")),
)


def write(colouring: Colouring, palette: Palette = LIGHT) -> dict[str, object]:
    """Return the layer as the browser gets it."""
    layer = build_event_layer("rows.json", colouring, palette, lambda *_: "marks.png")
    (written,) = json.loads(pdk.Deck(layers=[layer], map_provider=None).to_json())["layers"]
    assert isinstance(written, dict)
    return written


def by_group(palette: Palette = LIGHT) -> Colouring:
    return colour_by_group(["north", "other"], STORY, palette)


def test_the_layer_reads_the_rows_and_can_be_picked() -> None:
    layer = write(by_group())
    assert (layer["@@type"], layer["id"]) == ("EventLayer", "events")
    assert layer["data"] == "rows.json"
    assert layer["pickable"] is True


def test_the_layer_has_no_expressions() -> None:
    assert "@@=" not in json.dumps(write(by_group()))


def test_each_group_has_its_colour_and_each_verification_its_mark() -> None:
    layer = write(by_group())
    assert layer["colours"] == {"north": [*LIGHT.hues[0]], "other": [*LIGHT.grey]}
    for table in ("markCells", "discFills"):
        words = layer[table]
        assert isinstance(words, dict)
        assert words.keys() == MARKS.keys()


def test_themes_differ_in_colours_alone() -> None:
    light, dark = write(by_group()), write(by_group(DARK), DARK)
    assert {name for name in light if light[name] != dark[name]} == {
        "colours",
        "otherColour",
        "halo",
    }


def test_a_word_of_a_file_is_a_word_and_no_expression() -> None:
    hostile = Colouring("group", (Shade("@@=alert", "Hostile", LIGHT.hues[0]),), LIGHT.grey)
    assert write(hostile)["colours"] == {"@@=alert": [*LIGHT.hues[0]]}


def test_a_spec_is_small_whatever_the_number_of_events() -> None:
    assert len(json.dumps(write(by_group()))) < 1_000
