"""The distances command on tables as people keep them: nothing shifts, nothing is guessed."""

import argparse
import csv
import io
import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import geopandas as gpd
import pyogrio
import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point, box

from geo.cli.degrees import parse_degrees
from geo.cli.distances import add_command
from geo.errors import EventFileError
from tests.event_texts import collection, record
from tests.events.mutations import damaged_bytes

# From the equator half a degree from a square's western side the equator is the shortest way.
HALF_A_DEGREE_M = Geodesic.WGS84.Inverse(0, 9.5, 0, 10)["s12"]
GEOJSON = collection(record())
ADDED = ["distance_m", "nearest_lon", "nearest_lat", "inside", "border_name", "border_version"]


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


@pytest.mark.parametrize("end", ["", "\n"])
def test_an_empty_field_at_the_end_of_rows_shifts_no_column(tmp_path: Path, end: str) -> None:
    rows = read_rows(measure(f"name,lon,lat,alt\nA,9.5,0,12,\nB,9.5,0,20,{end}".encode(), tmp_path))
    assert rows[0] == ["name", "lon", "lat", "alt", *ADDED]
    assert [row[:4] for row in rows[1:]] == [["A", "9.5", "0", "12"], ["B", "9.5", "0", "20"]]
    assert [float(row[4]) for row in rows[1:]] == pytest.approx([HALF_A_DEGREE_M] * 2, abs=0.01)


def test_rows_of_another_width_are_refused_by_number(tmp_path: Path) -> None:
    with pytest.raises(EventFileError, match="row 2 with 2, row 4 with 4, wanted 3 fields"):
        measure(b"id,lon,lat\n1,9.5,0\n2,9.5\n\n3,9.5,0\n4,9.5,0,extra\n", tmp_path)
    assert not (tmp_path / "out.csv").exists()


def test_many_rows_of_another_width_are_counted(tmp_path: Path) -> None:
    with pytest.raises(EventFileError, match="row 5 with 1 and 995 more, wanted 2"):
        measure(b"lon,lat\n" + b"9\n" * 1000, tmp_path)


@pytest.mark.parametrize(
    ("header", "found"), [("lon,lat,lon", "lon, lon"), ("lat,lng,Longitude", "lng, Longitude")]
)
def test_two_columns_that_could_be_the_longitude_are_refused(
    tmp_path: Path, header: str, found: str
) -> None:
    with pytest.raises(EventFileError, match=f"found columns {found}, wanted one longitude"):
        measure(f"{header}\n9.5,0,1\n".encode(), tmp_path)


def test_other_columns_of_one_name_keep_name_and_values(tmp_path: Path) -> None:
    rows = read_rows(measure(b"id,id,lon,lat\n1,2,9.5,0\n", tmp_path))
    assert rows[0][:4] == ["id", "id", "lon", "lat"]
    assert rows[1][:2] == ["1", "2"]


@pytest.mark.parametrize("lon", ["lon", "Longitude", "LNG", " long "])
@pytest.mark.parametrize("lat", ["lat", "Latitude"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_and_usual_names_are_read(
    tmp_path: Path, lon: str, lat: str, delimiter: str
) -> None:
    lines = [delimiter.join(["at", lat, lon]), delimiter.join(['"a,b"', "0", "9.5"])]
    rows = read_rows(measure("\n".join(lines).encode(), tmp_path), delimiter)
    assert float(rows[1][3]) == pytest.approx(HALF_A_DEGREE_M, abs=0.01)


def test_a_decimal_comma_is_read_and_written(tmp_path: Path) -> None:
    rows = read_rows(measure(b"lat;lon\n0,0;9,5\n", tmp_path), ";")
    assert float(rows[1][2].replace(",", ".")) == pytest.approx(HALF_A_DEGREE_M, abs=0.01)
    assert "." not in "".join(rows[1])


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_mark_encoding_and_line_ends_stay(
    tmp_path: Path, mark: str, encoding: str, line_end: str
) -> None:
    if encoding != "utf-8" and not mark:
        pytest.skip("UTF-16 is known by its mark alone")
    text = f'{mark}"place",lon,lat{line_end}Ἀθῆναι,9.5,0{line_end}'
    written = measure(text.encode(encoding), tmp_path).decode(encoding)
    assert written.startswith(f'{mark}"place",lon,lat,distance_m')
    lines = written.split(line_end)
    assert len(lines) == 3
    assert not set("\r\n") & set("".join(lines))
    assert lines[1].startswith("Ἀθῆναι,9.5,0,5")


def test_bytes_of_another_encoding_are_written_as_they_were(tmp_path: Path) -> None:
    assert (
        measure(b"place,lon,lat\nCaf\xe9,9.5,0\n", tmp_path)
        .splitlines()[1]
        .startswith(b"Caf\xe9,9.5,0,5")
    )


def test_two_encodings_are_never_mixed_in_one_file(tmp_path: Path) -> None:
    write_border(tmp_path, "Carré")
    content = b"place,lon,lat\nCaf\xe9,9.5,0\n"
    with pytest.raises(EventFileError, match="--encoding"):
        measure(content, tmp_path)
    assert b"Carr\xe9" in measure(content, tmp_path, ".csv", "--encoding", "cp1252")
    write_border(tmp_path, "Квадрат")
    with pytest.raises(EventFileError, match="cannot write the border's name"):
        measure(content, tmp_path, ".csv", "--encoding", "cp1252")


def test_an_own_result_is_measured_anew_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    once = measure(b"\xef\xbb\xbfid,lon,lat\r\n1,9.5,0\r\n", tmp_path)
    assert measure(once, tmp_path) == once
    assert "columns measured again: distance_m, nearest_lon" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b'lon,lat,x\n1,2,"a\n', b'lon,lat,x\n1,2,"a"b\n'])
