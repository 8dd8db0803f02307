"""Two times of day: a range as a person reads it, or a question where it may be several."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.importing.dates.clock import read_clock
from geo.importing.dates.meaning import UnclearClock
from tests.importing.reading import import_text, only

# As from and to on a clock of 24 hours; "+" is the next day.
RANGES = {
    "0900-1100": "09:00 11:00",
    "9am-5": "09:00 17:00",
    "1400-1600": "14:00 16:00",
    "14:00-16": "14:00 16:00",
    "11:30-12:30pm": "11:30 12:30",
    "10-2pm": "10:00 14:00",
    "11-1am": "23:00 +01:00",
    "11pm-1": "23:00 +01:00",
    "12-1pm": "12:00 13:00",
    "12-1am": "00:00 01:00",
    "9-9pm": "09:00 21:00",
    "1130-1230pm": "11:30 12:30",
    "10:00-2pm": "10:00 14:00",
    "9am-5pm": "09:00 17:00",
    "14:00–16:00": "14:00 16:00",
    "14:00-16:00 (local)": "14:00 16:00",
    "9.30-11.30": "09:30 11:30",
    "9-11:30": "09:00 11:30",
    "06:00-22:00": "06:00 22:00",
    "from 14:00 to 05:00": "14:00 +05:00",
    "14-16 Uhr": "14:00 16:00",
    "14-16h": "14:00 16:00",
    "von 14 bis 16 Uhr": "14:00 16:00",
    "zwischen 14:00 und 16:00": "14:00 16:00",
    "de 14h à 16h": "14:00 16:00",
    "entre 14h30 et 16h": "14:30 16:00",
    "с 14:00 до 16:00": "14:00 16:00",
    "между 14:00 и 16:00": "14:00 16:00",
    "з 14:00 до 16:00": "14:00 16:00",
    "de las 14:00 a las 16:00": "14:00 16:00",
    "entre las 14:00 y las 16:00": "14:00 16:00",
    "14:00 or 15:00": "14:00 15:01",
    "14:00 или 15:00": "14:00 15:01",
}


def count_minutes(clock: str) -> int:
    hours, minutes = clock.removeprefix("+").split(":")
    return 60 * int(hours) + int(minutes) + 1440 * clock.startswith("+")


@pytest.mark.parametrize(("text", "wanted"), RANGES.items())
def test_a_range_is_read_as_a_person_reads_it(text: str, wanted: str) -> None:
    clock = read_clock(text)
    assert clock is not None
    assert [clock.first, clock.last] == [count_minutes(one) for one in wanted.split()]
    assert clock.offset == ""


@pytest.mark.parametrize(
    "text",
    [
        *("14:00-05:00", "1400-0500", "14:00-5", "09:00 -11:00", "9am -5", "09:00-8am"),
        *("9:00-5:00", "from 9:00 to 5:00", "14:00-14:00", "9am-9am", "2 or 3 am", "9-5 Uhr"),
        *("23:30 or 00:30", "14:00Z-16:00+03:00"),
    ],
)
def test_what_may_be_two_times_is_refused(text: str) -> None:
    with pytest.raises(UnclearClock):
        read_clock(text)


@pytest.mark.parametrize("text", ["1400-1600Z", "1400Z-1600Z", "1400Z-1600", "14:00-16:00 UTC"])
def test_an_offset_behind_a_range_is_that_of_both(text: str) -> None:
    clock = read_clock(text)
    assert clock is not None
    assert (clock.first, clock.last, clock.offset) == (840, 960, "Z")


@given(st.integers(0, 1439), st.integers(1, 720))
def test_half_a_day_at_most_is_a_range_whatever_its_clocks(first: int, length: int) -> None:
    left, right = (f"{at // 60 % 24:02d}{at % 60:02d}" for at in (first, first + length))
    clock = read_clock(f"{left}-{right}")
    assert clock is not None
    assert (clock.first, clock.last, clock.offset) == (first, first + length, "")


@given(st.integers(1, 12), st.integers(1, 12), st.sampled_from(["am", "pm"]), st.booleans())
def test_a_half_of_the_day_is_copied_only_within_twelve_hours(
    left: int, right: int, half: str, is_left: bool
) -> None:
    text = f"{left}{half}-{right}" if is_left else f"{left}-{right}{half}"
    clock = read_clock(text)
    assert clock is not None
    assert 0 < clock.last - clock.first <= 720
    # Each end shows the number that is written, and one of them has the half.
    assert [clock.first // 60 % 12, clock.last // 60 % 12] == [left % 12, right % 12]
    named = clock.first if is_left else clock.last
    assert named % 1440 // 720 == (half == "pm")


def import_date(text: str) -> str:
    return str(only(import_text(f"title,date\na,{text}\n"))["when"])


@pytest.mark.parametrize(
    "text", ["2024-05-04 0900-1100", "2024-05-04 9-11am", "4 May 2024 0900-1100"]
)
def test_a_range_after_a_date_is_one(text: str) -> None:
    assert import_date(text) == "2024-05-04T09:00/2024-05-04T11:00"


def test_two_clocks_after_a_date_in_numbers_are_an_offset_only_where_one_is_meant() -> None:
    assert import_date("2024-05-04T09:00-11:00") == "2024-05-04T09:00-11:00"
    assert import_date("2024-05-04 09:00:00-11:00") == "2024-05-04T09:00-11:00"
    assert import_date("2024-05-04 14:00-16:00") == "2024-05-04T14:00/2024-05-04T16:00"
    for text in ("2024-05-04 09:00-11:00", "2024-05-04T14:00-16:00", "2024-05-04 14:00+15:00"):
        [rejected] = import_text(f"title,date\na,{text}\n").rejected
        assert rejected.column == "date"
        assert "offset" in rejected.wanted


def test_a_range_that_may_be_an_offset_says_how_each_is_written() -> None:
    [rejected] = import_text("title,date,time\na,2024-05-04,14:00-05:00\n").rejected
    assert rejected.reason == (
        "time: found '14:00-05:00', wanted a range such as 14:00 to 17:00 or 2pm-5pm, or an "
        "offset such as 14:00 UTC-05:00"
    )
