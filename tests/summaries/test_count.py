"""Definite, possible, outside and hidden are all events."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from geo.link.filters import Filters, apply_filters
from geo.link.reach import Reach
from geo.summaries import (
    count_hours,
    count_over_time,
    count_pairs,
    count_presence,
    count_regions,
    distribute_distances,
)
from geo.times import Range
from tests.shipped_record import open_shipped
from tests.summaries.shipped import RECORDS, WHOLE

filters_of_any_kind = st.builds(
    Filters,
    range=st.none()
    | st.tuples(st.integers(0, 800), st.integers(1, 400)).map(
        lambda days: Range(
            datetime(2022, 1, 1) + timedelta(days=days[0]),
            datetime(2022, 1, 1) + timedelta(days=days[0] + days[1], hours=days[1] % 24),
        )
    ),
    zone=st.sampled_from(["place", "utc"]),
    words=st.fixed_dictionaries(
        {
            "verification": st.frozensets(
                st.sampled_from(["verified", "partly_verified", "unverified"])
            )
        }
    ),
    voices=st.frozensets(st.sampled_from(["any_party_denies", "one_origin_only"])),
    reach=st.none()
    | st.tuples(st.integers(-50, 400), st.integers(0, 500)).map(
        lambda ends: Reach(float(ends[0]), float(ends[0] + ends[1]))
    ),
    text=st.sampled_from(["", "drone", "Кремль", "no such word"]),
)


@given(filters_of_any_kind)
def test_definite_possible_outside_and_hidden_are_all_events_whatever_is_asked(
    filters: Filters,
) -> None:
    events = open_shipped().record.events
    presence = apply_filters(events, filters)
    count = count_presence(presence)
    assert count.definite + count.possible + count.outside + count.hidden == len(RECORDS)
    if filters == Filters(range=filters.range, zone=filters.zone):
        assert count.definite + count.possible + count.outside == len(RECORDS)
    # Every chart rests on what is shown, or says how much of it was left out.
    spread = distribute_distances(events, presence, "group")
    hours = count_hours(events, presence, filters.zone, "group")
    table = count_pairs(events, presence, "region", "group")
    regions, basis = count_regions(events, presence, filters.zone)
    over_time = count_over_time(events, presence, WHOLE, filters.zone, "group")
    for one in (spread.basis, hours.basis, table.basis, basis, over_time.basis):
        assert one.total == count.shown
    assert int(regions[["definite", "possible"]].to_numpy().sum()) == basis.counted
    assert int(table.numbers()[["definite", "possible"]].to_numpy().sum()) == table.basis.counted
