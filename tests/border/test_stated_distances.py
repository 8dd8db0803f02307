"""What a speaker says of a distance, beside what is measured."""

import math

import pytest

from geo.border.stated_distances import compare_stated


@pytest.mark.parametrize(
    ("stated_km", "low_m", "high_m", "words"),
    [
        (5, 5_000, 13_000, "within what is measured"),
        (13, 5_000, 13_000, "within what is measured"),
        (13.4, 5_000, 13_000, "within what is measured"),
        (13.6, 5_000, 13_000, "1 km more than measured"),
        (0, 5_000, 13_000, "5 km less than measured"),
        (1_500, 100, 300, "1,500 km more than measured"),
        # Inside, where the numbers are negative.
        (9, -13_000, -5_000, "within what is measured"),
        (16, -13_000, -5_000, "3 km more than measured"),
        # On either side of the border: all from none to the farther end is possible.
        (0, -2_000, 7_000, "within what is measured"),
        (7, -2_000, 7_000, "within what is measured"),
        (6.9, -8_000, 1_000, "within what is measured"),
        (9, -2_000, 7_000, "2 km more than measured"),
        (9, math.nan, math.nan, ""),
    ],
)
def test_only_what_cannot_be_is_called_more_or_less(
    stated_km: float, low_m: float, high_m: float, words: str
) -> None:
    assert compare_stated(stated_km, low_m, high_m) == words
