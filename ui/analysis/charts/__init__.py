"""Charts of the analysis in the look of the map."""

from ui.analysis.charts.bars import distance_chart, hour_chart, span_chart, tallest, time_chart
from ui.analysis.charts.look import Look, css
from ui.analysis.charts.reach import MOST_DRAWN, reach_chart, within_chart

__all__ = [
    "MOST_DRAWN",
    "Look",
    "css",
    "distance_chart",
    "hour_chart",
    "reach_chart",
    "span_chart",
    "tallest",
    "time_chart",
    "within_chart",
]
