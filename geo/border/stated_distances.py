"""How a distance that a speaker stated compares with what is measured."""

import math


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
    if math.isnan(low_m) or math.isnan(high_m):
        return ""
    nearest_km, farthest_km = max(low_m, -high_m, 0) / 1000, max(high_m, -low_m) / 1000
    beyond_km = max(nearest_km - stated_km, stated_km - farthest_km)
    if beyond_km < 0.5:
        return "within what is measured"
    word = "less" if stated_km < nearest_km else "more"
    return f"{beyond_km:,.0f} km {word} than measured"
