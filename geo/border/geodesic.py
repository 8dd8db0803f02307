"""Lengths on the WGS 84 ellipsoid, and how the straight chord through the Earth bounds them.

A chord costs a subtraction, a geodesic a hundred times as much. What is known about a geodesic
from its chord alone lets a search look at chords and stay right.
"""

import numpy as np
import pyproj

from geo.events.geometry.arrays import Floats

WGS84 = pyproj.Geod(ellps="WGS84")
EQUATOR_M = WGS84.a
SQUARED_AXES = 1 - WGS84.es  # (b / a)²
FLATTEST_M = EQUATOR_M / np.sqrt(SQUARED_AXES)  # a²/b, the largest radius of curvature, at a pole
ROUNDEST_M = EQUATOR_M * SQUARED_AXES  # b²/a, the smallest, northwards at the equator


def to_ecef(lon: Floats | float, lat: Floats | float) -> Floats:
    """Return Earth-centred x, y, z in metres, shape (..., 3), of degrees at height 0."""
    lon, lat = np.radians(lon), np.radians(lat)
    normal = EQUATOR_M / np.sqrt(1 - WGS84.es * np.sin(lat) ** 2)
    from_axis = normal * np.cos(lat)
    return np.stack(
        [from_axis * np.cos(lon), from_axis * np.sin(lon), normal * SQUARED_AXES * np.sin(lat)],
        axis=-1,
    )


def measure_parallel(lat: Floats | float) -> Floats:
    """Return the length of the parallel at a latitude, once around the Earth, in metres.

    Examples
    --------
    >>> round(float(measure_parallel(60.0)) / 360)
    55800
    """
    x, y, _ = np.moveaxis(to_ecef(0.0, lat), -1, 0)
    length: Floats = 2 * np.pi * np.hypot(x, y)
    return length


def longest_chord(length_m: Floats) -> Floats:
    """Return the longest chord that a geodesic of this length can have, in metres.

    Notes
    -----
    Proof that c <= 2 R sin(s/2R) with R = a²/b, for a geodesic g of length s <= pi R and chord c.
    Let f(s) = c². As g'' = k N (k normal curvature, N unit normal inwards), f'' = 2 - 2 k h, where
    h is the depth of g(0) below the tangent plane at g(s). On the ellipsoid x'Mx = 1 that depth is
    c² u'Mu / (2 |Mx|), with u the chord's direction, so h >= c²/2R; and k >= 1/R. Hence
    f'' + f/R² <= 2, which 4 R² sin²(s/2R) solves with equality from the same start (Sturm).
    """
    half_angle: Floats = np.minimum(length_m / (2 * FLATTEST_M), np.pi / 2)
    chord: Floats = 2 * FLATTEST_M * np.sin(half_angle)
    return chord


def arc_length(start: Floats, end: Floats) -> Floats:
    """Return the approximate geodesic length between ECEF positions of shape (..., 3), in metres.

    The chord is bent to a circle with the normal curvature of the path at its middle (Meusnier and
    Euler, written for the ellipsoid's implicit equation). `arc_error` says how good that is.
    """
    chord, middle = end - start, start + end
    chord_2 = np.einsum("...i,...i", chord, chord)
    height_2 = middle[..., 2] ** 2
    from_axis_2 = middle[..., 0] ** 2 + middle[..., 1] ** 2
    northwards = chord[..., 2] ** 2 / np.where(chord_2 > 0, chord_2, 1)
    curvature = (
        (1 + northwards * (1 / SQUARED_AXES - 1))
        * np.sqrt(
            (from_axis_2 + height_2 / SQUARED_AXES) / (from_axis_2 + height_2 / SQUARED_AXES**2)
        )
        / EQUATOR_M
    )
    sine = np.minimum(np.sqrt(chord_2) * curvature / 2, 1)
    length: Floats = 2 / curvature * np.arcsin(sine)
    return length


def arc_error(length_m: Floats) -> Floats:
    """Return how far `arc_length` can be off, in metres: 0.3 mm at 400 km, 7 m at 3,000 km.

    Measured, not proven, on 200,000 random paths for each of nine lengths up to 3,000 km, against
    Karney's inverse: the worst error grows with the fifth power of the length.
    """
    return 3e-4 * (length_m / 400e3) ** 5


def inverse(
    lon: Floats | float, lat: Floats | float, to_lon: Floats | float, to_lat: Floats | float
) -> tuple[Floats, Floats]:
    """Return the azimuth at the start, in degrees, and the length in metres, of each geodesic.

    Karney (2013), doi:10.1007/s00190-012-0578-z, as PROJ implements it: good to 15 nanometres.
    """
    ends = np.broadcast_arrays(lon, lat, to_lon, to_lat)
    start_lon, start_lat, end_lon, end_lat = (np.array(end, dtype=float) for end in ends)
    azimuth, _, length_m = WGS84.inv(start_lon, start_lat, end_lon, end_lat)
    return azimuth, length_m
