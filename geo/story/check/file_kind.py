"""Recognise files that do not hold events: other people's tables, maps and archives."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable

from geo.errors import quote

EVENTS_FILE_WANTED = (
    "GeoJSON or GeoParquet of events; geo import FILE --story FOLDER makes events of a table or map"
)
_MOST_NAMES = 6
_ENCODINGS = (("utf-8-sig", ""), ("utf-16", " in UTF-16"), ("cp1252", " in Windows-1252"))
_MAGIC = (
    (b"SQLite format 3\x00", "a GeoPackage or another SQLite database"),
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"\x1f\x8b", "a file compressed with gzip"),
    (b"\x28\xb5\x2f\xfd", "a file compressed with zstd"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (.xls or .doc)"),
    (b"PAR1", "a Parquet file"),
    (b"ARROW1", "an Arrow file"),
    (b"\x00\x00\x27\x0a", "a shapefile"),
)
_XML_KINDS = (
    ("<kml", "a KML file"),
    ("<gpx", "a GPX file"),
    ("<gml", "a GML file"),
    ("<!doctype html", "a web page (HTML)"),
    ("<html", "a web page (HTML)"),
    ("<rss", "a news feed (RSS)"),
)


def describe_file_kind(content: bytes) -> str | None:
    """Return what a file is, in words; None if it may be a broken file of events.

    Parameters
    ----------
    content : bytes
        The whole file. Nothing of it is shown but the names of columns and members, quoted.
    """
    if content.startswith(b"PK\x03\x04"):
        return _describe_archive(content)
    for magic, words in _MAGIC:
        if content.startswith(magic):
            return words
    decoded = _decode(content)
    if decoded is None:
        return "bytes that are not text in UTF-8, UTF-16 or Windows-1252"
    text, encoding = decoded
    start = text.lstrip()
    if start.startswith("<"):
        return _describe_xml(start)
    if start.startswith(("{", "[")):
        return _describe_json(start)
    return _describe_table(text, encoding) or ("plain text" if start else None)


def _describe_archive(content: bytes) -> str:
    try:
        names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return "a broken ZIP archive"
    if "xl/workbook.xml" in names:
        return "a spreadsheet (.xlsx)"
    if any(name.startswith("word/") for name in names):
        return "a Word document (.docx)"
    if "content.xml" in names and "mimetype" in names:
        return "an OpenDocument file (.ods or .odt)"
    if any(name.lower().endswith(".kml") for name in names):
        return "a KMZ file (KML, compressed)"
    if any(name.lower().endswith(".shp") for name in names):
        return "a zipped shapefile"
    return f"a ZIP archive with {_list_names(names)}"


def _decode(content: bytes) -> tuple[str, str] | None:
    """Return the text of a file and the name of its encoding; None if it is not text."""
    for encoding, words in _ENCODINGS:
        if encoding == "utf-16" and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if re.search(r"[\x00-\x08\x0e-\x1f\x7f]", text) else (text, words)
    return None


def _describe_xml(start: str) -> str:
    head = start[:2000].lower()
    return next((words for mark, words in _XML_KINDS if mark in head), "an XML file")


def _describe_json(start: str) -> str | None:
    try:
        value: object = json.loads(start)
    except (ValueError, RecursionError):
        try:
            json.loads(start.splitlines()[0])
        except (ValueError, RecursionError):
            return None
        return "one JSON text on each line (NDJSON)"
    if isinstance(value, list):
        first = value[0] if value and isinstance(value[0], dict) else {}
        names = f" with the members {_list_names(first)}" if first else ""
        return f"a JSON list of {len(value):,}{names}"
    if isinstance(value, dict) and value.get("type") not in ("FeatureCollection", "Feature"):
        return (
            f"a JSON object with the members {_list_names(value)}" if value else "an empty object"
        )
    return None


def _describe_table(text: str, encoding: str) -> str | None:
    lines = text.splitlines()
    for delimiter in (",", ";", "\t", "|"):
        try:
            rows = list(csv.reader(lines[:2], delimiter=delimiter))
        except csv.Error:
            continue
        if len(rows) == 2 and len(rows[0]) == len(rows[1]) > 1:
            kind = "CSV" if delimiter != "\t" else "TSV"
            return f"a table ({kind}{encoding}) with the columns {_list_names(rows[0])}"
    return None


def _list_names(names: Iterable[object]) -> str:
    every = list(names)
    shown = ", ".join(quote(name).strip("'") for name in every[:_MOST_NAMES])
    return f"{shown} and {len(every) - _MOST_NAMES:,} more" if len(every) > _MOST_NAMES else shown
