"""Intervals in which a clock is put forward or back, in every zone: what it shows meanwhile."""

from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random
from zoneinfo import ZoneInfo, available_timezones

import numpy as np
import pandas as pd
import pytest

from geo.times import (
    DAY,
    MINUTE,
    Range,
    judge_membership,
    mask_steady,
    span_all_shown,
    span_shown,
)

ALL_ZONES = sorted(available_timezones())
YEARS = range(1990, 2036)


def list_days_of_change(zone: str) -> list[datetime]:
    """Return the days of UTC in which a zone's offset changes, by asking for every midnight."""
    clock = ZoneInfo(zone)
    days = [datetime(YEARS[0], 1, 1, tzinfo=UTC) + n * DAY for n in range(366 * len(YEARS))]
    offsets = [day.astimezone(clock).utcoffset() for day in days]
    return [days[n] for n in range(len(days) - 1) if offsets[n] != offsets[n + 1]]


def read_clock(start: datetime, end: datetime, zone: str) -> list[datetime]:
    """Return what the clock shows in each minute of an interval, by arithmetic in UTC."""
    clock, minutes = ZoneInfo(zone), (end - start) // MINUTE
    return [(start + n * MINUTE).astimezone(clock).replace(tzinfo=None) for n in range(minutes)]


def make_intervals(day: datetime, zone: str) -> Iterator[tuple[datetime, datetime]]:
    """Yield intervals in and around a day in which the clock changes."""
    chance = Random(f"{zone} {day}")
    for most in (5, 90, 400, 1700, 4000):
        start = day + chance.randrange(-200, 1500) * MINUTE
        yield start, start + chance.randrange(1, most) * MINUTE


def check_zone(zone: str, days: list[datetime]) -> None:
    """Compare what is said of intervals with what the clock showed in each of their minutes."""
    rows = [interval for day in days for interval in make_intervals(day, zone)]
    if not rows:
        return
    columns = dict(zip(("start", "end"), zip(*rows, strict=True), strict=True))
    events = pd.DataFrame(columns).astype("datetime64[us, UTC]").assign(tz=zone)
    events = events.join(span_all_shown(events["start"], events["end"], events["tz"]))
    steady = mask_steady(events["start"], events["end"], events["tz"])
    for n, (start, end) in enumerate(rows):
        shown = read_clock(start, end, zone)
        event = events.iloc[[n]]
        span = span_shown(start, end, ZoneInfo(zone))
        assert (span.start, span.end) == (min(shown), max(shown) + MINUTE)
        assert (event["start_local"].iloc[0], event["end_local"].iloc[0]) == (span.start, span.end)
        plain = Range(shown[0], shown[0] + len(shown) * MINUTE)
        clock = np.array(shown, "datetime64[m]")
        utc = np.datetime64(start.replace(tzinfo=None), "m") + np.arange(len(shown))
        assert not steady[n] or plain == span
        chance = Random(str(start))
        for _ in range(4):
            first = min(shown) + chance.randrange(-90, 200) * MINUTE
            range_ = Range(first, first + chance.randrange(1, 400) * MINUTE)
            ends = np.array([range_.start, range_.end], "datetime64[m]")
            inside = (ends[0] <= clock) & (clock < ends[1])
            word = judge_membership(event, range_, "place").iloc[0]
            assert (word == "definite") == inside.all()
            assert word != "outside" or not inside.any()
            inside = (ends[0] <= utc) & (utc < ends[1])
            word = judge_membership(event, range_, "utc").iloc[0]
            expected = "definite" if inside.all() else "possible" if inside.any() else "outside"
            assert word == expected


# Every zone and change takes a quarter of an hour: `check_zone(zone, list_days_of_change(zone))`.
@pytest.mark.parametrize("zone", [*ALL_ZONES[::41], "Asia/Damascus", "America/St_Johns"])
def test_an_event_is_definite_or_outside_only_where_all_its_instants_are(zone: str) -> None:
    check_zone(zone, list_days_of_change(zone)[::7])


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Pacific/Apia", "2011-12-29"),  # the next day was left out
        ("Asia/Gaza", "2011-08-01"),
        ("Africa/Casablanca", "2012-07-20"),
        ("Antarctica/Troll", "2023-03-26"),  # two hours
        ("Australia/Lord_Howe", "2023-04-01"),  # half an hour
    ],
)
def test_rare_changes_are_not_an_exception(zone: str, day: str) -> None:
    first = datetime.fromisoformat(f"{day}T00:00Z")
    check_zone(zone, [first - DAY, first, first + DAY])
