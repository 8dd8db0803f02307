"""What the browser makes of the expressions in the layers of the events."""

import json
from collections.abc import Iterator
from typing import Protocol, cast

import pydeck
import pytest
from playwright.sync_api import Browser

from geo.drawing.browser.module import read_bundle
from geo.drawing.colouring import colour_by_group
from geo.drawing.layers import build_event_layers
from geo.drawing.palette import LIGHT
from geo.story.story_file import Group, Story

pytestmark = pytest.mark.browser

STORY = Story(
    title="Two drones",
    groups=(Group(id="kremlin", label="The Kremlin"), Group(id="other", label="Other")),
)


class Evaluate(Protocol):
    """Return what an accessor of a layer makes of a row."""

    def __call__(self, layer: str, accessor: str, **row: object) -> object: ...


EVALUATE = """([layer, accessor, row]) => {
  const classes = {[layer['@@type']]: deck[layer['@@type']]};
  const converter = new deck.JSONConverter({configuration: {classes}});
  const made = converter.convert({layers: [{...layer, data: []}]}).layers[0];
  return made.props[accessor](row);
}"""
PIN = {"group": "kremlin", "verification": "disputed", "pin": True, "r": 100}


@pytest.fixture(scope="module")
def value_of(browser: Browser) -> Iterator[Evaluate]:
    page = browser.new_page()
    page.add_script_tag(content=read_bundle().decode())
    colouring = colour_by_group(["kremlin", "other"], STORY, LIGHT)
    layers = build_event_layers("rows.json", colouring, LIGHT, lambda *_: "marks.png")
    written = json.loads(pydeck.Deck(layers=layers, map_provider=None).to_json())["layers"]
    discs, pins = written

    def evaluate(layer: str, accessor: str, **row: object) -> object:
        return page.evaluate(EVALUATE, [{"discs": discs, "pins": pins}[layer], accessor, row])

    yield evaluate
    page.close()


def colour_of(value_of: Evaluate, accessor: str, **row: object) -> list[int]:
    """Return red, green, blue and opacity that a disc gets."""
    return cast(list[int], value_of("discs", accessor, **row))


def test_a_pin_has_the_mark_of_its_group_and_verification(value_of: Evaluate) -> None:
    red = bytes(LIGHT.hues[0]).hex()
    assert value_of("pins", "getIcon", **PIN) == f"{red} disputed"


def test_an_unknown_group_is_grey(value_of: Evaluate) -> None:
    grey = bytes(LIGHT.grey).hex()
    assert value_of("pins", "getIcon", **PIN | {"group": "паром"}) == f"{grey} disputed"


def test_a_vague_place_has_no_mark_and_a_filled_disc(value_of: Evaluate) -> None:
    vague = PIN | {"pin": False, "r": 80_000}
    assert value_of("pins", "getIcon", **vague) == "none"
    assert value_of("discs", "getRadius", **vague) == 80_000
    assert colour_of(value_of, "getFillColor", **vague)[:3] == [*LIGHT.hues[0]]
    assert colour_of(value_of, "getFillColor", **vague)[3] > 0


def test_a_disc_beneath_a_pin_has_a_line_and_no_fill(value_of: Evaluate) -> None:
    assert colour_of(value_of, "getFillColor", **PIN)[3] == 0
    assert colour_of(value_of, "getLineColor", **PIN)[3] > 0


def test_the_more_is_verified_the_stronger_the_disc(value_of: Evaluate) -> None:
    words = ("verified", "partly_verified", "unverified")
    row = PIN | {"pin": False}
    fills = [colour_of(value_of, "getFillColor", **row | {"verification": w})[3] for w in words]
    assert fills == sorted(fills, reverse=True)
    assert len(set(fills)) == 3
