"""How a distance that a speaker or a text states compares with what is measured."""

import math
from typing import NamedTuple

# What is off by less counts as measured, kilometres.
_TOLERATED_KM = 0.5


class _Reach(NamedTuple):
    nearest_km: float
    farthest_km: float


def compare_stated(stated_km: float, low_m: float, high_m: float) -> str:
    """Return in words how a stated distance to a border differs from the measured one.

    Parameters
    ----------
    stated_km : float
        Without a side: a speaker says how far it is, seldom on which side.
    low_m, high_m : float
        Between which distances the place lies, metres, negative inside; NaN if nobody knows.

    Returns
    -------
    str
        What is less than half a kilometre off counts as measured; empty if nothing is measured.

    Examples
    --------
    >>> compare_stated(12.5, 5_000, 13_000)
    'within what is measured'
    >>> compare_stated(20, 5_000, 13_000)
    '7 km more than measured'
    >>> compare_stated(1, -13_000, -5_000)
    '4 km less than measured'
    """
    reach = _find_reach(low_m, high_m)
    if reach is None:
        return ""
    beyond_km = max(reach.nearest_km - stated_km, stated_km - reach.farthest_km)
    if beyond_km < _TOLERATED_KM:
        return "within what is measured"
    word = "less" if stated_km < reach.nearest_km else "more"
    return f"{beyond_km:,.0f} km {word} than measured"


def may_be_measured(least_km: float, most_km: float, low_m: float, high_m: float) -> bool:
    """Return whether a distance between two bounds may be the measured one.

    Parameters
    ----------
    least_km, most_km : float
        Without a side, as in `compare_stated`; of "more than 20 km" the most is infinite.
    low_m, high_m : float
        As in `compare_stated`; what nobody knows may be anything.

    Examples
    --------
    >>> may_be_measured(13.4, 13.4, 5_000, 13_000), may_be_measured(20, 30, 5_000, 13_000)
    (True, False)
    >>> may_be_measured(10, math.inf, 5_000, 13_000), may_be_measured(0, 2, -9_000, -4_000)
    (True, False)
    >>> may_be_measured(1, 1, math.nan, math.nan)
    True
    """
    reach = _find_reach(low_m, high_m)
    if reach is None:
        return True
    return max(reach.nearest_km - most_km, least_km - reach.farthest_km) < _TOLERATED_KM


def _find_reach(low_m: float, high_m: float) -> _Reach | None:
    """Return how near and how far a place may lie, on either side; None if nobody knows."""
    if math.isnan(low_m) or math.isnan(high_m):
        return None
    return _Reach(max(low_m, -high_m, 0) / 1000, max(high_m, -low_m) / 1000)
