"""Files with layers: which one is measured, and what is refused before it is opened."""

import io
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import geopandas as gpd
import pyarrow as pa
import pyogrio
import pytest
from shapely import Point

from geo.errors import EventFileError
from tests.cli.measuring import (
    PLACE,
    make_parquet,
    make_small_package,
    measure,
    measure_file,
    refuse_file,
)


def test_a_folder_of_parts_leads_nowhere_else(tmp_path: Path) -> None:
    path, other = tmp_path / "in.parquet", tmp_path / "other"
    path.mkdir()
    (path / "1.parquet").write_bytes(make_parquet(pa.array([PLACE])))
    assert len(gpd.read_parquet(measure_file(path))) == 1
    other.write_bytes(make_parquet(pa.array([PLACE])))
    (path / "2.parquet").symlink_to(other)
    assert "a link" in refuse_file(path)


@pytest.mark.parametrize(
    "made",
    [
        "CREATE VIEW v AS SELECT * FROM a",
        "CREATE TABLE v(id, wide AS (printf('%.*c', 100000000, 'x')))",
        "CREATE TRIGGER v AFTER INSERT ON gpkg_contents BEGIN DELETE FROM a; END",
        "CREATE TRIGGER v AFTER UPDATE ON [gpkg_ogr_contents] BEGIN DELETE FROM a; END",
        "CREATE VIRTUAL TABLE v USING fts5(text)",
    ],
)
def test_a_geopackage_that_works_out_what_it_shows_is_refused(tmp_path: Path, made: str) -> None:
    path = make_small_package(tmp_path / "in.gpkg")
    assert measure_file(path).exists()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(made)
    assert "leads elsewhere" in refuse_file(path)


def test_a_view_by_another_name_is_found(tmp_path: Path) -> None:
    path = make_small_package(tmp_path / "in.gpkg")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE VIEW v AS SELECT * FROM a")
        database.execute("PRAGMA writable_schema = 1")
        database.execute("UPDATE sqlite_master SET type = 'table' WHERE name = 'v'")
    assert "leads elsewhere" in refuse_file(path)


def _zip_of_list() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.vrt", "<OGRVRTDataSource/>")
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b'<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>/etc/hostname</SrcDataSource>',
        b"/vsicurl/http://127.0.0.1:9/a.gpkg",
        _zip_of_list(),
        b"",
    ],
)
def test_a_list_of_other_files_is_not_a_geopackage(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "in.gpkg"
    path.write_bytes(content)
    assert "leads elsewhere" in refuse_file(path)


def make_package(path: Path, *layers: str, crs: str | None = "EPSG:4326") -> bytes:
    for layer in layers:
        places = gpd.GeoDataFrame({"id": [layer]}, geometry=[Point(9.5, 0)], crs=crs)
        places.to_file(path, layer=layer)
    pyogrio.write_dataframe(
        gpd.pd.DataFrame({"about": ["our export"]}), path, layer="about", driver="GPKG"
    )
    return path.read_bytes()


def test_the_layer_with_places_is_measured_and_other_tables_stay(tmp_path: Path) -> None:
    measure(make_package(tmp_path / "own.gpkg", "events"), tmp_path, ".gpkg")
    assert gpd.read_file(tmp_path / "out.gpkg", layer="events").distance_m[0] > 0
    assert pyogrio.read_dataframe(tmp_path / "out.gpkg", layer="about").about[0] == "our export"


def test_a_file_of_several_layers_needs_the_name_of_one(tmp_path: Path) -> None:
    content = make_package(tmp_path / "own.gpkg", "day", "night")
    with pytest.raises(
        EventFileError,
        match="found layers with places: day, night, wanted one; name it with --layer",
    ):
        measure(content, tmp_path, ".gpkg")
    measure(content, tmp_path, ".gpkg", "--layer", "night")
    out = tmp_path / "out.gpkg"
    assert "distance_m" in gpd.read_file(out, layer="night")
    assert "distance_m" not in gpd.read_file(out, layer="day")


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
@pytest.mark.parametrize("suffix", [".gpkg", ".parquet"])
def test_a_file_without_a_crs_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"own{suffix}"
    places = gpd.GeoDataFrame({"id": [1]}, geometry=[Point(9.5, 0)])
    if suffix == ".gpkg":
        places.to_file(path, layer="a")
    else:
        places.to_parquet(path)
    with pytest.raises(EventFileError, match="CRS"):
        measure(path.read_bytes(), tmp_path, suffix)
