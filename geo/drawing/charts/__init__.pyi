from .bars import distance_chart, factor_chart, hour_chart, span_chart, time_chart
from .distance_over_time import distance_over_time_chart, within_chart
from .extents import MOST_DRAWN, find_tallest
from .look import Look, css
from .multiples import multiples_chart
from .rates import cumulative_chart, rate_chart
from .tables import crosstab_chart, regions_chart
from .view_look import choose_chart_range, choose_look, select_notes

__all__ = [
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
    "multiples_chart",
    "rate_chart",
    "regions_chart",
    "select_notes",
    "span_chart",
    "time_chart",
    "within_chart",
]
