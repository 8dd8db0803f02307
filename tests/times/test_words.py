"""Times in words: short, and never one that a clock shows twice."""

from datetime import datetime, time, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo, available_timezones

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.times import Range, describe_range, describe_when
from geo.times.edtf import read_when

ALL_ZONES = sorted(available_timezones())


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


def test_a_range_within_a_month_names_the_month_once() -> None:
    assert describe_range(Range(datetime(2023, 5, 1), datetime(2023, 5, 4))) == "1 to 3 May 2023"


def test_a_range_over_new_year_names_both_years() -> None:
    words = describe_range(Range(datetime(2022, 12, 30), datetime(2023, 1, 3)))
    assert words == "30 December 2022 to 2 January 2023"


def test_a_range_of_one_minute_names_it_once() -> None:
    moment = datetime(2023, 5, 3, 2, 43)
    assert describe_range(Range(moment, moment + timedelta(minutes=1))) == "3 May 2023, 02:43"


def test_the_hour_that_a_night_has_twice_is_given_in_utc() -> None:
    start, end = pd.Timestamp("2023-10-29T00:30Z"), pd.Timestamp("2023-10-29T01:30Z")
    event = SimpleNamespace(start=start, end=end, tz="Europe/Kyiv", time_precision="hour")
    assert describe_when(event) == "29 October 2023, between 00:30 and 01:30 UTC"
