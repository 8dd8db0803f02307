"""Events over time, compared with plain counting in the file."""

from collections import Counter
from datetime import datetime, timedelta

import pandas as pd
import pytest
from hypothesis import given

from geo.link.filters import Filters, apply_filters
from geo.summaries import count_over_time, snap_to_steps
from geo.summaries.time.over_time import choose_step, split_into_steps
from geo.times import Range
from tests.summaries.plain import (
    Plain,
    as_frame,
    choose,
    filters_of_any_kind,
    list_steps,
    records_of_any_kind,
)
from tests.summaries.recounting import LONGEST, check_bars, kept
from tests.summaries.shipped import RECORDS, WHOLE, place_in, view_of

SPRING = Range(datetime(2023, 2, 2), datetime(2023, 5, 3, 6))


def test_each_month_has_the_events_that_the_file_has_for_it() -> None:
    view = view_of()
    counted = count_over_time(view.record.events, view.presence, WHOLE, "place", "group")
    assert counted.step == "month"
    for start, end, word, definite, possible in counted.counts.itertuples(index=False):
        of_word = [each for each in RECORDS if each["properties"]["group"] == word]
        places = Counter(place_in(each, start, end) for each in of_word)
        assert (definite, possible) == (places["definite"], places["possible"])


def test_weeks_of_a_range_keep_what_lies_only_partly_in_it_as_possible() -> None:
    view = view_of(**{"from": "2023-02-02", "to": "2023-05-03T06:00"})
    counted = count_over_time(view.record.events, view.presence, SPRING, "place", "verification")
    assert counted.step == "week"
    for _, rows in counted.counts.groupby(["start", "end"]):
        start, end = rows["start"].iloc[0], rows["end"].iloc[0]
        places = Counter(place_in(each, start, end) for each in RECORDS)
        assert rows["definite"].sum() == places["definite"]
        assert rows["possible"].sum() == places["possible"]
    assert counted.basis.counted == len(RECORDS) - sum(
        place_in(each, SPRING.start, SPRING.end) == "outside" for each in RECORDS
    )


@pytest.mark.parametrize(
    ("length", "step"),
    [
        (timedelta(hours=9), "hour"),
        (timedelta(days=30), "day"),
        (timedelta(days=90), "week"),
        (timedelta(days=545), "month"),
        (timedelta(days=9000), "year"),
    ],
)
def test_no_chart_over_time_has_more_bars_than_a_phone_can_show(
    length: timedelta, step: str
) -> None:
    range_ = Range(datetime(2023, 1, 31, 22), datetime(2023, 1, 31, 22) + length)
    assert choose_step(range_) == step
    edges = split_into_steps(range_, choose_step(range_))
    assert (edges[0], edges[-1]) == (range_.start, range_.end)
    assert list(edges) == sorted(set(edges))
    assert len(edges) <= 125


def test_no_month_is_said_to_stand_out_where_another_may_hold_as_many() -> None:
    days = [
        ("2023-01-05", "2023-01-06"),
        ("2023-02-05", "2023-02-06"),
        ("2023-01-31", "2023-02-02"),
    ]
    events = pd.DataFrame(days, columns=["start_local", "end_local"]).apply(pd.to_datetime)
    events = events.astype("datetime64[us]").assign(group="one")
    presence = pd.Series("definite", index=events.index, dtype=object)
    counted = count_over_time(
        events, presence, Range(datetime(2022, 1, 1), datetime(2023, 3, 1)), "place", "group"
    )
    assert counted.takeaway == (
        "No month is certain to have the most: January 2023 has 1 to 2 of the 3 events found, "
        "February 2023 has 1 to 2"
    )
    assert counted.straddling == 1
    assert counted.totals.iloc[-2:].to_numpy().tolist() == [[1, 1], [1, 1]]


def test_a_month_that_the_range_cuts_is_one_of_this_range() -> None:
    view = view_of(**{"from": "2022-06-10", "to": "2023-08-20"})
    range_ = Range(datetime(2022, 6, 10), datetime(2023, 8, 21))
    counted = count_over_time(view.record.events, view.presence, range_, "place", "group")
    assert counted.takeaway.endswith(", more than any other month of this range")
    whole = view_of()
    counted = count_over_time(whole.record.events, whole.presence, WHOLE, "place", "group")
    assert counted.takeaway.endswith(", more than any other month")


def test_a_drag_takes_whole_steps_in_either_direction() -> None:
    edges = tuple(datetime(2023, month, 1) for month in (1, 2, 3, 4))
    days = (datetime(2023, month, 10) - datetime(1970, 1, 1) for month in (2, 3))
    first, last = (day.total_seconds() * 1000 for day in days)
    for drawn in ((first, last), (last, first)):
        assert snap_to_steps(drawn, edges) == Range(edges[1], edges[3])
    assert snap_to_steps((first, first), edges) == Range(edges[1], edges[2])
    assert snap_to_steps((-1e300, 1e300), edges) == Range(edges[0], edges[3])


@given(records_of_any_kind, filters_of_any_kind)
def test_the_title_over_time_says_what_was_found(record: list[Plain], filters: Filters) -> None:
    events, range_ = as_frame(record), filters.range or LONGEST
    counted = count_over_time(events, apply_filters(events, filters), range_, "place", "group")
    bars = list_steps(range_, choose_step(range_))
    choices = [choose(e.start, e.end, word, bars) for e, word in kept(record, filters)]
    check_bars(counted.takeaway, choices, list(bars))
