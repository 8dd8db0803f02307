"""Events a week, counted again by plain Python."""

import re
from datetime import timedelta

import pytest
from hypothesis import given

from geo.link.filters import Filters, apply_filters
from geo.summaries import measure_weekly_rate
from geo.times import Range
from tests.summaries.plain import (
    FIRST,
    Plain,
    as_frame,
    filters_of_any_kind,
    list_steps,
    records_of_any_kind,
)
from tests.summaries.recounting import LONGEST, kept

WEEK = timedelta(days=7)


@given(records_of_any_kind, filters_of_any_kind)
def test_a_rate_is_the_events_by_the_weeks(record: list[Plain], filters: Filters) -> None:
    events, range_ = as_frame(record), filters.range or LONGEST
    rate = measure_weekly_rate(events, apply_filters(events, filters), range_, "place")
    if range_.end - range_.start < 2 * WEEK:
        assert rate is None
        return
    assert rate is not None
    said, rows = rate.takeaway, kept(record, filters)
    if not rows:
        assert said == "No event to count in this range"
        return
    found = re.match(r"([\d.,]+)(?: to ([\d.,]+))? events a week on average", said)
    assert found
    weeks = (range_.end - range_.start) / WEEK
    sure = sum(word == "definite" for _, word in rows)
    for text, number in ((found[1], sure), (found[2] or found[1], len(rows))):
        # Two digits are said: half of the second one is the most that is rounded away.
        assert float(text.replace(",", "")) == pytest.approx(number / weeks, rel=0.05)
    steps = list_steps(range_, "week")
    free = [
        name
        for name, (start, end) in steps.items()
        if not any(e.start < end and e.end > start for e, _ in rows)
    ]
    clause = re.search(r"nothing was found in ([\d,]+) of the ([\d,]+) weeks", said)
    assert (int(clause[1]), int(clause[2])) == (len(free), len(steps)) if clause else not free


@pytest.mark.parametrize("days", [13, 14])
def test_a_rate_wants_two_weeks(days: int) -> None:
    events = as_frame([])
    range_ = Range(FIRST, FIRST + timedelta(days=days))
    rate = measure_weekly_rate(events, apply_filters(events, Filters()), range_, "place")
    assert (rate is None) == (days < 14)


def test_an_event_that_lasts_two_weeks_leaves_none_of_them_empty() -> None:
    made = Plain(
        FIRST + 4 * WEEK, FIRST + 6 * WEEK, 5, 6, "Lau", "a", "incident", "verified", "day"
    )
    events = as_frame([made])
    range_ = Range(FIRST, FIRST + 8 * WEEK)
    rate = measure_weekly_rate(events, apply_filters(events, Filters()), range_, "place")
    assert rate is not None
    # FIRST is a Sunday: its weeks start on Mondays, and the event overlaps three of nine.
    assert rate.takeaway == "0.12 events a week on average; nothing was found in 6 of the 9 weeks"
    assert rate.steps["definite"].sum() == 0
    assert rate.steps["possible"].sum() == 3
