"""Every drawing of a figure keeps to the grammar of its language, as wide as it is asked for."""

import json
import xml.etree.ElementTree as ET

import altair as alt
import pytest

from geo.drawing.charts import choose_look
from geo.drawing.palette import DARK, THEMES
from geo.publishing.figures import (
    build_chart,
    build_figure,
    describe_chart,
    describe_figure,
    draw_spec,
)
from geo.publishing.site import Plan
from geo.publishing.site.analysis_page import FIGURE_NAMES
from tests.shipped_record import open_shipped


def test_a_chart_alone_is_drawn_as_wide_as_its_page_asks(plan: Plan) -> None:
    figure = build_figure(plan.view, "distances")
    assert figure is not None
    widths = (358, 880)
    chart = build_chart(figure, choose_look(plan.view, DARK))
    for width in widths:
        svg = draw_spec(describe_chart(chart, width), "svg")
        assert ET.fromstring(svg).get("width") == str(width)
        assert figure.title not in svg.decode()


@pytest.mark.parametrize("name", FIGURE_NAMES)
def test_every_drawing_keeps_to_the_grammar_of_its_language(name: str) -> None:
    # A record that has every figure.
    view = open_shipped()
    figure = build_figure(view, name)
    assert figure is not None
    looks = [choose_look(view, palette) for palette in THEMES.values()]
    light, dark = (build_chart(figure, look) for look in looks)
    whole = describe_figure(view, figure, looks[0], light, "https://news.example/")
    for spec in (describe_chart(light, 358), describe_chart(dark, 358), whole):
        # It raises where a word is none of the grammar.
        alt.Root.validate(json.loads(spec))
