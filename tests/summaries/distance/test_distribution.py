"""Distances of events, compared with filters by distance."""

import math
import re

from hypothesis import given

from geo.link.filters import Filters, apply_filters
from geo.link.reach import Reach
from geo.summaries import count_presence, distribute_distances
from tests.summaries.plain import (
    Bars,
    Plain,
    as_frame,
    choose,
    filters_of_any_kind,
    records_of_any_kind,
)
from tests.summaries.recounting import check_bars, kept
from tests.summaries.shipped import ONE, made, titles, view_of


def test_each_bar_of_distance_is_what_a_filter_by_reach_would_keep() -> None:
    view = view_of()
    events = view.record.events
    spread = distribute_distances(events, view.presence, "group")
    for bar, (definite, possible) in enumerate(spread.totals.itertuples(index=False)):
        high = bar * spread.width_km
        low = None if bar == 0 else high - spread.width_km
        kept = count_presence(apply_filters(events, Filters(reach=Reach(low, high))))
        assert (definite, possible) == (kept.definite, kept.possible)


def test_the_share_within_a_distance_lies_between_its_bounds() -> None:
    view = view_of()
    events = view.record.events
    spread = distribute_distances(events, view.presence, "group")
    assert (spread.within["definite"] <= spread.within["as_placed"]).all()
    assert (spread.within["as_placed"] <= spread.within["possible"]).all()
    for km, definite, placed, possible in spread.within.iloc[::40].itertuples(index=False):
        assert definite == sum(high <= km * 1000 for high in events["high_m"])
        assert possible == sum(low <= km * 1000 for low in events["low_m"])
        assert placed == sum(
            inside or away <= km * 1000
            for away, inside in zip(events["distance_m"], events["inside"], strict=True)
        )
    low, high = spread.halves_km or (0, 0)
    assert 2 * sum(each >= low * 1000 for each in events["low_m"]) >= len(events)
    assert 2 * sum(each <= high * 1000 for each in events["high_m"]) >= len(events)


def test_the_halves_of_an_even_number_leave_the_gap_between_its_middle_two() -> None:
    """Two near and two far: half lie within 20 km, half 300 km outside, and none at 160."""
    said = titles(*made(*[(*ONE[:3], km, km, "definite") for km in (10.0, 20.0, 300.0, 400.0)]))
    assert said["middle"] == (
        "At least half of the 4 lie within 20 km or inside the border; "
        "at least half lie 300 km or more from it"
    )


def test_one_event_whose_place_is_well_known_lies_in_one_bar_of_distance() -> None:
    said = titles(*made((*ONE[:3], 12.2, 12.4, "definite")))
    assert said["distance"] == "12 to 13 km outside: the one event with a distance"


@given(records_of_any_kind, filters_of_any_kind)
def test_the_title_of_distances_says_what_was_found(record: list[Plain], filters: Filters) -> None:
    events = as_frame(record)
    spread = distribute_distances(events, apply_filters(events, filters), "group")
    rows = kept(record, filters)
    width = spread.width_km
    bars: Bars = {"inside the border": (-math.inf, 0)}
    for bar in range(len(spread.totals) - 1):
        bars[f"{bar * width:,g} to {(bar + 1) * width:,g} km outside"] = (
            bar * width,
            (bar + 1) * width,
        )
    choices = [choose(e.low, e.high, word, bars) for e, word in rows]
    check_bars(spread.takeaway, choices, list(bars))


@given(records_of_any_kind, filters_of_any_kind)
def test_at_least_half_is_said_of_what_is_at_least_half(
    record: list[Plain], filters: Filters
) -> None:
    events = as_frame(record)
    said = distribute_distances(events, apply_filters(events, filters), "group").median_words
    rows = kept(record, filters)
    if not rows:
        assert said == "No event with a measured distance"
        return
    total = re.search(r"half of the ([\d,]*\d)", said)
    assert int(total[1]) == len(rows) if total else len(rows) == 1
    assert ("possible ones included" in said) == (
        len(rows) > 1 and any(word == "possible" for _, word in rows)
    )
    most = re.search(r"within ([\d,]+) km", said)
    least = re.search(r"half lie ([\d,]+) k?m or more from it", said)
    if "lie inside" in said or "lies inside" in said:
        assert 2 * sum(e.high < 0 for e, _ in rows) >= len(rows)
    elif most:
        within = int(most[1])
        assert 2 * sum(e.high <= within for e, _ in rows) >= len(rows)
        # Nothing less could be said.
        assert 2 * sum(e.high <= within - 1 for e, _ in rows) < len(rows)
    if least:
        assert 2 * sum(e.low >= int(least[1]) for e, _ in rows) >= len(rows)
        assert 2 * sum(e.low >= int(least[1]) + 1 for e, _ in rows) < len(rows)
