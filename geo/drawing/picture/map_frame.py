"""Where on the sheet the map lies, and which part of the world it shows."""

import math
from dataclasses import dataclass

import numpy as np

from geo.border.geodesic import measure_parallel
from geo.events.geometry.arrays import Flags, Floats
from geo.link.camera import Camera
from geo.link.mercator import HIGHEST_LAT, to_latitude, to_northing

_TILE_PX = 512  # Width of the whole world at zoom 0 in deck.gl.
_MARGIN_PX = 14.0
_ZOOMS = (0.0, 12.0)


@dataclass(frozen=True)
class MapFrame:
    """A rectangle of the sheet that shows the world in Web Mercator.

    Attributes
    ----------
    left, top, width, height : float
        In drawing units, from the sheet's upper left corner.
    camera : Camera
        Shown in the middle.
    """

    left: float
    top: float
    width: float
    height: float
    camera: Camera

    @property
    def world_px(self) -> float:
        """Width of the whole world."""
        return float(_TILE_PX * 2**self.camera.zoom)

    @property
    def middle(self) -> tuple[float, float]:
        """Where the camera's position lies on the sheet."""
        return self.left + self.width / 2, self.top + self.height / 2

    def project(self, lon: Floats | float, lat: Floats | float) -> Floats:
        """Return where positions lie on the sheet, shape (n, 2), right and down.

        Longitudes are not wrapped: 181 lies to the right of 180.
        """
        x, y = self.middle
        right = (np.asarray(lon) - self.camera.lon) / 360 * self.world_px
        down = (to_northing(self.camera.lat) - to_northing(lat)) * self.world_px
        return np.column_stack([x + right, y + down])

    def place(self, lon: Floats | float, lat: Floats | float) -> Floats:
        """Return where points lie on the sheet, each on the side that is nearer to the camera."""
        nearer = (np.asarray(lon) - self.camera.lon + 180) % 360 - 180 + self.camera.lon
        return self.project(nearer, lat)

    def bounds(self) -> tuple[float, float, float, float]:
        """Return west, south, east, north; west may lie below -180, east above 180."""
        half = self.width / 2 / self.world_px * 360
        reach = self.height / 2 / self.world_px
        north, south = (
            to_latitude(to_northing(self.camera.lat) + side * reach).item() for side in (1, -1)
        )
        return self.camera.lon - half, south, self.camera.lon + half, north

    def metres_per_px(self, lat: Floats | float) -> Floats:
        """Return how many metres one drawing unit covers along the parallel, on WGS 84."""
        return measure_parallel(np.clip(lat, -HIGHEST_LAT, HIGHEST_LAT)) / self.world_px

    def contains(self, points: Floats, margin: Floats | float = 0) -> Flags:
        """Return a mask of the points of the sheet that lie in the frame."""
        x, y = points.T
        across = (x >= self.left - margin) & (x <= self.left + self.width + margin)
        mask: Flags = across & (y >= self.top - margin) & (y <= self.top + self.height + margin)
        return mask

    def scale_bar(self, widest: float) -> tuple[float, float]:
        """Return the longest round length that fits, in metres, and its width on the sheet.

        True along the parallel in the middle of the map, on WGS 84; beyond the map's highest
        latitude, along that.
        """
        per_px = float(self.metres_per_px(self.camera.lat))
        power = 10 ** math.floor(math.log10(per_px * widest))
        metres = next(n * power for n in (5, 2, 1) if n * power <= per_px * widest)
        return float(metres), metres / per_px


def fit_bounds(bounds: tuple[float, float, float, float], width: float, height: float) -> Camera:
    """Return the camera that shows west, south, east, north; west > east crosses 180 degrees.

    Examples
    --------
    >>> fit_bounds((170.0, -30.0, -170.0, -10.0), 500, 500).lon
    180.0
    """
    west, south, east, north = bounds
    east += 360 if east < west else 0
    low, high = to_northing(south).item(), to_northing(north).item()
    shares = (
        (east - west) / 360 / max(1, width - 2 * _MARGIN_PX),
        (high - low) / max(1, height - 2 * _MARGIN_PX),
    )
    zoom = -math.log2(max(*shares, 1e-12) * _TILE_PX)
    lon = (east + west) / 2
    lon = lon if abs(lon) <= 180 else (lon + 180) % 360 - 180
    lowest, highest = _ZOOMS
    return Camera(lon, to_latitude((low + high) / 2).item(), min(highest, max(lowest, zoom)))
