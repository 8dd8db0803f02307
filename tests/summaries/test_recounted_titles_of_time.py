"""The titles of rates, running numbers, small multiples and steps of distance, counted again."""

import math
import re
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given

from geo.link.filters import Filters, apply_filters
from geo.summaries import (
    count_cumulative,
    count_multiples,
    distribute_by_factor,
    measure_weekly_rate,
)
from geo.summaries.over_time import choose_step
from geo.times import Range
from tests.summaries.plain import (
    FIRST,
    Plain,
    as_frame,
    choose,
    filters_of_any_kind,
    list_steps,
    list_worlds,
    records_of_any_kind,
)
from tests.summaries.test_recounted_titles import WHOLE, check_bars, kept

WEEK = timedelta(days=7)


@given(records_of_any_kind, filters_of_any_kind)
def test_a_rate_is_the_events_by_the_weeks(record: list[Plain], filters: Filters) -> None:
    events, range_ = as_frame(record), filters.range or WHOLE
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


@given(records_of_any_kind, filters_of_any_kind)
def test_half_of_the_events_lie_before_and_from_the_days_that_are_said(
    record: list[Plain], filters: Filters
) -> None:
    events, range_ = as_frame(record), filters.range or WHOLE
    said = count_cumulative(events, apply_filters(events, filters), range_, "place").takeaway
    rows = kept(record, filters)
    if not rows:
        assert said == "No event to count in this range"
        return
    pattern = r"(\d+ \w+ \d{4})(?:, (\d\d:\d\d))?"
    last = re.search(rf"before {pattern}", said)
    first = re.search(rf"on {pattern} or later", said)
    assert first
    assert last
    before, since = (read_day(*each.groups()) for each in (last, first))
    assert 2 * sum(e.end <= before for e, _ in rows) >= len(rows)
    assert 2 * sum(e.start >= since for e, _ in rows) >= len(rows)
    # Neither could be said of a step less.
    step = timedelta(minutes=1) if last[2] else timedelta(days=1)
    assert 2 * sum(e.end <= before - step for e, _ in rows) < len(rows)
    assert 2 * sum(e.start >= since + step for e, _ in rows) < len(rows)
    total = re.search(r"half of the ([\d,]+)", said)
    assert int(total[1].replace(",", "")) == len(rows) if total else len(rows) == 1


def read_day(day: str, clock: str | None) -> datetime:
    return datetime.strptime(f"{day} {clock or '00:00'}", "%d %B %Y %H:%M")


@given(records_of_any_kind, filters_of_any_kind)
def test_a_step_leads_in_as_many_groups_as_are_said(record: list[Plain], filters: Filters) -> None:
    events, range_ = as_frame(record), filters.range or WHOLE
    presence = apply_filters(events, filters)
    said = count_multiples(events, presence, range_, "place", "group").describe("group")
    rows = kept(record, filters)
    bars = list_steps(range_, choose_step(range_))
    leads: dict[str, int] = dict.fromkeys(bars, 0)
    groups = {e.group for e, _ in rows}
    for group in groups:
        choices = [choose(e.start, e.end, word, bars) for e, word in rows if e.group == group]
        if math.prod(map(len, choices)) >= 3000:
            # Too many ways to try them all; the other groups are tried by other records.
            return
        worlds = list(list_worlds(choices))
        for bar in bars:
            others = [other for other in bars if other != bar]
            if all(world[bar] > max([0, *(world[b] for b in others)]) for world in worlds):
                leads[bar] += 1
    most = max(leads.values(), default=0)
    best = [bar for bar, number in leads.items() if number == most]
    if not groups:
        assert said == "No event was found in a group"
    elif not most:
        assert "is certain to have the most" in said
    else:
        found = re.search(r"month|week|day|hour|year", said)
        assert found
        words = {len(groups): "each of the", 1: "the one group"}
        of_all = re.search(r"in (\d+) of the (\d+) groups", said)
        if of_all:
            assert (int(of_all[1]), int(of_all[2])) == (most, len(groups))
        else:
            assert most == len(groups)
            assert words[1] in said if len(groups) == 1 else words[len(groups)] in said
        named = [bar for bar in bars if bar.lower() in said.lower()]
        assert set(best) <= set(named) or said.startswith(f"{len(best):,} ")


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
