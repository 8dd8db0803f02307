"""Distances of events, compared with filters by distance."""

import math

import pytest

from geo.link.filters import Filters, apply_filters
from geo.link.reach import Reach
from geo.summaries import (
    count_presence,
    distribute_distances,
    measure_distance_over_time,
)
from tests.summaries.shipped import (
    ONE,
    RECORDS,
    WHOLE,
    clock,
    made,
    titles,
    view_of,
)


def test_the_farthest_so_far_is_a_running_maximum_of_near_ends() -> None:
    view = view_of()
    reach = measure_distance_over_time(view.record.events, view.presence, WHOLE, "place", "group")
    records = {each["id"]: each for each in RECORDS}
    low_km = view.record.events["low_m"] / 1000
    for moment, reported, checked in reach.farthest[
        ["moment", "reported_km", "checked_km"]
    ].itertuples(index=False):
        past = [
            (low_km[id_], each["properties"]["verification"])
            for id_, each in records.items()
            if clock(each, "end") <= moment and each["properties"]["kind"] != "context"
        ]
        far = [km for km, word in past if km > 0 and word not in ("false", "retracted")]
        near = [km for km, word in past if km > 0 and word in ("verified", "partly_verified")]
        assert reported == pytest.approx(max(far)) if far else math.isnan(reported)
        assert checked == pytest.approx(max(near)) if near else math.isnan(checked)


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
