"""The distances command: what goes in comes out, with the distance of each row."""

import argparse
import csv
import json
import sqlite3
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq
import pytest
from geographiclib.geodesic import Geodesic
from shapely import LineString, Point, box

from geo.cli.distances import add_command
from geo.cli.main import main
from geo.errors import BorderFileError, EventFileError, GeoError

# From the equator half a degree from a square's western side the equator is the shortest way.
HALF_A_DEGREE_M = Geodesic.WGS84.Inverse(0, 9.5, 0, 10)["s12"]


def write_distances(path: Path, out: Path, border: Path | None = None, workers: int = 0) -> None:
    """Run the command, as its command line would."""
    parser = argparse.ArgumentParser()
    add_command(parser.add_subparsers())
    named = ["--border", str(border)] if border else []
    options = parser.parse_args(
        ["distances", str(path), "--out", str(out), *named]
        + (["--workers", str(workers)] if workers else [])
    )
    options.run(options)


ADDED_COLUMNS = [
    *("distance_m", "nearest_lon", "nearest_lat", "inside", "border_name", "border_version"),
    *("border_credit", "border_accuracy_m"),
]


@pytest.fixture
def border(tmp_path: Path) -> Path:
    path = tmp_path / "square.geojson"
    properties = {"name": "Квадрат", "version": "1"}
    geometry = box(10, -1, 12, 1).__geo_interface__
    feature = {"type": "Feature", "properties": properties, "geometry": geometry}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    return path


@pytest.fixture
def events() -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(
        {"code": ["007", "Ω", ""], "when": pd.DatetimeIndex(["2023-05-03", "2023-05-04", "NaT"])},
        geometry=[Point(9.5, 0), LineString([(10.5, 0), (11, 0)]), None],
        crs="EPSG:4326",
    )


def assert_measured(rows: pd.DataFrame) -> None:
    assert [*rows.columns][-len(ADDED_COLUMNS) :] == ADDED_COLUMNS
    assert rows.distance_m.tolist()[:2] == pytest.approx([HALF_A_DEGREE_M] * 2, abs=0.01)
    assert rows.nearest_lon.tolist()[:2] == [10, 10]
    assert [bool(side) for side in rows.inside[:2]] == [False, True]
    assert rows.loc[2, ["distance_m", "nearest_lon", "nearest_lat", "inside"]].isna().all()
    assert set(rows.border_name) == {"Квадрат"}
    assert set(rows.border_version) == {"1"}


def test_geojson_keeps_all_its_members(tmp_path: Path, border: Path) -> None:
    collection = {
        "type": "FeatureCollection",
        "title": "Заголовок",
        "features": [
            {
                "type": "Feature",
                "id": "a",
                "geometry": {"type": "Point", "coordinates": [9.5, 0]},
                "properties": {"claims": [{"stance": "denies"}], "code": "007"},
            },
            {"type": "Feature", "id": "b", "geometry": None, "properties": None},
        ],
    }
    path, out = tmp_path / "in.geojson", tmp_path / "out.geojson"
    path.write_text(json.dumps(collection), encoding="utf-8")
    write_distances(path, out, border)

    written = json.loads(out.read_text(encoding="utf-8"))
    here, nowhere = (feature.pop("properties") for feature in written["features"])
    assert here["distance_m"] == pytest.approx(HALF_A_DEGREE_M, abs=0.01)
    assert here["inside"] is False
    assert [nowhere[name] for name in ADDED_COLUMNS[:4]] == [None] * 4
    # Another copy of what was written to the file, without the properties.
    given = json.loads(path.read_text(encoding="utf-8"))
    properties, _ = (feature.pop("properties") for feature in given["features"])
    assert written == given
    assert {name: here[name] for name in properties} == properties
    assert gpd.read_file(out).distance_m[0] == here["distance_m"]


