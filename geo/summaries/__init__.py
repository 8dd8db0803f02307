"""Counts and distributions that say what they are based on, for pages, files and notebooks."""

from geo.summaries.before_after import BeforeAfter, choose_reference_event, compare_before_after
from geo.summaries.bins import stack_bars
from geo.summaries.count import Basis, Count, count_presence, format_count
from geo.summaries.crosstab import Crosstab, count_pairs, narrow_to_cell
from geo.summaries.distance_over_time import DistanceOverTime, measure_distance_over_time
from geo.summaries.distances import DistanceDistribution, describe_inside, distribute_distances
from geo.summaries.hours import Hours, count_hours
from geo.summaries.over_time import OverTime, count_over_time, snap_to_steps
from geo.summaries.regions import count_regions, describe_regions
from geo.summaries.sentences import format_between

__all__ = [
    "Basis",
    "BeforeAfter",
    "Count",
    "Crosstab",
    "DistanceDistribution",
    "DistanceOverTime",
    "Hours",
    "OverTime",
    "choose_reference_event",
    "compare_before_after",
    "count_hours",
    "count_over_time",
    "count_pairs",
    "count_presence",
    "count_regions",
    "describe_inside",
    "describe_regions",
    "distribute_distances",
    "format_between",
    "format_count",
    "measure_distance_over_time",
    "narrow_to_cell",
    "snap_to_steps",
    "stack_bars",
]
