"""A figure holds all that its chart is drawn from."""

import pickle
from dataclasses import replace

import pytest

from geo.drawing.charts import choose_look
from geo.drawing.colours.palette import DARK
from geo.link.analysis import FIGURES
from geo.publishing.figures import build_chart, build_figure
from geo.publishing.site.pages.analysis_page import FIGURE_NAMES
from tests.shipped_record import open_shipped


@pytest.mark.parametrize("name", FIGURE_NAMES)
def test_a_figure_holds_all_that_its_chart_is_drawn_from(name: str) -> None:
    figures = [build_figure(open_shipped(), name) for _ in range(2)]
    assert figures[0] is not None
    assert figures[1] is not None
    assert figures[0].hash_drawing() == figures[1].hash_drawing()
    other = build_figure(open_shipped("?verification=unverified"), name)
    assert other is None or other.hash_drawing() != figures[0].hash_drawing()
    look = choose_look(open_shipped(), DARK)
    copy = replace(figures[0], draw=pickle.loads(pickle.dumps(figures[0].draw)))
    assert build_chart(copy, look) == build_chart(figures[0], look)


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_has_the_name_that_links_ask_for(name: str) -> None:
    figure = build_figure(open_shipped("?compare=group:moscow_region&group=kremlin"), name)
    assert figure is not None
    assert figure.name == name
