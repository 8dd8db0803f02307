"""Distances for GeoJSON: properties are added, and every other member stays."""

import codecs
import json
from collections.abc import Sequence
from pathlib import Path

import geopandas as gpd
import shapely

from geo.cli.distance_columns import Measure, ReadOptions, check_on_earth, notice_replaced
from geo.errors import EventFileError, quote
from geo.events.reading.features import check_crs


def copy_geojson(path: Path, out: Path, measure: Measure, _options: ReadOptions) -> None:
    """Add properties to the features; ids, nested values and all other members stay.

    Raises
    ------
    EventFileError
        If it is not a FeatureCollection in longitude and latitude.
    """
    content = path.read_bytes()
    try:
        collection = json.loads(content, object_pairs_hook=_build_object)
    except _RepeatedNameError as error:
        raise EventFileError(
            f"{path.name}: found {quote(error.args[0])} twice in one object, wanted each name once"
        ) from None
    except (ValueError, RecursionError) as error:
        raise EventFileError(
            f"{path.name}: found no JSON in UTF-8, wanted a GeoJSON FeatureCollection"
        ) from error
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list):
        raise EventFileError(
            f"{path.name}: found {quote(collection)} without a list of features, "
            "wanted a GeoJSON FeatureCollection"
        )
    try:
        check_crs(collection.get("crs"))
    except EventFileError as error:
        raise EventFileError(
            f"{path.name}: {error}; reproject it with ogr2ogr -t_srs CRS84"
        ) from None
    for number, feature in enumerate(features, start=1):
        _check_feature(f"{path.name}, feature {number}", feature)
    places = [
        _read_shape(f"{path.name}, feature {number}", feature.get("geometry"))
        for number, feature in enumerate(features, start=1)
    ]
    shapes = gpd.GeoSeries(places, crs="EPSG:4326")
    check_on_earth(path.name, "feature", shapes)
    notice_replaced(path.name, {name for feature in features for name in _properties(feature)})
    rows = json.loads(measure(shapes).to_json(orient="records", double_precision=10))
    for feature, row in zip(features, rows, strict=True):
        feature["properties"] = _properties(feature) | row
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    text = json.dumps(collection, ensure_ascii=False, indent=1) + "\n"
    # Half of a pair of surrogates is JSON, and no text: written as it was, escaped.
    out.write_bytes(mark + text.encode("utf-8", "backslashreplace"))


class _RepeatedNameError(Exception):
    """An object with two members of one name, one of which a dict would drop."""


def _build_object(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    built: dict[str, object] = {}
    for name, value in pairs:
        if name in built:
            raise _RepeatedNameError(name)
        built[name] = value
    return built


def _properties(feature: dict[str, object]) -> dict[str, object]:
    properties = feature.get("properties")
    return properties if isinstance(properties, dict) else {}


def _check_feature(where: str, feature: object) -> None:
    if not isinstance(feature, dict):
        raise EventFileError(f"{where}: found {quote(feature)}, wanted a Feature")
    properties = feature.get("properties")
    if not isinstance(properties, dict | None):
        raise EventFileError(
            f"{where}: found properties {quote(properties)}, wanted an object or null"
        )


def _read_shape(where: str, geometry: object) -> shapely.Geometry | None:
    if geometry is None:
        return None
    try:
        return shapely.geometry.shape(geometry)
    except Exception as error:  # shapely raises anything from KeyError to its own
        raise EventFileError(f"{where}: found no valid geometry, wanted one of GeoJSON") from error
