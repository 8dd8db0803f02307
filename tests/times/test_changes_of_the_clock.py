"""Intervals in which a clock is put forward or back, in every zone: what it shows meanwhile."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from random import Random
from types import SimpleNamespace
from zoneinfo import ZoneInfo, available_timezones

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.times import (
    DAY,
    MINUTE,
    Range,
    describe_when,
    judge_membership,
    mask_steady,
    span_all_shown,
    span_shown,
)
from geo.times.when import format_when, read_when

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
def test_rare_changes_are_no_exception(zone: str, day: str) -> None:
    first = datetime.fromisoformat(f"{day}T00:00Z")
    check_zone(zone, [first - DAY, first, first + DAY])


def describe(start: str, end: str, zone: str, precision: str) -> str:
    event = SimpleNamespace(
        start=pd.Timestamp(start), end=pd.Timestamp(end), tz=zone, time_precision=precision
    )
    return describe_when(event)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        # On 30 October 2022 the clocks of Athens went from 04:00 back to 03:00.
        ("03:10+03:00", "03:20+02:00", "30 October 2022, between 00:10 and 01:20 UTC"),
        ("03:40+03:00", "03:10+02:00", "30 October 2022, between 00:40 and 01:10 UTC"),
        ("03:30+03:00", "03:30+02:00", "30 October 2022, between 00:30 and 01:30 UTC"),
        ("03:40+03:00", "03:50+03:00", "30 October 2022, between 03:40 and 03:50"),
        ("01:00+03:00", "02:00+03:00", "30 October 2022, between 01:00 and 02:00"),
    ],
)
def test_an_hour_that_is_repeated_is_given_in_utc(start: str, end: str, words: str) -> None:
    times = f"2022-10-30T{start}", f"2022-10-30T{end}"
    assert describe(*times, "Europe/Athens", "hour") == words


def test_a_missing_hour_is_given_in_utc() -> None:
    # On 27 March 2022 the clocks of Berlin went from 02:00 to 03:00.
    times = "2022-03-27T01:30+01:00", "2022-03-27T03:30+02:00"
    assert describe(*times, "Europe/Berlin", "hour") == (
        "27 March 2022, between 00:30 and 01:30 UTC"
    )


@pytest.mark.parametrize(
    ("day", "zone", "words"),
    [
        ("2022-03-25", "Asia/Damascus", "25 March 2022"),  # has no midnight
        ("2022-03-24", "Asia/Damascus", "24 March 2022"),  # ends at a midnight that is not shown
        ("2022-10-30", "Europe/Athens", "30 October 2022"),  # has 25 hours
        ("2022-11-06", "America/Havana", "6 November 2022"),  # has midnight twice
        ("2022-11-05", "America/Havana", "5 November 2022"),
        ("2010-11-06", "America/St_Johns", "6 November 2010"),  # ends a minute after midnight
        ("2011-12-29", "Pacific/Apia", "29 December 2011"),  # the 30th was left out
        ("2022-10", "Europe/Athens", "1 to 31 October 2022"),
    ],
)
def test_days_are_days_whatever_their_length(day: str, zone: str, words: str) -> None:
    when = read_when(day, zone)
    assert describe(when.start.isoformat(), when.end.isoformat(), zone, "day") == words
    assert format_when(when, zone) == day


def test_a_day_that_a_calendar_left_out_is_refused() -> None:
    with pytest.raises(ValueError, match="a day that the calendar of Pacific/Apia has"):
        read_when("2011-12-30", "Pacific/Apia")


def test_an_hour_around_a_time_that_was_skipped_can_be_meant() -> None:
    # 02:30~ and 03:30~ lie an hour around a time that no clock, or a clock, of Berlin showed.
    when = read_when("2022-03-27T03:30~", "Europe/Berlin")
    assert when.start <= datetime(2022, 3, 27, 1, tzinfo=UTC) < when.end


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2035, 12, 30)),
    st.sampled_from(ALL_ZONES),
)
def test_a_day_is_written_and_read_in_every_zone(moment: datetime, zone: str) -> None:
    day = moment.date().isoformat()
    try:
        when = read_when(day, zone)
    except ValueError:
        return
    words = describe(when.start.isoformat(), when.end.isoformat(), zone, "day")
    assert words == f"{moment.day} {moment:%B} {moment.year}"
    midnight = datetime.combine(moment.date(), time(), ZoneInfo(zone))
    assert abs(when.start - midnight) <= timedelta(hours=24)
