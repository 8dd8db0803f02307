"""Border files: joined, named, or refused."""

import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import geopandas as gpd
import pytest
from shapely import box

from geo.border import Border, distance_to_border, read_border
from geo.errors import BorderFileError
from tests.border.places import SQUARE, UKRAINE, points


def test_the_bundled_border_says_whose_it_is() -> None:
    assert UKRAINE.name == "Ukraine"
    assert UKRAINE.credit == "© OpenStreetMap contributors"
    assert "25 m" in UKRAINE.version


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (None, "no such file"),
        ("not json", "no readable features"),
        ('{"type":"FeatureCollection","features":[]}', "no geometry"),
        ('{"type":"Point","coordinates":[1,2]}', "Point"),
        ('{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}', "Self-inter"),
    ],
)
def test_a_file_without_a_border_is_refused(
    tmp_path: Path, content: str | None, found: str
) -> None:
    path = tmp_path / "границя.geojson"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(BorderFileError, match=found) as refusal:
        read_border(path)
    assert "границя.geojson" in str(refusal.value)
    assert str(tmp_path) not in str(refusal.value)


def test_a_border_of_two_features_is_joined(tmp_path: Path) -> None:
    path = tmp_path / "two.gpkg"
    halves = gpd.GeoDataFrame(geometry=[box(10, 40, 11, 42), box(11, 40, 12, 42)], crs="EPSG:4326")
    halves.to_crs("EPSG:3857").to_file(path)
    border = read_border(path, name="joined")
    assert border.name == "joined"
    assert distance_to_border(points((11, 41)), border).distance_m[0] == pytest.approx(
        distance_to_border(points((11, 41)), SQUARE).distance_m[0], abs=1e-3
    )


def test_the_whole_earth_has_no_border() -> None:
    with pytest.raises(BorderFileError, match="wanted a border"):
        Border(box(-180, -90, 180, 90))


LISTS_OF_OTHER_FILES = {
    "a file": "<OGRVRTDataSource><OGRVRTLayer name='secret'><SrcDataSource>{}</SrcDataSource>"
    "</OGRVRTLayer></OGRVRTDataSource>",
    "a host": "<OGRWFSDataSource><URL>{}</URL></OGRWFSDataSource>",
    "a command": '{{"type":"gdal_streamed_alg","command_line":"gdal vector pipeline ! read {}"}}',
    "behind a mark": "fgb\x03fgb\x01<OGRVRTDataSource><OGRVRTLayer name='secret'><SrcDataSource>{}"
    "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>",
}


@pytest.mark.parametrize("kind", LISTS_OF_OTHER_FILES)
@pytest.mark.parametrize("ending", ["geojson", "gpkg", "vrt", "shp"])
def test_a_border_file_leads_to_no_other_file_or_host(
    tmp_path: Path, kind: str, ending: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        port = server.getsockname()[1]
        other = tmp_path / "secret.geojson"
        gpd.GeoDataFrame({"name": ["secret"]}, geometry=[box(0, 0, 1, 1)], crs=4326).to_file(other)
        for place in (
            str(other),
            f"/vsicurl/http://127.0.0.1:{port}/a",
            f"http://127.0.0.1:{port}",
        ):
            path = tmp_path / f"border.{ending}"
            path.write_text(LISTS_OF_OTHER_FILES[kind].format(place), "utf-8")
            with pytest.raises(BorderFileError, match="no readable features") as refusal:
                read_border(path)
            assert "secret" not in str(refusal.value)
        with pytest.raises(BlockingIOError):
            server.accept()


def test_a_border_of_a_database_with_a_view_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "border.gpkg"
    gpd.GeoDataFrame(geometry=[box(0, 0, 1, 1)], crs=4326).to_file(path)
    assert read_border(path).polygon.area == 1
    with closing(sqlite3.connect(path)) as database, database:
        endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
        database.execute(f"CREATE VIEW endless AS {endless}")
    with pytest.raises(BorderFileError, match="no readable features"):
        read_border(path)


@pytest.mark.parametrize("ending", ["fgb", "shp", "gpkg", "geojson"])
def test_each_kind_of_border_file_is_read(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"border.{ending}"
    gpd.GeoDataFrame({"name": ["north"]}, geometry=[box(0, 0, 1, 2)], crs=4326).to_file(path)
    border = read_border(path)
    assert (border.name, border.polygon.area) == ("north", 2)


def test_geojson_from_before_rfc_7946_names_its_crs(tmp_path: Path) -> None:
    path = tmp_path / "border.geojson"
    frame = gpd.GeoDataFrame(geometry=[box(10, 40, 11, 42)], crs=4326)
    frame.to_crs(3857).to_file(path, RFC7946="NO")
    assert '"crs"' in path.read_text("utf-8")
    assert read_border(path).polygon.bounds == pytest.approx((10, 40, 11, 42))
