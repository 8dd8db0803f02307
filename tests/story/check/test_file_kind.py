"""A file of another kind is named in one line, and none of its bytes reach the terminal raw."""

import io
import zipfile

import pytest

from geo.story.check.file_kind import describe_file_kind


def zip_of(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


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
        (b"\x00\x01\x02\x03\xff", "bytes that are not text"),
    ],
)
def test_a_kind_is_recognised_by_the_content(content: bytes, words: str) -> None:
    assert (describe_file_kind(content) or "").startswith(words)


@pytest.mark.parametrize("content", [b"", b"  ", b'{"type": "FeatureCollection"', b"[1, 2"])
def test_a_broken_file_of_events_is_not_called_another_kind(content: bytes) -> None:
    assert describe_file_kind(content) is None
