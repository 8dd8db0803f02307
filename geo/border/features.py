"""The features of a border's file, read from this file alone."""

import json
from pathlib import Path

import geopandas as gpd
from pyproj import CRS
from pyproj.exceptions import CRSError
from shapely.errors import ShapelyError

from geo.errors import BorderFileError, Problem
from geo.events.files.layer_files import LAYER_WANTED, holds_all
from geo.events.files.whole_file import read_wanted_file

# Errors of pyogrio are RuntimeErrors; importing it for their names would add 25 ms to each start.
_BROKEN = (
    *(RuntimeError, ShapelyError, CRSError, ValueError, TypeError, KeyError, AttributeError),
)
_WGS84 = "EPSG:4326"
_POLYGONS = f"polygons in GeoJSON, {LAYER_WANTED}"


def read_features(path: Path) -> gpd.GeoDataFrame:
    """Return the features of a file of GeoJSON, GeoPackage, FlatGeobuf or a Shapefile.

    Raises
    ------
    BorderFileError
        If it is of another kind, or broken.
    """
    content = read_wanted_file(path, path.name, "a border file", BorderFileError)
    text = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    try:
        if text.startswith(b"{"):
            return _read_geojson(text)
        if holds_all(path):
            return gpd.read_file(path)
    except _BROKEN as error:
        raise _refuse(path, "no readable features", _POLYGONS) from error
    raise _refuse(path, "no readable features", _POLYGONS)


def _refuse(path: Path, found: str, wanted: str = "a border file") -> BorderFileError:
    return BorderFileError(Problem("", found, wanted), file=path.name)


def _read_geojson(text: bytes) -> gpd.GeoDataFrame:
    """Return the features of GeoJSON; that from before RFC 7946 may name another CRS.

    Raises
    ------
    Exception
        One of `_BROKEN`, if it is not such a file.
    """
    content = json.loads(text)
    match content["type"]:
        case "FeatureCollection":
            features = content["features"]
        case "Feature":
            features = [content]
        case _:
            features = [{"type": "Feature", "properties": {}, "geometry": content}]
    named = content.get("crs")
    crs = CRS.from_user_input(named["properties"]["name"]) if named else _WGS84
    rows = [{**one, "properties": one.get("properties") or {}} for one in features]
    return gpd.GeoDataFrame.from_features(rows, crs=crs)
