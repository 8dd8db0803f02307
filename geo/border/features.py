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


def read_geojson_text(path: Path) -> bytes | None:
    """Return what a file of GeoJSON holds; None if it is of another kind.

    Raises
    ------
    BorderFileError
        If it cannot be read.
    """
    content = read_wanted_file(path, path.name, "a border file", BorderFileError)
    text = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    return text if text.startswith(b"{") else None


def parse_features(text: bytes, file: str) -> gpd.GeoDataFrame:
    """Return the features of GeoJSON; that from before RFC 7946 may name another CRS.

    Parameters
    ----------
    text : bytes
    file : str
        What the file is called in messages.

    Raises
    ------
    BorderFileError
        If it is broken.
    """
    try:
        return _parse_geojson(text)
    except _BROKEN as error:
        raise _refuse(file) from error


def read_layer(path: Path) -> gpd.GeoDataFrame:
    """Return the features of a GeoPackage, a FlatGeobuf or a Shapefile.

    Raises
    ------
    BorderFileError
        If it is of another kind, or broken.
    """
    try:
        if holds_all(path):
            return gpd.read_file(path)
    except _BROKEN as error:
        raise _refuse(path.name) from error
    raise _refuse(path.name)


def _refuse(file: str) -> BorderFileError:
    return BorderFileError(Problem("", "no readable features", _POLYGONS), file=file)


def _parse_geojson(text: bytes) -> gpd.GeoDataFrame:
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
