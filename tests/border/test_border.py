"""Border files: joined, named, or refused."""

from pathlib import Path

import geopandas as gpd
import pytest
from shapely import box, to_geojson

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


def test_a_border_that_stays_the_same_is_indexed_once(tmp_path: Path) -> None:
    here, there = tmp_path / "border.geojson", tmp_path / "copy" / "border.geojson"
    there.parent.mkdir()
    for path in (here, there):
        path.write_text(to_geojson(box(10, 40, 11, 42)), "utf-8")
    assert read_border(here).linework is read_border(there).linework
    here.write_text(to_geojson(box(10, 40, 12, 42)), "utf-8")
    assert read_border(here).polygon.area == 4
    assert read_border(there).polygon.area == 2
    assert read_border(there, name="copy").name == "copy"
