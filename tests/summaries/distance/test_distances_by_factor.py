"""Steps of distance, counted again by plain Python."""

import math
from itertools import pairwise

from hypothesis import given

from geo.link.filters import Filters, apply_filters
from geo.summaries import distribute_by_factor
from tests.summaries.plain import Plain, as_frame, choose, filters_of_any_kind, records_of_any_kind
from tests.summaries.recounting import check_bars, kept


@given(records_of_any_kind, filters_of_any_kind)
def test_the_title_of_steps_of_distance_says_what_was_found(
    record: list[Plain], filters: Filters
) -> None:
    events = as_frame(record)
    spread = distribute_by_factor(events, apply_filters(events, filters), "group")
    edges = (0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
    farthest = max([0.0, *(e.high for e, _ in kept(record, filters))])
    bars = {"inside the border": (-math.inf, 0.0)}
    for low, high in pairwise(edges):
        if low <= max(farthest, 0.5):
            bars[f"{low} to {high:,} km outside"] = (float(low), float(high))
    choices = [choose(e.low, e.high, word, bars) for e, word in kept(record, filters)]
    check_bars(spread.takeaway, choices, list(bars))
