"""A legend as HTML: the same rows in the app, which may set styles, and where none is allowed."""

import re
from pathlib import Path

import html5lib

from geo.drawing.colours.event_colours import Colouring, Shade
from geo.drawing.colours.palette import LIGHT
from geo.drawing.marks.marks import write_svg
from geo.publishing.parts.legend import describe_legend, write_swatches
from geo.publishing.templates import load_templates
from geo.story.current import StoryFiles, open_current
from geo.story.record import Record
from tests.event_texts import record
from tests.story_folders import write_story

RED, ORANGE, BLUE = LIGHT.hues[:3]
SHADES = (Shade("none", "Unused", BLUE), Shade("south", "<b>South</b>", RED))
COLOURING = Colouring("group", (*SHADES, Shade("north", "\u0634\u0645\u0627\u0644", ORANGE)), RED)


def read_rows(page: str) -> list[str]:
    found = html5lib.parse(page, namespaceHTMLElements=False).iter("li")
    return ["".join(row.itertext()) for row in found]


def open_record(folder: Path) -> Record:
    records = [record("one"), record("other", group="south", verification="verified")]
    return open_current(StoryFiles(write_story(folder, *records))).record


def render(**values: object) -> str:
    return load_templates(Path(__file__).parent).get_template("legend.html").render(values)


def test_a_legend_says_the_same_wherever_it_is(tmp_path: Path) -> None:
    values = describe_legend(open_record(tmp_path), COLOURING)
    app, file = render(**values), render(**values, mark=write_svg)
    rows = read_rows(app)
    assert rows == read_rows(file)
    assert rows[:4] == ["<b>South</b>", "\u0634\u0645\u0627\u0644", "Unverified", "Verified"]
    assert rows[-1] == "Border, and the distance to it"


def test_a_shade_has_the_colour_of_its_own_rule(tmp_path: Path) -> None:
    values = describe_legend(open_record(tmp_path), COLOURING)
    file = render(**values, mark=write_svg)
    assert "style=" not in file
    rules = write_swatches(COLOURING.shades, COLOURING.shades)
    for name, colour in re.findall(r"swatch-(\d).*?light-dark\(rgb(\(.*?\))", rules):
        assert (f'swatch-{name}"' in file) is (colour != str(BLUE))
