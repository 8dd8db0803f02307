"""What a cell of an exported table says."""

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.importing.exports.cells import read_instant, read_number


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**53), 2**53))
def test_a_number_comes_back(number: float) -> None:
    assert read_number(str(number)) == number


@pytest.mark.parametrize("text", ["", "many", "1,5", "inf", "-Infinity", "nan", "1e999"])
def test_what_is_no_finite_number_stays_a_text(text: str) -> None:
    assert read_number(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2023-03-26T00:30:00Z", "2023-03-26T01:30:00+01:00"),
        ("2023-03-26T01:00:00Z", "2023-03-26T03:00:00+02:00"),
        ("2023-03-26T01:00:00", "2023-03-26T03:00:00+02:00"),
        ("soon", "soon"),
        ("", ""),
    ],
)
def test_an_instant_is_on_the_clock_across_a_change_of_time(text: str, shown: str) -> None:
    assert read_instant(text, ZoneInfo("Europe/Berlin")) == shown
