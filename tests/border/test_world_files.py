"""The world that lies in data/: valid, as large as it is, and licensed."""

from pathlib import Path

import geopandas as gpd
import pyproj
import pytest
import shapely

from geo.border.world_files import cut_rows, find_file, read_rows

WGS84 = pyproj.Geod(ellps="WGS84")


def square_km(area: shapely.Geometry) -> float:
    return float(abs(WGS84.geometry_area_perimeter(area)[0]) / 1e6)


@pytest.mark.parametrize(
    ("code", "km2"),
    # As statistical yearbooks have them.
    [("ISL", 103_000), ("LKA", 65_610), ("LSO", 30_355), ("CHE", 41_285), ("PRT", 92_200)],
)
@pytest.mark.parametrize("name", ["countries", "borders"])
def test_a_country_is_as_large_as_it_is(name: str, code: str, km2: float) -> None:
    [area] = read_rows(name, code=code).shapes
    assert square_km(area) == pytest.approx(km2, rel=0.05)


@pytest.mark.parametrize("name", ["coarse", "countries", "regions", "lakes", "urban", "borders"])
def test_every_area_of_the_world_is_valid(name: str) -> None:
    areas = read_rows(name).shapes
    assert shapely.is_valid(areas).all()
    assert (shapely.get_dimensions(areas) == 2).all()
    west, south, east, north = shapely.total_bounds(areas)
    assert west >= -180
    assert east <= 180
    assert south >= -90
    assert north <= 90


def test_crimea_lies_in_one_country_and_its_regions() -> None:
    simferopol = shapely.Point(34.1, 44.95)
    for name in ("countries", "coarse", "regions"):
        rows = read_rows(name, ["iso_a3"])
        found = rows.columns["iso_a3"][shapely.covers(rows.shapes, simferopol)]
        assert list(found) == ["UKR"], name


def test_a_lake_is_not_a_hole_in_a_country_and_an_enclave_is() -> None:
    [south_africa] = read_rows("borders", code="ZAF").shapes
    assert not shapely.covers(south_africa, shapely.Point(28.2, -29.6))  # Lesotho
    [italy] = read_rows("borders", code="ITA").shapes
    assert not shapely.covers(italy, shapely.Point(12.46, 43.94))  # San Marino
    [sweden] = read_rows("borders", code="SWE").shapes
    assert shapely.covers(sweden, shapely.Point(13.3, 58.9))  # Vänern


def test_a_cut_reads_names_with_its_shapes() -> None:
    rows = cut_rows("countries", (-25.0, 63.0, -13.0, 67.0), ["name_fr"])
    assert list(rows.columns["name_fr"]) == ["Islande"]


def test_an_area_that_a_cut_leaves_touching_itself_is_valid_and_as_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A square with a notch whose tip lies on the edge of the cut.
    notched = shapely.Polygon([(0, 0), (3, 0), (3, 3), (2, 3), (1.5, 1), (1, 3), (0, 3)])
    assert not shapely.is_valid(shapely.clip_by_rect(notched, -1, 1, 4, 4))
    rows = gpd.GeoDataFrame(geometry=[notched], crs="EPSG:4326")
    rows.to_parquet(tmp_path / "notched.parquet", write_covering_bbox=True)
    monkeypatch.setattr("geo.border.world_files.find_file", lambda name: tmp_path / name)
    [cut] = cut_rows("notched", (-1.0, 1.0, 4.0, 4.0)).shapes
    assert shapely.is_valid(cut)
    # Three by two without a triangle one wide and two high.
    assert cut.area == pytest.approx(3 * 2 - 1)
    assert not shapely.contains_xy(cut, 1.5, 2)


def test_the_licence_lies_beside_the_files() -> None:
    text = find_file("README.md").read_text("utf-8")
    assert "ODbL 1.0, © OpenStreetMap contributors" in text
