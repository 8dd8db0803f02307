"""Boxes all over the Earth whose maps tests draw."""

import shapely

from geo.border.boxes import Box
from geo.drawing.basemap.world.world_map import WORLD_PARTS

ALL = frozenset(WORLD_PARTS)
NO_HOME = shapely.Polygon()
STORIES: dict[str, Box] = {
    "a country": (42.0, 12.0, 54.0, 19.0),
    "a town": (12.3, 41.8, 12.6, 42.0),
    "180 degrees": (176.0, -19.5, -178.0, -15.5),
    "a pole": (-30.0, 80.0, 40.0, 84.0),
    "the other pole": (160.0, -84.0, 175.0, -77.0),
    "an ocean": (-150.0, -30.0, -148.0, -28.0),
    "the world": (-170.0, -56.0, 170.0, 72.0),
}