def test_geopackage_keeps_its_columns(
    tmp_path: Path, border: Path, events: gpd.GeoDataFrame
) -> None:
    path, out = tmp_path / "in.gpkg", tmp_path / "out.gpkg"
    events.to_crs("EPSG:3857").to_file(path, layer="strikes")
    write_distances(path, out, border)
    written = gpd.read_file(out, layer="strikes")
    assert_measured(written.drop(columns="geometry"))
    assert written.crs == "EPSG:3857"
    assert written.code.tolist() == events.code.tolist()
    assert written.when.tolist()[:2] == events.when.tolist()[:2]
    with sqlite3.connect(out) as tables:
        assert tables.execute("select inside from strikes").fetchall() == [(0,), (1,), (None,)]


@pytest.mark.parametrize("workers", [0, 2])
def test_geoparquet_keeps_its_columns(
    tmp_path: Path, border: Path, events: gpd.GeoDataFrame, workers: int
) -> None:
    path, out = tmp_path / "in.parquet", tmp_path / "out.parquet"
    events.to_parquet(path, row_group_size=1)
    write_distances(path, out, border, workers)
    assert out.is_dir() == (workers > 0)
    written = gpd.read_parquet(out)
    assert_measured(pd.DataFrame(written.drop(columns="geometry")))
    assert written.crs == "EPSG:4326"
    assert written[[*events.columns]].reset_index(drop=True).equals(events)
    assert pq.read_table(out).column_names == [*events.columns, *ADDED_COLUMNS]


def test_csv_keeps_every_other_value_as_text(tmp_path: Path, border: Path) -> None:
    path, out = tmp_path / "in.csv", tmp_path / "out.csv"
    path.write_text('code,lat,lon\n007,0,9.5\n"a ""b"", Ω",0,10.5\nNA,,\n', encoding="utf-8-sig")
    write_distances(path, out, border)
    with out.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [*rows[0]] == ["code", "lat", "lon", *ADDED_COLUMNS]
    assert [row["code"] for row in rows] == ["007", 'a "b", Ω', "NA"]
    assert [row["lon"] for row in rows] == ["9.5", "10.5", ""]
    assert [row["inside"] for row in rows] == ["False", "True", ""]
    assert float(rows[0]["distance_m"]) == pytest.approx(HALF_A_DEGREE_M, abs=0.001)
    assert rows[2]["distance_m"] == ""


def test_a_table_without_rows_gets_the_columns(tmp_path: Path, border: Path) -> None:
    path, out = tmp_path / "in.csv", tmp_path / "out.csv"
    path.write_text("lon,lat\n")
    write_distances(path, out, border)
    assert out.read_text().strip() == ",".join(["lon", "lat", *ADDED_COLUMNS])


def test_without_a_border_the_story_names_it(
    tmp_path: Path, border: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = {"file": border.name, "name": "of the story", "version": "7"}
    (tmp_path / "story.json").write_text(json.dumps({"title": "A story", "border": about}))
    monkeypatch.setenv("STORY", str(tmp_path))
    path, out = tmp_path / "in.csv", tmp_path / "out.csv"
    path.write_text("lon,lat\n9.5,0\n")
    write_distances(path, out)
    assert pd.read_csv(out).border_name.tolist() == ["of the story"]


def test_a_story_without_a_border_asks_for_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "story.json").write_text('{"title": "A story"}')
    monkeypatch.setenv("STORY", str(tmp_path))
    (tmp_path / "in.csv").write_text("lon,lat\n9.5,0\n")
    with pytest.raises(BorderFileError, match="--border"):
        write_distances(tmp_path / "in.csv", tmp_path / "out.csv")


