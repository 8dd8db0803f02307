"""The distances command on a table or a file, and small files for it, for tests."""

import argparse
import csv
import io
import json
from pathlib import Path

import geopandas as gpd
import pyarrow as pa
import pytest
import shapely
from geographiclib.geodesic import Geodesic
from pyarrow import parquet
from shapely import Point, box

from geo.cli.distances import add_command
from geo.errors import EventFileError

PLACE = shapely.to_wkb(Point(9.5, 0))
GEO = json.dumps(
    {
        "version": "1.0.0",
        "primary_column": "geometry",
        "columns": {"geometry": {"encoding": "WKB", "geometry_types": []}},
    }
)


def measure_file(path: Path, *options: str) -> Path:
    """Run the command on a file, and return the copy."""
    border, out = path.with_name("square.json"), path.with_name(f"out{path.suffix}")
    geometry = box(10, -1, 12, 1).__geo_interface__
    border.write_text(json.dumps(geometry))
    parser = argparse.ArgumentParser()
    add_command(parser.add_subparsers())
    words = ["distances", str(path), "--out", str(out), "--border", str(border), *options]
    parsed = parser.parse_args(words)
    parsed.run(parsed)
    return out


def refuse_file(path: Path, *options: str) -> str:
    with pytest.raises(EventFileError) as refused:
        measure_file(path, *options)
    assert str(refused.value).startswith(f"{path.name}: found ")
    return str(refused.value)


def make_parquet(shapes: pa.Array, **columns: pa.Array) -> bytes:
    table = pa.table({**columns, "geometry": shapes}).replace_schema_metadata({"geo": GEO})
    out = io.BytesIO()
    parquet.write_table(table, out)
    return out.getvalue()


def write_points(path: Path, count: int = 20) -> Path:
    """Write a file of points, of the kind that its name ends with."""
    points = gpd.GeoDataFrame({"id": ["a"] * count}, geometry=[Point(9.5, 0)] * count, crs=4326)
    match path.suffix:
        case ".csv":
            path.write_text("id,lon,lat\n" + "a,9.5,0\n" * count)
        case ".parquet":
            points.to_parquet(path)
        case _:
            points.to_file(path, layer="a")
    return path


def make_small_package(path: Path) -> Path:
    gpd.GeoDataFrame({"id": ["a"]}, geometry=[Point(9.5, 0)], crs=4326).to_file(path, layer="a")
    return path


# From the equator half a degree from a square's western side the equator is the shortest way.
HALF_A_DEGREE_M = Geodesic.WGS84.Inverse(0, 9.5, 0, 10)["s12"]
ADDED_COLUMNS = [
    *("distance_m", "nearest_lon", "nearest_lat", "inside", "border_name", "border_version"),
    *("border_credit", "border_accuracy_m"),
]


def write_border(folder: Path, name: str = "Square") -> Path:
    path = folder / "square.geojson"
    geometry = box(10, -1, 12, 1).__geo_interface__
    feature = {"type": "Feature", "properties": {"name": name}, "geometry": geometry}
    path.write_text(
        json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8"
    )
    return path


def measure(content: bytes, folder: Path, suffix: str = ".csv", *options: str) -> bytes:
    """Run the command on the content of a file, and return that of the copy."""
    border = folder / "square.geojson"
    if not border.exists():
        write_border(folder)
    path, out = folder / f"in{suffix}", folder / f"out{suffix}"
    path.write_bytes(content)
    parser = argparse.ArgumentParser()
    add_command(parser.add_subparsers())
    words = ["distances", str(path), "--out", str(out), "--border", str(border), *options]
    parsed = parser.parse_args(words)
    parsed.run(parsed)
    return out.read_bytes()


def read_rows(content: bytes, delimiter: str = ",", encoding: str = "utf-8-sig") -> list[list[str]]:
    return [*csv.reader(io.StringIO(content.decode(encoding), newline=""), delimiter=delimiter)]


def assert_is_message(message: str) -> None:
    assert message.startswith("in.")
    assert message.isprintable()
    assert ", wanted " in message
