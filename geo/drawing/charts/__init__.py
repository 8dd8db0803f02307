"""Charts in the look of the map."""

from geo.drawing.charts.bars import (
    distance_chart,
    factor_chart,
    find_tallest,
    hour_chart,
    span_chart,
    time_chart,
)
from geo.drawing.charts.distance_over_time import MOST_DRAWN, distance_over_time_chart, within_chart
from geo.drawing.charts.look import LEFT_EDGE, Look, css
from geo.drawing.charts.multiples import multiples_chart
from geo.drawing.charts.notes import mark_notes, select_notes
from geo.drawing.charts.rates import cumulative_chart, rate_chart
from geo.drawing.charts.tables import crosstab_chart, regions_chart
from geo.drawing.charts.view_look import choose_chart_range, choose_look

__all__ = [
    "LEFT_EDGE",
    "MOST_DRAWN",
    "Look",
    "choose_chart_range",
    "choose_look",
    "crosstab_chart",
    "css",
    "cumulative_chart",
    "distance_chart",
    "distance_over_time_chart",
    "factor_chart",
    "find_tallest",
    "hour_chart",
    "mark_notes",
    "multiples_chart",
    "rate_chart",
    "regions_chart",
    "select_notes",
    "span_chart",
    "time_chart",
    "within_chart",
]
