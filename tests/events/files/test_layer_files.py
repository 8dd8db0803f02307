"""Layers of a file that lead nowhere else."""

import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import geopandas as gpd
import pytest
from shapely import box

from geo.border import read_border
from geo.errors import BorderFileError

LISTS_OF_OTHER_FILES = {
    "a file": "<OGRVRTDataSource><OGRVRTLayer name='secret'><SrcDataSource>{}</SrcDataSource>"
    "</OGRVRTLayer></OGRVRTDataSource>",
    "a host": "<OGRWFSDataSource><URL>{}</URL></OGRWFSDataSource>",
    "a command": '{{"type":"gdal_streamed_alg","command_line":"gdal vector pipeline ! read {}"}}',
    "after a mark": "fgb\x03fgb\x01<OGRVRTDataSource><OGRVRTLayer name='secret'><SrcDataSource>{}"
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
