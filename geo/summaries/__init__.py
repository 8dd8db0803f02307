"""Counts and distributions that say what they rest on, for pages, files and notebooks."""

from geo.summaries.before_after import BeforeAfter, before_after, first_to_ask
from geo.summaries.count import Basis, Count, count_presence, number_of, plus
from geo.summaries.crossing import Crossing, cell_filters, cross
from geo.summaries.distances import Distances, describe_inside, distribute_distances
from geo.summaries.hours import Hours, count_hours
from geo.summaries.over_time import OverTime, count_over_time, touched
from geo.summaries.reach import Reach, reach_over_time
from geo.summaries.regions import count_regions, regions_takeaway
from geo.summaries.tally import stack

__all__ = [
    "Basis",
    "BeforeAfter",
    "Count",
    "Crossing",
    "Distances",
    "Hours",
    "OverTime",
    "Reach",
    "before_after",
    "cell_filters",
    "count_hours",
    "count_over_time",
    "count_presence",
    "count_regions",
    "cross",
    "describe_inside",
    "distribute_distances",
    "first_to_ask",
    "number_of",
    "plus",
    "reach_over_time",
    "regions_takeaway",
    "stack",
    "touched",
]