@pytest.mark.parametrize(
    ("named", "hint"),
    [
        ("mmr", " (did you mean 'MMR' for Myanmar?)"),
        ("Mmr", " (did you mean 'MMR' for Myanmar?)"),
        ("myanmar", " (did you mean 'MMR' for Myanmar?)"),
        ("stories/fires/coast.geojson", ""),
    ],
)
def test_a_border_that_is_no_file_names_the_country_that_was_meant(
    tmp_path: Path, named: str, hint: str
) -> None:
    (tmp_path / "in.csv").write_text("lon,lat\n9.5,0\n")
    with pytest.raises(BorderFileError) as refused:
        write_distances(tmp_path / "in.csv", tmp_path / "out.csv", Path(named))
    assert str(refused.value) == (
        f"{Path(named).name}: found no such file, wanted a border file, or a country such as "
        f"YEM{hint}"
    )


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", "x,y\n1,2\n", "found columns x, y, wanted lon and lat"),
        ("a.csv", "lon,lat\n1,2\n1,north\n", "row 3: found lat 'north'"),
        ("a.csv", "lon,lat\n1,91\n", "row 2: found lat '91'"),
        ("a.csv", "", "found no table"),
        ("a.geojson", '{"type":"Point"}', "wanted a GeoJSON FeatureCollection"),
        ("a.geojson", "[1", "wanted a GeoJSON FeatureCollection"),
        (
            "a.geojson",
            '{"features":[{"geometry":{"type":"Point","coordinates":["a"]}}]}',
            "feature 1: found no valid geometry",
        ),
        ("a.parquet", "PAR0", "wanted GeoParquet"),
        ("a.gpkg", "no", "wanted a GeoPackage"),
        ("a.xlsx", "", "found '.xlsx', wanted one of"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_line(
    tmp_path: Path, border: Path, name: str, content: str, message: str
) -> None:
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(EventFileError) as refusal:
        write_distances(path, path.with_stem("out"), border)
    assert message in str(refusal.value)
    assert str(refusal.value).startswith(name)
    assert str(tmp_path) not in str(refusal.value)
    assert not path.with_stem("out").exists()


@pytest.mark.parametrize(
    ("out", "workers", "message"),
    [
        ("in.csv", 0, "found the file to measure itself, wanted another name"),
        ("none/out.csv", 0, "found no such folder, wanted a folder that exists"),
        ("out.gpkg", 0, "wanted .csv, as the input has"),
        ("out.csv", 2, "wanted a new .parquet folder for --workers"),
    ],
)
def test_a_place_that_cannot_be_written_is_refused(
    tmp_path: Path, border: Path, out: str, workers: int, message: str
) -> None:
    (tmp_path / "in.csv").write_text("lon,lat\n")
    with pytest.raises(EventFileError, match=message):
        write_distances(tmp_path / "in.csv", tmp_path / out, border, workers)


def test_the_command_line_runs_it(tmp_path: Path, border: Path) -> None:
    parser = argparse.ArgumentParser()
    add_command(parser.add_subparsers())
    path, out = tmp_path / "in.csv", tmp_path / "out.csv"
    path.write_text("lon,lat\n9.5,0\n")
    words = ["distances", str(path), "--out", str(out), "--border", str(border)]
    options = parser.parse_args(words)
    options.run(options)
    assert pd.read_csv(out).distance_m[0] == pytest.approx(HALF_A_DEGREE_M, abs=0.001)


def test_a_missing_border_is_reported(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("lon,lat\n")
    with pytest.raises(GeoError, match=r"none\.geojson: found no such file"):
        write_distances(tmp_path / "in.csv", tmp_path / "out.csv", tmp_path / "none.geojson")


@pytest.mark.parametrize("workers", ["-3", "two", "1.5", "99999"])
def test_workers_are_a_number_of_processes(
    tmp_path: Path, workers: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.parquet"
    with pytest.raises(SystemExit) as leaving:
        main(["distances", "in.parquet", "--out", str(out), f"--workers={workers}"])
    assert leaving.value.code == 2
    assert f"found {workers!r}, wanted a number of processes" in capsys.readouterr().err


@pytest.mark.usefixtures("in_folder")
def test_a_border_may_be_a_country_as_in_a_new_story(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("in.csv").write_text("lon,lat\n-19,65\n", "utf-8")
    assert main(["distances", "in.csv", "--out", "out.csv", "--border", "ISL"]) == 0
    [row] = csv.DictReader(Path("out.csv").read_text("utf-8").splitlines())
    assert (row["border_name"], row["inside"]) == ("Iceland", "True")
    assert main(["distances", "in.csv", "--out", "out.csv", "--border", "none.geojson"]) == 1
    assert "none.geojson: found no such file" in capsys.readouterr().err
