"""Distances for CSV: columns are added to each line, and everything else stays byte for byte."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.cli.csv_lines import (
    DELIMITERS,
    MARK,
    CsvFile,
    CsvRecord,
    check_is_text,
    find_file_encoding,
    format_fields,
)
from geo.cli.distance_columns import (
    ADDED_COLUMNS,
    NUMBERS,
    TEXTS,
    Axis,
    Measure,
    ReadOptions,
    notice_replaced,
    read_cell,
)
from geo.errors import EventFileError, quote
from geo.events.files.csv_formulas import escape_formula

_NAMES: dict[Axis, tuple[str, ...]] = {
    "lon": ("lon", "longitude", "lng", "long"),
    "lat": ("lat", "latitude"),
}
_MOST_NAMED, _MOST_COLUMNS = 5, 20
# A comma or point of a number: "48 с.ш." has none.
_DECIMAL = re.compile(r"(?<=\d)[.,]|[.,](?=\d)")


@dataclass(frozen=True)
class _Table:
    """A CSV file, the names of its columns, and which of them say the place."""

    file: CsvFile
    header: list[str]
    columns: dict[Axis, int]


@dataclass
class _Places:
    """Degrees of each record, NaN where it has none, and how the file writes decimals.

    `decimal` is the mark of the first record that has one, "" if none has; `first` says which.
    """

    degrees: dict[Axis, list[float]]
    decimal: str = ""
    first: str = ""


def copy_csv(path: Path, out: Path, measure: Measure, options: ReadOptions) -> None:
    """Write each record with the added columns after it; records without a place stay empty.

    Raises
    ------
    EventFileError
        If a record has more or fewer fields than the header, or a place cannot be read.
    """
    table = _open_table(path, options.encoding)
    places = _read_places(table)
    lon, lat = np.array(places.degrees["lon"]), np.array(places.degrees["lat"])
    points = shapely.points(lon, lat)
    points[np.isnan(lon) | np.isnan(lat)] = None
    added = measure(gpd.GeoSeries(points, crs="EPSG:4326"))
    notice_replaced(path.name, table.header)
    for name in TEXTS:
        added[name] = added[name].map(escape_formula)
    if not _can_write(table.file, [*added["border_credit"][:1]]):
        added["border_credit"] = added["border_credit"].str.replace("©", "(c)")
    _check_writable(table.file, [text for name in TEXTS for text in added[name][:1]])
    _write(table, out, _format_rows(added, table.file.delimiter, places.decimal == ","))


def _open_table(path: Path, encoding: str | None) -> _Table:
    """Find the delimiter with which the header names a longitude and a latitude."""
    is_named = encoding is not None
    encoding = encoding or find_file_encoding(path)
    found: list[str] = []
    for delimiter in DELIMITERS:
        file = CsvFile(path, encoding, delimiter)
        header = _read_header(file)
        if all(_find_columns(header, axis) for axis in _NAMES):
            columns = {axis: _find_column(path, header, axis) for axis in _NAMES}
            return _Table(file, header, columns)
        found = max(found, header, key=len)
    if not is_named:
        check_is_text(path)
    if not any(found):
        raise EventFileError(f"{path.name}: found no table, wanted CSV with a header")
    names = ", ".join(quote(name)[1:-1] for name in found[:_MOST_COLUMNS])
    raise EventFileError(
        f"{path.name}: found columns {names}, wanted lon and lat (or longitude and latitude)"
    )


def _read_header(file: CsvFile) -> list[str]:
    """Return the names of the columns; none if the delimiter is not that of the file."""
    try:
        record = next(file.iterate_records(), None)
    except EventFileError as error:
        if isinstance(error.__cause__, UnicodeError):
            raise
        return []
    return [name.strip() for name in record.fields] if record else []


def _find_columns(header: Sequence[str], axis: Axis) -> list[int]:
    return [column for column, name in enumerate(header) if name.lower() in _NAMES[axis]]


def _find_column(path: Path, header: Sequence[str], axis: Axis) -> int:
    columns = _find_columns(header, axis)
    if len(columns) > 1:
        found = ", ".join(header[column] for column in columns)
        raise EventFileError(f"{path.name}: found columns {found}, wanted one {_NAMES[axis][1]}")
    return columns[0]


def _iterate_rows(table: _Table) -> Iterator[CsvRecord]:
    """Yield the records after the header; empty lines too, which have no fields.

    The first is row 2, as a spreadsheet and an import count.

    An extra empty field at the end of a record, beyond the header's, is left out.
    """
    records = table.file.iterate_records()
    next(records)
    wanted = len(table.header)
    for record in records:
        fields = record.fields
        if len(fields) == wanted + 1 and not fields[-1].strip():
            yield CsvRecord(
                fields[:-1], format_fields(fields[:-1], table.file.delimiter), record.line_end
            )
        else:
            yield record


def _read_places(table: _Table) -> _Places:
    name, wanted = table.file.path.name, len(table.header)
    places, wrong = _Places({"lon": [], "lat": []}), []
    for row, record in enumerate(_iterate_rows(table), start=2):
        if not record.fields:
            continue
        if len(record.fields) != wanted:
            wrong.append(f"row {row} with {len(record.fields)}")
            continue
        where = f"{name}, row {row}"
        for axis, column in table.columns.items():
            text = record.fields[column]
            _note_decimal(places, name, row, f"{table.header[column]} {quote(text)}", text)
            places.degrees[axis].append(read_cell(where, table.header[column], text, axis))
    if wrong:
        more = f" and {len(wrong) - _MOST_NAMED:,} more" if len(wrong) > _MOST_NAMED else ""
        raise EventFileError(
            f"{name}: found {', '.join(wrong[:_MOST_NAMED])}{more}, wanted {wanted} fields as the "
            "header has; nothing is written, since values would be in wrong columns"
        )
    return places


def _note_decimal(places: _Places, name: str, row: int, said: str, text: str) -> None:
    """Note whether a file has decimal commas or points; a file of both is refused."""
    found = _DECIMAL.search(text)
    mark = found[0] if found else ""
    if mark and places.decimal and mark != places.decimal:
        wanted = "a decimal comma" if places.decimal == "," else "a decimal point"
        raise EventFileError(
            f"{name}, row {row}: found {said}, wanted {wanted} as in {places.first}; nothing is "
            "written, since a program would read the numbers of one of the two wrongly"
        )
    if mark and not places.decimal:
        places.decimal, places.first = mark, f"row {row}, {said}"


def _can_write(file: CsvFile, texts: Sequence[str]) -> bool:
    try:
        _check_writable(file, texts)
    except EventFileError:
        return False
    return True


def _check_writable(file: CsvFile, texts: Sequence[str]) -> None:
    """Refuse to mix two encodings in one file, and characters that its encoding lacks."""
    if all(text.isascii() for text in texts):
        return
    if file.encoding == "utf-8" and file.has_other_bytes():
        found = "bytes that are not UTF-8, and a border whose name is not ASCII"
        raise EventFileError(
            f"{file.path.name}: found {found}, wanted the encoding: --encoding cp1252, for example"
        )
    try:
        "".join(texts).encode(file.encoding)
    except UnicodeEncodeError as error:
        raise EventFileError(
            f"{file.path.name}: found {file.encoding}, which cannot write the border's name, "
            "wanted UTF-8"
        ) from error


def _format_rows(added: pd.DataFrame, delimiter: str, has_comma: bool) -> Iterator[str]:
    """Yield the added fields of each record, with a decimal comma where the file has one."""
    for name in NUMBERS:
        texts = added[name].map(lambda value: repr(float(value))).where(added[name].notna(), "")
        added[name] = texts.str.replace(".", ",") if has_comma else texts
    added["inside"] = added["inside"].astype(object).map(str).where(added["inside"].notna(), "")
    for fields in added[[*ADDED_COLUMNS]].itertuples(index=False):
        yield format_fields(fields, delimiter)


def _write(table: _Table, out: Path, added: Iterator[str]) -> None:
    file = table.file
    kept = [column for column, name in enumerate(table.header) if name not in ADDED_COLUMNS]

    def join(record: CsvRecord, added_fields: str) -> str:
        text = record.text
        if len(kept) < len(table.header):
            mark = MARK if text.startswith(MARK) else ""
            text = mark + format_fields([record.fields[column] for column in kept], file.delimiter)
        return f"{text}{file.delimiter}{added_fields}{record.line_end}"

    with out.open("w", encoding=file.encoding, errors=file.errors, newline="") as lines:
        header = next(file.iterate_records())
        lines.write(join(header, format_fields(ADDED_COLUMNS, file.delimiter)))
        lines.writelines(
            join(record, next(added)) if record.fields else record.text + record.line_end
            for record in _iterate_rows(table)
        )
