"""Distances of events whose place is known only to a radius: as intervals, and in words."""

import math
from collections.abc import Callable
from typing import Protocol

import pandas as pd

from geo.events.sparse.defaults import UNSTATED_PRECISION

LOCALITY_M = 1_000  # The widest radius of a place that one number may represent.
WIDE_M = 100_000  # Intervals of this much to either side are rounded to 10 km.
# Lengths up to the first number are rounded to the second, and written in units of the third.
STEPS = (
    (995.0, 10, 1, "m"),
    (9_950.0, 100, 1_000, "km"),
    (1e8, 1_000, 1_000, "km"),
    (math.inf, 10_000, 1_000, "km"),
)


def distance_interval(
    distance_m: pd.Series, inside: pd.Series, radius_m: pd.Series, accuracy_m: float = 0.0
) -> pd.DataFrame:
    """Return between which distances an event lies that is known only to a radius.

    Parameters
    ----------
    distance_m, inside, radius_m : Series, n values
        Metres from the border, whether inside it, and how far the true place may be from the given.
    accuracy_m : float
        How far the true border may lie from the drawn one, metres.

    Returns
    -------
    DataFrame, n rows, indexed like `distance_m`
        low_m and high_m, metres, negative inside. As a move of r changes the signed distance by at
        most r, they are that distance minus and plus r, and the accuracy of the border; NaN where
        distance or radius is unknown.
    """
    signed = distance_m.where(~inside.astype(bool), -distance_m)
    doubt_m = radius_m + accuracy_m
    return pd.DataFrame({"low_m": signed - doubt_m, "high_m": signed + doubt_m})


def describe_distance(
    distance_m: float, inside: bool, doubt_m: float, location_precision: str
) -> str:
    """Return a distance in words, with no more digits than the precision of the place supports.

    One number where the distance is known to a kilometre and to a tenth of itself; otherwise the
    interval, rounded outwards.

    Parameters
    ----------
    distance_m : float
        Metres to the border, not negative.
    inside : bool
        Whether the place lies inside of what the border encloses.
    doubt_m : float
        By how many metres the distance may be wrong either way: the radius of the place, and the
        accuracy of the border.
    location_precision : str
        A word of the list of that name.

    Examples
    --------
    >>> describe_distance(451_222, False, 10, "exact")
    '451 km'
    >>> describe_distance(451_222, False, 1_000, "locality")
    'about 451 km'
    >>> describe_distance(453_000, False, 25_000, "region")
    '428 to 478 km'
    >>> describe_distance(620_400, False, 150_000, "country")
    '470 to 780 km'
    >>> describe_distance(37_120, True, 10, "exact")
    'inside, 37 km from the border'
    >>> describe_distance(37_120, True, 5_000, "town")
    'inside, 32 to 43 km from the border'
    >>> describe_distance(6_000, False, 10_000, "district")
    'near the border: between 4 km inside and 16 km outside'
    >>> describe_distance(6_000, True, 10_000, "district")
    'near the border: between 16 km inside and 4 km outside'
    >>> describe_distance(4_321, False, 10, "exact"), describe_distance(640, False, 10, "exact")
    ('4.3 km', '640 m')
    >>> describe_distance(640, False, 100, "vicinity")
    '540 to 740 m'
    >>> describe_distance(0, True, 0, "exact")
    'on the border'
    >>> describe_distance(451_222, False, float("nan"), "")
    '451 km, precision not stated'
    >>> describe_distance(451_222, False, 5_000, "not_stated")
    '446 to 457 km, precision not stated'
    >>> describe_distance(float("nan"), False, 10, "exact")
    'not known'
    """
    if not math.isfinite(distance_m):
        return "not known"
    if distance_m == 0 and doubt_m < 1:
        return "on the border"
    words = _describe_length(distance_m, inside, doubt_m, location_precision)
    is_stated = location_precision != UNSTATED_PRECISION and math.isfinite(doubt_m)
    return words if is_stated else f"{words}, precision not stated"


def _describe_length(
    distance_m: float, inside: bool, doubt_m: float, location_precision: str
) -> str:
    if distance_m < doubt_m:
        return _describe_both_sides(distance_m, inside, doubt_m)
    length = _length(distance_m, doubt_m, location_precision)
    return f"inside, {length} from the border" if inside else length


def _length(distance_m: float, doubt_m: float, location_precision: str) -> str:
    """Return one number, or the interval where one number would say too much."""
    if not math.isfinite(doubt_m):
        return _rounded(distance_m, distance_m, round)
    if doubt_m <= min(LOCALITY_M, distance_m / 10):
        about = "" if location_precision in ("exact", "vicinity") else "about "
        return about + _rounded(distance_m, distance_m, round)
    scale_m = distance_m + doubt_m if doubt_m < WIDE_M else math.inf
    low = _rounded(distance_m - doubt_m, scale_m, math.floor).split()[0]
    return f"{low} to {_rounded(distance_m + doubt_m, scale_m, math.ceil)}"


def _describe_both_sides(distance_m: float, inside: bool, doubt_m: float) -> str:
    """Return how far on each side of the border a place may lie that is known to both."""
    across, here = (
        _rounded(length, length, math.ceil)
        for length in (doubt_m - distance_m, doubt_m + distance_m)
    )
    within, beyond = (here, across) if inside else (across, here)
    words = f"between {within} inside and {beyond} outside"
    # A country's circle touches the border, and is near nothing.
    return f"near the border: {words}" if doubt_m < WIDE_M else words


def _rounded(length_m: float, scale_m: float, rounding: Callable[[float], int]) -> str:
    """Return a length in the unit and to the step that suit lengths of about `scale_m`."""
    _, step_m, unit_m, unit = next(step for step in STEPS if scale_m <= step[0])
    return f"{rounding(length_m / step_m) * step_m / unit_m:g} {unit}"


class Located(Protocol):
    """An event as far as its distance to a border goes: a row of the record's events."""

    distance_m: float
    inside: bool
    low_m: float
    high_m: float
    location_precision: str


def distance_words(event: Located) -> str:
    """Return the distance of an event in words, as precise as its place and the border are known.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> distance_words(SimpleNamespace(distance_m=451_222, inside=False, low_m=450_222,
    ...                                high_m=452_222, location_precision="locality"))
    'about 451 km'
    """
    # A row without a distance may say neither that it lies inside nor that it does not.
    inside = math.isfinite(event.distance_m) and bool(event.inside)
    doubt_m = (event.high_m - event.low_m) / 2
    return describe_distance(event.distance_m, inside, doubt_m, event.location_precision)
