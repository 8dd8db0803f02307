"""Rows that were rejected, as a table to correct."""

import csv
import io
import json
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely
import shapely.geometry
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry.base import BaseGeometry

from geo.importing.files.rejected import read_rejected, write_rejected
from geo.importing.outcome.outcome import Outcome, RejectedRow
from geo.importing.tables.any_file import read_tables
from geo.importing.tables.table import Table, build_table
from tests.importing.desk import Desk
from tests.importing.reading import import_text, members_of, only

TEXT = "title,date,memo\nA fire,2023-05-03,first\nB fire,2023-02-30,=1+1\nC fire,03/05/2023,third\n"


def write_back(header: list[str], row: list[str]) -> Table:
    """Return a table whose only row was rejected, as it is read again."""
    table = build_table("a.csv", header, [row], [2])
    outcome = Outcome(table, [])
    outcome.rejected.append(RejectedRow(2, "title", "x", "y", {}))
    [again] = read_tables(write_rejected(outcome), "a.rejected.csv")
    return read_rejected(again)


def test_rejected_rows_are_a_table_with_their_reason_and_number() -> None:
    content = write_rejected(import_text(TEXT)).decode("utf-8-sig")
    [row] = csv.DictReader(content.splitlines())
    assert row["title"] == "B fire"
    assert row["memo"] == "'=1+1"
    assert "wanted a day that exists" in row["reason (geo import)"]
    assert row["row (geo import)"] == "3"


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "\u3000=1", "＝1+1", "+1", "@x", "-1+1"])
def test_no_cell_of_rejected_rows_is_a_formula(text: str) -> None:
    lines = f"title,date,{text}\n{text},2023-02-30,{text}\n"
    header, row = csv.reader(io.StringIO(write_rejected(import_text(lines)).decode("utf-8-sig")))
    # Of a name of a column blanks at its ends are not part.
    assert header[2] == "'" + text.strip()
    assert row[0] == row[2] == "'" + text


def test_a_number_below_zero_stays_a_number() -> None:
    content = write_rejected(import_text("title,date,lat,lon\nA,2023-02-30,-18.2,-178.8\n"))
    [row] = pd.read_csv(io.BytesIO(content)).to_dict("records")
    assert (row["lat"], row["lon"]) == (-18.2, -178.8)


def test_corrected_rows_are_read_as_they_were_before() -> None:
    lines = "title,date,memo,-\n=A1 burnt,2023-02-30,'=1+1,@x\n"
    content = write_rejected(import_text(lines)).decode("utf-8-sig").replace("02-30", "02-28")
    assert content.splitlines()[1].startswith("'=A1 burnt,2023-02-28,''=1+1,'@x,")
    members = only(import_text(content))
    assert members["title"] == "=A1 burnt"
    assert members["note"] == members_of(import_text(lines.replace("02-30", "02-28")))[2]["note"]
    assert "'=1+1" in members["note"]


def test_a_mark_in_any_other_table_is_text() -> None:
    assert only(import_text("title,date\n'=A1 burnt,2023-02-28\n"))["title"] == "'=A1 burnt"


def test_a_desk_corrects_rows_with_formulas(desk: Desk) -> None:
    header = "id,title,date,lat,lon\n"
    desk.bring("a1,=SUM(1) in the text,2023-02-30,-12.5,-43.5\n", header=header)
    path = desk.folder / "table.rejected.csv"
    header, row = path.read_text("utf-8-sig").splitlines()
    assert row.startswith("a1,'=SUM(1) in the text,2023-02-30,-12.5,-43.5,")
    desk.bring(row.replace("02-30", "02-28"), header=f"{header}\n", name=path.name)
    assert desk.titles == ["=SUM(1) in the text"]
    assert [one["geometry"]["coordinates"] for one in desk.events] == [[-43.5, -12.5]]


WORDS = st.text(alphabet="'=+-@1.,＝x \u3000", min_size=1, max_size=6).filter(str.strip)


@given(st.lists(WORDS, min_size=2, max_size=4), st.lists(WORDS, min_size=2, max_size=2))
def test_each_name_and_cell_comes_back(header: list[str], row: list[str]) -> None:
    table = build_table("a.csv", header, [row], [2])
    again = write_back(header, row)
    assert again.columns[: len(header)] == table.columns
    [(_, cells)], [(_, expected)] = again.rows(), table.rows()
    assert cells.items() >= expected.items()


SHAPES: dict[str, BaseGeometry | None] = {
    "point": shapely.Point(178.5, -17.25),
    "line": shapely.LineString([(178.1234567, -17), (179.5, -17.5)]),
    "area": shapely.box(44, 12, 47, 15).difference(shapely.box(45, 13, 46, 14)),
    "across": shapely.MultiPolygon(
        [shapely.box(179, -17, 180, -16), shapely.box(-180, -17, -178.8, -16)]
    ),
    "nowhere": None,
}


