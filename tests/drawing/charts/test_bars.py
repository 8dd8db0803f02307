"""Charts of bars keep to the grammar of their language."""

import altair as alt

from geo.drawing.charts import choose_look, time_chart
from geo.drawing.colours.palette import DARK
from geo.publishing.figures import note_range
from geo.publishing.figures.over_time import count_view_over_time
from tests.shipped_record import open_shipped


def test_a_chart_to_drag_over_keeps_to_the_grammar_too() -> None:
    view = open_shipped()
    noted = note_range(view, [])
    look = choose_look(view, DARK)
    chart = time_chart(count_view_over_time(view, noted), look, brush=True, notes=noted.ranges)
    spec = chart.to_dict()
    assert [one["name"] for one in spec["params"]] == ["brush"]
    alt.Root.validate(spec)