def test_a_quoted_field_without_an_end_is_named(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(EventFileError, match="quoted field"):
        measure(content, tmp_path)


field = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


@given(st.lists(st.tuples(field, st.floats(-360, 360), field), max_size=5), st.sampled_from(";,\t"))
def test_what_stood_in_a_file_stands_in_its_copy(
    rows: list[tuple[str, float, str]], delimiter: str
) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(["a", "lon", "lat", "b"])
    writer.writerows([a, lon, 0, b] for a, lon, b in rows)
    with TemporaryDirectory() as folder:
        written = measure(text.getvalue().encode(), Path(folder)).decode()
    read = [*csv.reader(io.StringIO(written, newline=""), delimiter=delimiter)]
    given_rows = [*csv.reader(io.StringIO(text.getvalue(), newline=""), delimiter=delimiter)]
    assert [row[:4] for row in read] == given_rows
    assert {len(row) for row in read} == {4 + len(ADDED)}


@pytest.mark.parametrize("crs", ["urn:ogc:def:crs:EPSG::3857", "EPSG:32637"])
def test_geojson_in_metres_is_refused(tmp_path: Path, crs: str) -> None:
    collection = {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": crs}},
        "features": [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [37, 55]}}],
    }
    with pytest.raises(EventFileError, match=f"found crs '{crs}', wanted lon, lat"):
        measure(json.dumps(collection).encode(), tmp_path, ".geojson")


@pytest.mark.parametrize("place", [[4187839, 7509135], [4187839, 55], [37, 91]])
def test_places_that_are_no_degrees_are_named(tmp_path: Path, place: list[float]) -> None:
    features = [
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": each}}
        for each in ([9.5, 0], place)
    ]
    content = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    with pytest.raises(EventFileError, match="feature 2: found a place at"):
        measure(content, tmp_path, ".geojson")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"features": [null]}', "feature 1: found null, wanted a Feature"),
        ('{"features": [{"properties": []}]}', "found properties an empty list"),
        ('{"features": [{"properties": {"a": 1, "a": 2}}]}', "found 'a' twice"),
        ('{"features": {}}', "without a list of features"),
        ("[" * 100_000, "found no JSON"),
        ("\x00\x01", "found no JSON"),
    ],
)
def test_geojson_that_is_none_is_refused_in_our_words(
    tmp_path: Path, content: str, message: str
) -> None:
    with pytest.raises(EventFileError, match=message):
        measure(content.encode(), tmp_path, ".geojson")


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


def test_of_several_layers_one_is_named(tmp_path: Path) -> None:
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


@pytest.mark.parametrize(
    ("text", "axis", "degrees"),
    [
        ("55.75°", "lat", 55.75),
        ("55°45′00″N", "lat", 55.75),
        ("37° 37' 12\" E", "lon", 37.62),
        ("S 12,5", "lat", -12.5),
        ("-0.5", "lat", -0.5),
        ("1e-3", "lon", 0.001),
        ("  ", "lon", None),
    ],
)
def test_degrees_are_read_as_people_write_them(text: str, axis: str, degrees: float | None) -> None:
    assert parse_degrees(text, "lon" if axis == "lon" else "lat") == pytest.approx(degrees)


@pytest.mark.parametrize(
    "text",
    [
        "91",
        "north",
        "12 E",
        "-12 S",
        "N 12 S",
        "12°60′",
        "12.5°30′",
        "nan",
        "inf",
        "1e999",
        "1,2,3",
    ],
)
def test_what_is_no_latitude_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        parse_degrees(text, "lat")


@given(st.text(alphabet="0123456789.,°′″'\"NSEW+-e ", max_size=20))
def test_any_text_is_degrees_or_is_refused(text: str) -> None:
    try:
        degrees = parse_degrees(text, "lat")
    except ValueError:
        return
    assert degrees is None or -90 <= degrees <= 90


@given(
    st.binary(max_size=80) | damaged_bytes('id,lon,lat\r\n"7",9.5,0\r\nб,"9,5",1°\r\n'.encode()),
    st.sampled_from([".csv", ".geojson", ".gpkg", ".parquet"]),
)
def test_no_file_breaks_the_command(content: bytes, suffix: str) -> None:
    with TemporaryDirectory() as folder:
        try:
            measure(content, Path(folder), suffix)
        except EventFileError as error:
            assert_is_message(str(error))


@given(damaged_bytes(GEOJSON))
def test_no_damaged_geojson_breaks_the_command(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        try:
            measure(content, Path(folder), ".geojson")
        except EventFileError as error:
            assert_is_message(str(error))


def assert_is_message(message: str) -> None:
    assert message.startswith("in.")
    assert message.isprintable()
    assert ", wanted " in message
