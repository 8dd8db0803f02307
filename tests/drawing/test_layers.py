"""The layers of the events, as the browser is to draw them."""

import json
from typing import TypedDict

import pydeck as pdk

from geo.drawing.colouring import Colouring, Shade, colour_by_group
from geo.drawing.layers import build_event_layers
from geo.drawing.palette import DARK, LIGHT, Palette
from geo.story.story_file import Group, Story

STORY = Story(
    title="Two bridges",
    groups=(Group(id="north", label="North"), Group(id="other", label="Other")),
)


class Layer(TypedDict):
    """What a test reads of a layer, as the browser gets it."""

    id: str
    data: str
    pickable: bool
    getRadius: str
    radiusMinPixels: float
    getFillColor: str
    iconMapping: dict[str, object]


def spec(colouring: Colouring, palette: Palette = LIGHT) -> list[Layer]:
    layers = build_event_layers("rows.json", colouring, palette, lambda *_: "marks.png")
    written: list[Layer] = json.loads(pdk.Deck(layers=layers, map_provider=None).to_json())[
        "layers"
    ]
    return written


def by_group(palette: Palette = LIGHT) -> Colouring:
    return colour_by_group(["north", "other"], STORY, palette)


def test_every_layer_of_events_reads_the_same_rows_and_can_be_picked() -> None:
    layers = spec(by_group())
    assert [layer["id"] for layer in layers] == ["events-discs", "events-pins"]
    assert all(layer["data"] == "rows.json" and layer["pickable"] for layer in layers)


def test_discs_have_their_true_size_in_metres() -> None:
    discs = spec(by_group())[0]
    assert discs["getRadius"] == "@@=r"
    assert "radiusUnits" not in discs
    assert discs["radiusMinPixels"] > 0


def test_addresses_and_units_are_words_and_no_expressions() -> None:
    for layer in spec(by_group()):
        words = {name: value for name, value in layer.items() if not name.startswith("get")}
        assert not [name for name, value in words.items() if str(value).startswith("@@=")]


def test_every_mark_that_an_expression_can_name_is_in_the_picture() -> None:
    pins = spec(by_group())[1]
    for shade in by_group().shades:
        assert f"{bytes(shade.colour).hex()} disputed" in pins["iconMapping"]


def test_light_and_dark_have_different_marks() -> None:
    light, dark = spec(by_group())[1], spec(by_group(DARK), DARK)[1]
    assert light["iconMapping"].keys() != dark["iconMapping"].keys()


def test_a_word_of_a_file_cannot_end_its_string() -> None:
    hostile = Colouring("group", (Shade('x" ? alert : "', "Hostile", LIGHT.hues[0]),), LIGHT.grey)
    assert r'group == "x\" ? alert : \""' in spec(hostile)[0]["getFillColor"]


def test_a_spec_is_small_whatever_the_number_of_events() -> None:
    assert len(json.dumps(spec(by_group()))) < 6_000