def build_layer(ending: str, folder: Path) -> bytes:
    """Return a file of all shapes, each with a day that does not exist."""
    frame = gpd.GeoDataFrame(
        {"title": list(SHAPES), "date": "2023-02-30"},
        geometry=list(SHAPES.values()),
        crs="EPSG:4326",
    )
    path = folder / f"shapes.{ending}"
    if ending == "geojson":
        return str(frame.to_json()).encode()
    if ending == "parquet":
        frame.to_parquet(path)
    else:
        frame.to_file(path)
    return path.read_bytes()


def correct(content: bytes, name: str) -> dict[str, object]:
    """Return the places, by title, of a table whose rejected rows were corrected."""
    rejected = import_text(content, name=name)
    assert rejected.made == []
    text = write_rejected(rejected).decode("utf-8-sig").replace("2023-02-30", "2023-02-28")
    outcome = import_text(text, name="a.rejected.csv")
    assert [one.reason for one in outcome.rejected] == []
    return {
        str(members_of(outcome)[made.row]["title"]): made.feature["geometry"]
        for made in outcome.made
    }


@pytest.mark.parametrize("ending", ["geojson", "gpkg", "parquet"])
def test_a_corrected_row_has_the_place_of_its_record(ending: str, tmp_path: Path) -> None:
    found = correct(build_layer(ending, tmp_path), f"a.{ending}")
    assert set(found) == set(SHAPES)
    for title, shape in SHAPES.items():
        geometry = found[title]
        if shape is None:
            assert geometry is None
        else:
            assert shapely.equals_identical(shapely.geometry.shape(geometry), shape)


def test_a_corrected_placemark_or_track_has_its_place() -> None:
    when = "<TimeStamp><when>2023-02-30</when></TimeStamp>"
    marks = (
        f"<Placemark><name>P</name>{when}<Point><coordinates>178.5,-17.25</coordinates></Point>"
        f"</Placemark><Placemark><name>L</name>{when}<LineString><coordinates>45,12 46,13"
        "</coordinates></LineString></Placemark>"
    )
    track = (
        "<trk><name>L</name><time>2023-02-30</time><trkseg><trkpt lat='12' lon='45'/>"
        "<trkpt lat='13' lon='46'/></trkseg></trk>"
        "<wpt lat='-17.25' lon='178.5'><name>P</name><time>2023-02-30</time></wpt>"
    )
    files = {
        "a.kml": f"<kml xmlns='http://www.opengis.net/kml/2.2'><Document>{marks}</Document></kml>",
        "a.gpx": f"<gpx xmlns='http://www.topografix.com/GPX/1/1'>{track}</gpx>",
    }
    for name, content in files.items():
        found = json.loads(json.dumps(correct(content.encode(), name)))
        assert found == {
            "P": {"type": "Point", "coordinates": [178.5, -17.25]},
            "L": {"type": "LineString", "coordinates": [[45, 12], [46, 13]]},
        }


def test_a_place_that_is_no_geometry_can_be_corrected() -> None:
    feature = {
        "type": "Feature",
        "geometry": {"type": "Cube", "coordinates": [1]},
        "properties": {"title": "A", "date": "2023-05-03"},
    }
    content = write_rejected(import_text(json.dumps([feature]), name="a.geojson"))
    [row] = csv.DictReader(content.decode("utf-8-sig").splitlines())
    assert json.loads(row["wkt (geo import)"]) == feature["geometry"]
    again = import_text(content, name="a.rejected.csv")
    assert [one.found for one in again.rejected] == ["'Cube'"]
    row["wkt (geo import)"] = "POINT (45 12.5)"
    text = io.StringIO(newline="")
    csv.DictWriter(text, row).writeheader()
    csv.DictWriter(text, row).writerow(row)
    [made] = import_text(text.getvalue(), name="a.rejected.csv").made
    assert made.feature["geometry"] == {"type": "Point", "coordinates": (45.0, 12.5)}


def test_a_corrected_record_is_the_record_of_the_file(desk: Desk) -> None:
    good = {"title": "A fire", "date": "2023-05-03"}
    bad = {"title": "A blast", "date": "2023-02-30"}
    line = {"type": "LineString", "coordinates": [[45, 12.5], [45.25, 12.75]]}
    features = [
        {"type": "Feature", "geometry": line, "properties": properties}
        for properties in (good, bad)
    ]
    records = json.dumps({"type": "FeatureCollection", "features": features})
    desk.bring(records, header="", name="table.geojson")
    path = desk.folder / "table.rejected.csv"
    corrected = path.read_text("utf-8-sig").replace("2023-02-30", "2023-02-28")
    desk.bring(corrected, header="", name=path.name)
    assert [one["geometry"] for one in desk.events] == [line, line]
    whole = records.replace("2023-02-30", "2023-02-28")
    assert "0 added, 0 updated, 2 unchanged" in desk.bring(whole, header="", name="table.geojson")


def test_a_table_without_places_has_no_column_of_them() -> None:
    header = write_rejected(import_text(TEXT)).decode("utf-8-sig").splitlines()[0]
    assert header == "title,date,memo,reason (geo import),row (geo import)"
