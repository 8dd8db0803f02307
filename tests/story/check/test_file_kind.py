"""A file of another kind is named in one line, and none of its bytes reach the terminal raw."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from geo.story.check.any_file import check_path
from geo.story.check.file_kind import describe_file_kind
from tests.event_texts import collection, record

FOREIGN = Path(__file__).parents[2] / "data" / "foreign"


def zip_of(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("incidents.csv", "a table (CSV) with the columns Date, Time (local), Location, Lat"),
        ("rows.json", "a JSON list of 1 with the members id, description, date"),
        ("places.kml", "a KML file"),
        ("quakes.geojson", "GeoJSON of another kind: 2 features with the properties mag, time"),
    ],
)
def test_a_file_of_others_is_one_line_that_says_what_it_is(name: str, words: str) -> None:
    [finding] = check_path(str(FOREIGN / name)).findings
    assert finding.grade == "must"
    assert finding.found.startswith(words)
    assert "not yet read" in finding.wanted


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (zip_of("xl/workbook.xml"), "a spreadsheet (.xlsx)"),
        (zip_of("doc.kml"), "a KMZ file (KML, compressed)"),
        (zip_of("a/b.shp", "a/b.dbf"), "a zipped shapefile"),
        (zip_of("notes.txt"), "a ZIP archive with notes.txt"),
        (b"PK\x03\x04 broken", "a broken ZIP archive"),
        (b"SQLite format 3\x00" + bytes(80), "a GeoPackage or another SQLite database"),
        (b"%PDF-1.7", "a PDF document"),
        (b"a;b;c\n1;2;3\n", "a table (CSV) with the columns a, b, c"),
        ("Ort\tTag\nB\xe4ren\t3\n".encode("cp1252"), "a table (TSV in Windows-1252) with"),
        ("Ort,Tag\nx,3\n".encode("utf-16"), "a table (CSV in UTF-16) with the columns Ort, Tag"),
        (b'{"a": 1}\n{"a": 2}\n', "one JSON text on each line (NDJSON)"),
        (b'{"title": "x", "steps": []}', "a JSON object with the members title, steps"),
        (b"<html><body>", "a web page (HTML)"),
        (b"Dear desk,\nall quiet.\n", "plain text"),
        (b"\x00\x01\x02\x03\xff", "bytes that are no text"),
    ],
)
def test_a_kind_is_recognised_by_the_content(content: bytes, words: str) -> None:
    assert (describe_file_kind(content) or "").startswith(words)


@pytest.mark.parametrize("content", [b"", b"  ", b'{"type": "FeatureCollection"', b"[1, 2"])
def test_a_broken_file_of_events_is_not_called_another_kind(content: bytes) -> None:
    assert describe_file_kind(content) is None


@pytest.mark.parametrize("content", [b"\x1b[2J\xff\xfe\x00", b"a\x1b[31m,b\n1,2\n", b"\x00" * 99])
def test_no_control_character_of_a_file_is_shown(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    assert all(str(finding).isprintable() for finding in check_path(str(path)).findings)


def test_a_thousand_records_of_another_format_are_one_line(tmp_path: Path) -> None:
    quake = json.loads((FOREIGN / "quakes.geojson").read_text("utf-8"))["features"][0]
    path = tmp_path / "quakes.geojson"
    path.write_bytes(collection(*[quake | {"id": f"q{n}"} for n in range(1000)]))
    [finding] = check_path(str(path)).findings
    assert finding.found.startswith("GeoJSON of another kind: 1,000 features")


def test_events_of_which_one_lacks_its_time_are_still_events(tmp_path: Path) -> None:
    path = tmp_path / "events.geojson"
    path.write_bytes(collection(record("a", start=None)))
    assert "GeoJSON of another kind" not in str(check_path(str(path)).findings)
