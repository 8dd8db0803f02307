"""Places, squares and geodesics that the tests of borders share."""

from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely
from geographiclib.geodesic import Geodesic
from hypothesis import strategies as st
from shapely import Point, box

from geo.border import Border, distance_to_border, read_border

ROOT = Path(__file__).parents[2]


TRUTH = ROOT / "tests/data"


UKRAINE = read_border(ROOT / "data/border/ukraine.geojson")


SQUARE = Border(box(10, 40, 12, 42), "square")


def points(*lonlat: tuple[float, float]) -> gpd.GeoSeries:
    return gpd.GeoSeries([Point(place) for place in lonlat], crs="EPSG:4326")


def geodesic_m(lon: float, lat: float, to_lon: float, to_lat: float) -> float:
    """Measure with Karney's own Python code, which the engine does not use."""
    length: float = Geodesic.WGS84.Inverse(lat, lon, to_lat, to_lon)["s12"]
    return length


def distance_of(shape: shapely.Geometry, border: Border = SQUARE) -> pd.Series:
    return distance_to_border(gpd.GeoSeries([shape], crs="EPSG:4326"), border).iloc[0]


places = st.tuples(st.floats(-179, 179), st.floats(-85, 85))


around_the_square = st.tuples(st.floats(2, 20), st.floats(34, 48))
