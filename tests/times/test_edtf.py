"""Times as people and archives write them."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.times import describe_when
from geo.times.edtf import UnsupportedTimeError, When, format_when, read_when

ZONES = ["UTC", "Asia/Aden", "Europe/Kyiv", "America/St_Johns", "Pacific/Chatham", "Asia/Kathmandu"]


def interval(text: str, zone: str = "UTC") -> tuple[str, str, str]:
    when = read_when(text, zone)
    return when.start.isoformat()[:16], when.end.isoformat()[:16], when.precision


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2023-05-03", "2023-05-03T00:00", "2023-05-04T00:00", "day"),
        ("2023-05", "2023-05-01T00:00", "2023-06-01T00:00", "month"),
        ("2024-02", "2024-02-01T00:00", "2024-03-01T00:00", "month"),
        ("2023", "2023-01-01T00:00", "2024-01-01T00:00", "year"),
        ("2023-05-XX", "2023-05-01T00:00", "2023-06-01T00:00", "month"),
        ("2023-XX-XX", "2023-01-01T00:00", "2024-01-01T00:00", "year"),
        ("202X", "2020-01-01T00:00", "2030-01-01T00:00", "years"),
        ("2023-05-03T02:27", "2023-05-03T02:27", "2023-05-03T02:28", "minute"),
        ("2023-05-03T02:27:45Z", "2023-05-03T02:27", "2023-05-03T02:28", "minute"),
        ("2023-05-03T02:27+03:00", "2023-05-02T23:27", "2023-05-02T23:28", "minute"),
        ("2023-05-02/2023-05-03", "2023-05-02T00:00", "2023-05-04T00:00", "days"),
        (
            "2023-05-02T21:00/2023-05-03T06:00",
            "2023-05-02T21:00",
            "2023-05-03T06:00",
            "part_of_day",
        ),
        ("2023-05-02/2023-05", "2023-05-02T00:00", "2023-06-01T00:00", "month"),
        ("2023-05-03~", "2023-05-02T00:00", "2023-05-05T00:00", "days"),
        ("2023-05?", "2023-04-01T00:00", "2023-07-01T00:00", "months"),
        ("2023%", "2022-01-01T00:00", "2025-01-01T00:00", "years"),
        ("2023-02-01/2023-05-03", "2023-02-01T00:00", "2023-05-04T00:00", "months"),
        ("2023-05-03T02:27~", "2023-05-03T01:27", "2023-05-03T03:28", "hour"),
    ],
)
def test_a_time_is_an_interval(text: str, start: str, end: str, precision: str) -> None:
    assert interval(text) == (start, end, precision)


def test_dates_and_clocks_without_an_offset_are_read_in_the_zone() -> None:
    assert interval("2023-11-19", "Asia/Aden")[:2] == ("2023-11-18T21:00", "2023-11-19T21:00")
    assert interval("2023-11-19T03:00", "Asia/Aden")[0] == "2023-11-19T00:00"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        *[(text, "an end after the /") for text in ("2023-05-02/..", "2023-05-02/")],
        *[(text, "a start before the /") for text in ("../2023-05-02", "/2023-05-02", "../..")],
        *[(text, "months, such as") for text in ("2023-21", "2023-24~", "2023-22/2023-05")],
    ],
)
def test_an_open_end_and_a_season_are_refused_with_what_is_wanted(text: str, wanted: str) -> None:
    with pytest.raises(UnsupportedTimeError, match=wanted):
        read_when(text)


def test_an_hour_that_the_clock_shows_twice_counts_both_times() -> None:
    # On 30 October 2022 the clocks of Kyiv went from 04:00 back to 03:00.
    assert interval("2022-10-30T03:10", "Europe/Kyiv")[:2] == (
        "2022-10-30T00:10",
        "2022-10-30T01:11",
    )


def test_a_day_without_midnight_starts_when_the_clock_does() -> None:
    # On 25 March 2022 the clocks of Damascus went from 00:00 to 01:00.
    assert interval("2022-03-25", "Asia/Damascus")[:2] == ("2022-03-24T22:00", "2022-03-25T21:00")


@pytest.mark.parametrize(
    "text",
    [
        *("", "..", "/", "../..", "soon", "03/05/2023", "2023-02-30", "2023-13-01", "2023-5-3"),
        *("2023-05-03T25:00", "2023-05-03T02:60", "0999", "3000", "Y-17000", "[2023,2024]"),
        *(
            "2023-05-03/2023-05-01",
            "2023-05-03/2023-05-04/2023-05-05",
            "٢٠٢٣-٠٥-٠٣",
        ),
        *("2024-05-04T14:00-16:00", "2024-05-04T14:00/2024-05-04T16:00+15:00"),
        *("9999-12-31T23:59", "9999-12-31T23:59:59-14:00", "9999-12-31~", "0001-01-01T00:00~"),
        "X" * 5_000,
    ],
)
def test_anything_but_a_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"a time|an end|a start"):
        read_when(text.rstrip(" "))


def test_a_time_of_day_that_the_clock_skipped_is_refused() -> None:
    with pytest.raises(ValueError, match="Europe/Berlin"):
        read_when("2022-03-27T02:30", "Europe/Berlin")


@given(st.text(alphabet="0123456789-/.~?%XTZ: +", max_size=40), st.sampled_from(ZONES))
def test_any_text_is_a_time_or_is_refused(text: str, zone: str) -> None:
    try:
        when = read_when(text, zone)
    except ValueError:
        return
    first, last = datetime(1000, 1, 1, tzinfo=UTC), datetime(3000, 1, 1, tzinfo=UTC)
    assert first - timedelta(days=1) <= when.start < when.end <= last + timedelta(days=1)


moments = st.datetimes(datetime(1970, 1, 2), datetime(2099, 12, 30)).map(
    lambda moment: moment.replace(second=0, microsecond=0, tzinfo=UTC)
)


@given(moments, st.integers(1, 60 * 24 * 400), st.sampled_from(ZONES))
def test_a_time_that_can_be_written_is_read_as_it_was(
    start: datetime, minutes: int, zone: str
) -> None:
    for precision in ("minute", "hour", "part_of_day", "day", "days", "week", "month", "year"):
        when = When(start, start + timedelta(minutes=minutes), precision)
        text = format_when(when, zone)
        assert text is None or read_when(text, zone) == when


@pytest.mark.parametrize("text", ["2023", "2023-05", "2023-05-03", "2023-05-03T02:27"])
@pytest.mark.parametrize("zone", ZONES)
def test_a_time_is_written_in_the_fewest_words(text: str, zone: str) -> None:
    assert format_when(read_when(text, zone), zone) == text


def describe(start: str, end: str, zone: str, precision: str) -> str:
    event = SimpleNamespace(
        start=pd.Timestamp(start), end=pd.Timestamp(end), tz=zone, time_precision=precision
    )
    return describe_when(event)


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
