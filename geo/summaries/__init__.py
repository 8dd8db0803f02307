"""Counts and distributions that say what they are based on, for pages, files and notebooks."""

from geo.summaries.bins import stack_bars
from geo.summaries.count import ChartBasis, count_presence, format_count
from geo.summaries.crosstab import Crosstab, count_pairs, narrow_to_cell
from geo.summaries.distance.distance_over_time import DistanceOverTime, measure_distance_over_time
from geo.summaries.distance.distances_by_factor import DistancesByFactor, distribute_by_factor
from geo.summaries.distance.distribution import (
    DistanceDistribution,
    describe_inside,
    distribute_distances,
)
from geo.summaries.regions import count_regions, describe_regions
from geo.summaries.sentences import format_between
from geo.summaries.time.before_after import (
    BeforeAfter,
    choose_reference_event,
    compare_before_after,
)
from geo.summaries.time.cumulative import Cumulative, count_cumulative
from geo.summaries.time.hours import Hours, count_hours
from geo.summaries.time.multiples import Multiples, count_multiples
from geo.summaries.time.over_time import OverTime, count_over_time, snap_to_steps
from geo.summaries.time.rate import WeeklyRate, measure_weekly_rate

__all__ = [
    "BeforeAfter",
    "ChartBasis",
    "Crosstab",
    "Cumulative",
    "DistanceDistribution",
    "DistanceOverTime",
    "DistancesByFactor",
    "Hours",
    "Multiples",
    "OverTime",
    "WeeklyRate",
    "choose_reference_event",
    "compare_before_after",
    "count_cumulative",
    "count_hours",
    "count_multiples",
    "count_over_time",
    "count_pairs",
    "count_presence",
    "count_regions",
    "describe_inside",
    "describe_regions",
    "distribute_by_factor",
    "distribute_distances",
    "format_between",
    "format_count",
    "measure_distance_over_time",
    "measure_weekly_rate",
    "narrow_to_cell",
    "snap_to_steps",
    "stack_bars",
]
