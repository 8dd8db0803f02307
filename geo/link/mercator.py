"""Web Mercator (EPSG:3857), the projection of every map: how far north a latitude lies."""

import numpy as np
from numpy.typing import NDArray

# Every map ends here: the poles lie at infinity.
HIGHEST_LAT = 85.0


def to_northing(lat: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """Return how far north of the equator latitudes lie, as a share of the world's width.

    Parameters
    ----------
    lat : float or array of float
        Degrees; beyond `HIGHEST_LAT` it counts as that.

    Examples
    --------
    >>> to_northing(np.array([60.0, 0.0, -85.0, -90.0])).round(4).tolist()
    [0.2096, 0.0, -0.4984, -0.4984]
    """
    northing: NDArray[np.float64] = np.arcsinh(
        np.tan(np.radians(np.clip(lat, -HIGHEST_LAT, HIGHEST_LAT)))
    ) / (2 * np.pi)
    return northing


def to_latitude(northing: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """Return the latitudes of `to_northing`, degrees.

    >>> to_latitude(to_northing(60.0)).round(9).item()
    60.0
    """
    latitude: NDArray[np.float64] = np.degrees(np.arctan(np.sinh(np.asarray(northing) * 2 * np.pi)))
    return latitude
