"""What a clock shows, and when, on days on which it is put forward or back."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from geo.times.local import (
    find_changes,
    find_end,
    find_instants,
    find_plain_range,
    find_start,
    find_whole_days,
)

PARIS = ZoneInfo("Europe/Paris")
SAMOA = ZoneInfo("Pacific/Apia")
BEIRUT = ZoneInfo("Asia/Beirut")


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_a_skipped_moment_is_never_shown_and_starts_with_the_change() -> None:
    skipped = datetime(2023, 3, 26, 2, 30)
    assert find_instants(skipped, PARIS) is None
    assert find_end(skipped, PARIS) is None
    assert find_start(skipped, PARIS) == utc("2023-03-26T01:00")


def test_a_repeated_moment_has_two_instants() -> None:
    assert find_instants(datetime(2023, 10, 29, 2, 30), PARIS) == (
        utc("2023-10-29T00:30"),
        utc("2023-10-29T01:30"),
    )


def test_a_day_without_midnight_starts_when_the_clock_skips_it() -> None:
    assert find_start(datetime(2022, 3, 27), BEIRUT) == utc("2022-03-26T22:00")


@pytest.mark.parametrize(
    ("zone", "start", "end", "changes"),
    [
        (PARIS, "2023-01-01", "2024-01-01", ["2023-03-26T01:00", "2023-10-29T01:00"]),
        # After a start and before an end: at neither.
        (PARIS, "2023-03-26T01:00", "2023-10-29T01:00", []),
        # The day on which Samoa went to the other side of the date line.
        (SAMOA, "2011-12-30", "2011-12-31", ["2011-12-30T10:00"]),
        (UTC, "2023-01-01", "2024-01-01", []),
    ],
)
def test_changes_of_a_clock_are_those_of_the_calendar(
    zone: ZoneInfo, start: str, end: str, changes: list[str]
) -> None:
    assert find_changes(utc(start), utc(end), zone) == [utc(change) for change in changes]


@pytest.mark.parametrize(
    ("day", "hours"), [("2023-03-26", 23), ("2023-10-29", 25), ("2023-05-03", 24)]
)
def test_a_day_is_whole_whatever_its_length(day: str, hours: int) -> None:
    start = datetime.fromisoformat(day).replace(tzinfo=PARIS).astimezone(UTC)
    whole = find_whole_days(start, start + timedelta(hours=hours), PARIS)
    assert whole is not None
    assert (whole.start.isoformat()[:10], whole.length) == (day, timedelta(days=1))
    assert find_whole_days(start, start + timedelta(hours=hours, minutes=1), PARIS) is None
    # A plain range says how long it was; on a day with a change it cannot.
    is_plain = find_plain_range(start, start + timedelta(hours=hours), PARIS) is not None
    assert is_plain is (hours == 24)
