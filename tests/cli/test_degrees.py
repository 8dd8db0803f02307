"""Degrees as people write them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.cli.degrees import parse_degrees


@pytest.mark.parametrize(
    ("text", "axis", "degrees"),
    [
        ("55.75°", "lat", 55.75),
        ("55°45′00″N", "lat", 55.75),
        ("37° 37' 12\" E", "lon", 37.62),
        ("S 12,5", "lat", -12.5),
        ("-0.5", "lat", -0.5),
        ("1e-3", "lon", 0.001),
        ("  ", "lon", None),
    ],
)
def test_degrees_are_read_as_people_write_them(text: str, axis: str, degrees: float | None) -> None:
    assert parse_degrees(text, "lon" if axis == "lon" else "lat") == pytest.approx(degrees)


@pytest.mark.parametrize(
    "text",
    [
        "91",
        "north",
        "12 E",
        "-12 S",
        "N 12 S",
        "12°60′",
        "12.5°30′",
        "nan",
        "inf",
        "1e999",
        "1,2,3",
    ],
)
def test_anything_but_a_latitude_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        parse_degrees(text, "lat")


@given(st.text(alphabet="0123456789.,°′″'\"NSEW+-e ", max_size=20))
def test_any_text_is_degrees_or_is_refused(text: str) -> None:
    try:
        degrees = parse_degrees(text, "lat")
    except ValueError:
        return
    assert degrees is None or -90 <= degrees <= 90
