"""Border files: joined, named, or refused."""

from pathlib import Path

import geopandas as gpd
import pytest
from shapely import Polygon, box, to_geojson

from geo.border import Border, distance_to_border, read_border
from geo.errors import BorderFileError
from tests.border.places import SQUARE, UKRAINE, geodesic_m, points


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


BOW = Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])


@pytest.mark.parametrize(
    ("shapes", "refusal"),
    [
        ([box(0, 0, 1, 1), BOW], "feature 2: found Self-intersection.*, wanted a valid polygon"),
        ([None, BOW, BOW], "feature 2: found Self-intersection"),
        ([box(0, 0, 1, 1), box(300_000, 0, 300_100, 9)], "feature 2: found a place at 300100, 9,"),
        ([box(300_000, 0, 300_100, 9)], "border 'farm': found a place at 300100, 9, wanted long"),
        ([box(0, 80, 1, 91)], "border .farm.: found a place at 1, 91, wanted longitude"),
    ],
)
def test_a_border_says_which_of_its_features_cannot_be_used(
    tmp_path: Path, shapes: list[Polygon | None], refusal: str
) -> None:
    path = tmp_path / "farm.geojson"
    gpd.GeoDataFrame(geometry=shapes, crs=4326).to_file(path)
    with pytest.raises(BorderFileError, match=f"^farm.geojson, {refusal}"):
        read_border(path)


def test_features_across_the_180th_meridian_are_joined_to_others_as_on_a_globe(
    tmp_path: Path,
) -> None:
    path = tmp_path / "islands.geojson"
    jumping = Polygon([(179, -1), (-179, -1), (-179, 1), (179, 1)])
    around_the_pole = Polygon([(-120, 70), (0, 70), (120, 70)])
    gpd.GeoDataFrame(geometry=[jumping, box(0, 0, 1, 1), around_the_pole], crs=4326).to_file(path)
    places = points((179.5, 0.5), (-179.9, 0), (0.5, 0.5), (90, 0), (7, 89))
    found = distance_to_border(places, read_border(path))
    assert found.inside.tolist() == [True, True, True, False, True]
    expected = [
        geodesic_m(179.5, 0.5, 179.5, 1),
        geodesic_m(-179.9, 0, -179, 0),
        geodesic_m(0.5, 0.5, 0.5, 0),
        geodesic_m(90, 0, 90, 70),
        geodesic_m(7, 89, 7, 70),
    ]
    assert found.distance_m.tolist() == pytest.approx(expected, abs=0.001)


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
