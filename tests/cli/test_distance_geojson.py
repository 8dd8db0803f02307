"""Distances of GeoJSON: all that stood in a file stands in its copy."""

import csv
import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import EventFileError
from tests.cli.measuring import ADDED_COLUMNS, assert_is_message, measure
from tests.event_texts import collection, record
from tests.events.mutations import damaged_bytes

GEOJSON = collection(record())
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
    assert {len(row) for row in read} == {4 + len(ADDED_COLUMNS)}


@pytest.mark.parametrize("crs", ["urn:ogc:def:crs:EPSG::3857", "EPSG:32637"])
def test_geojson_in_metres_is_refused(tmp_path: Path, crs: str) -> None:
    collection = {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": crs}},
        "features": [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [37, 55]}}],
    }
    with pytest.raises(EventFileError, match=f"found crs '{crs}', wanted lon, lat"):
        measure(json.dumps(collection).encode(), tmp_path, ".geojson")


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
def test_broken_geojson_is_refused_in_our_words(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(EventFileError, match=message):
        measure(content.encode(), tmp_path, ".geojson")


@given(damaged_bytes(GEOJSON))
def test_no_damaged_geojson_breaks_the_command(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        try:
            measure(content, Path(folder), ".geojson")
        except EventFileError as error:
            assert_is_message(str(error))
