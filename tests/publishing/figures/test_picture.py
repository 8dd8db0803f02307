"""Every drawing of a figure keeps to the grammar of its language, as wide as it is asked for."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import altair as alt
import pytest
from jsonschema import Draft7Validator

from geo.drawing.charts import choose_look
from geo.drawing.colours.palette import DARK, THEMES
from geo.errors import ExportError
from geo.publishing.figures import (
    build_chart,
    build_figure,
    describe_chart,
    describe_figure,
    draw_figure,
    draw_spec,
)
from geo.publishing.figures.picture import FigureFormat
from geo.publishing.site.pages.analysis_page import FIGURE_NAMES
from geo.publishing.site.plan.plan import Plan
from geo.story.view import open_view
from tests.event_texts import record
from tests.shipped_record import open_shipped
from tests.story_folders import write_story

SVG = "{http://www.w3.org/2000/svg}"


def test_a_chart_alone_is_drawn_as_wide_as_its_page_asks(plan: Plan) -> None:
    figure = build_figure(plan.view, "distances")
    assert figure is not None
    widths = (358, 880)
    chart = build_chart(figure, choose_look(plan.view, DARK))
    for width in widths:
        svg = draw_spec(describe_chart(chart, width), "svg")
        assert ET.fromstring(svg).get("width") == str(width)
        assert figure.title not in svg.decode()


@pytest.fixture(scope="module")
def grammar() -> Draft7Validator:
    """The grammar of Vega-Lite, of the version that Altair writes."""
    return Draft7Validator(alt.load_schema())


@pytest.mark.parametrize("name", FIGURE_NAMES)
def test_every_drawing_keeps_to_the_grammar_of_its_language(
    grammar: Draft7Validator, name: str
) -> None:
    # A record that has every figure.
    view = open_shipped()
    figure = build_figure(view, name)
    assert figure is not None
    looks = [choose_look(view, palette) for palette in THEMES.values()]
    light, dark = (build_chart(figure, look) for look in looks)
    whole = describe_figure(view, figure, looks[0], light, "https://news.example/")
    for spec in (describe_chart(light, 358), describe_chart(dark, 358), whole):
        # It raises where a word is none of the grammar.
        grammar.validate(json.loads(spec))


# What every object of JavaScript has, and so finds under a name that it was never given.
BORN_WITH = ["constructor", "toString", "hasOwnProperty", "valueOf", "__proto__", "isPrototypeOf"]


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_a_region_may_have_a_name_that_every_object_of_javascript_has(
    tmp_path: Path, kind: FigureFormat
) -> None:
    records = [record(f"e{at}", region=name) for at, name in enumerate(BORN_WITH)]
    view = open_view(write_story(tmp_path / "story", *records))
    for name in ("regions", "cross"):
        figure = build_figure(view, name)
        assert figure is not None, name
        drawn = draw_figure(view, figure, kind)
        assert drawn.startswith(b"\x89PNG" if kind == "png" else b"<svg")
        if kind == "svg" and name == "regions":
            texts = ["".join(one.itertext()) for one in ET.fromstring(drawn).iter(f"{SVG}text")]
            assert set(BORN_WITH) <= set(texts)


def test_a_drawing_that_failed_is_an_error() -> None:
    bars = {
        "data": {"values": [{"name": "constructor", "count": 1}]},
        "mark": "bar",
        "encoding": {"y": {"field": "name"}, "x": {"field": "count", "type": "quantitative"}},
    }
    for kind in ("svg", "png"):
        with pytest.raises(ExportError, match="a chart: found an error of the engine"):
            draw_spec(json.dumps(bars), kind)
