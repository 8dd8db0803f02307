"""A GeoParquet file opened: its known columns, its geometries and the texts at its top."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import starmap

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyproj
import shapely
from pyarrow import parquet
from pydantic_core import from_json

from geo.errors import EventFileError, Problem, quote
from geo.events.columns.arrow import EMPTY, FILE_COLUMNS, INSTANTS, PART_TYPES, WORKED_OUT
from geo.events.columns.column import to_json_text
from geo.events.columns.frame import OPTIONAL
from geo.events.derived import DERIVED, describe_derived
from geo.events.files.deep_shapes import is_deep_wkb
from geo.events.geometry.arrays import Flags
from geo.events.geometry.shapes import Shapes
from geo.events.reading.geoparquet.unreadable_rows import (
    are_texts,
    as_plain_texts,
    reject_unreadable_rows,
)
from geo.events.reading.misspelt_members import KNOWN, find_meant
from geo.events.reading.references import RowNumbers
from geo.events.rejections import Report, count_records

MAGIC = b"PAR1"
# Beyond this a file is meant to fill the memory.
_MOST_ROWS = 5_000_000
_MOST_BYTES = 4 << 30
# A number of a value takes fewer; more is spelt out, and to number it would cost time and memory.
_REPEATED_BYTES = 16
GEOPARQUET_WANTED = "GeoParquet with a row for each event"


@dataclass(frozen=True)
class ParquetEvents:
    """What a GeoParquet file holds.

    Attributes
    ----------
    table : Table, n rows
        The columns of events, in one piece each; rows that cannot be read are left out.
    numbers : array of int, n values
        The number of each row in the file, from 1.
    shapes : array of Geometry, n items
        Without heights; None if one is missing.
    broken : array of bool, n items
        Where bytes are not a geometry.
    members : dict of str to bytes
        The texts at the top, as JSON.
    """

    table: pa.Table
    numbers: RowNumbers
    shapes: Shapes
    broken: Flags
    members: dict[str, bytes]


def open_parquet(content: bytes, report: Report, left_out: Collection[str] = ()) -> ParquetEvents:
    """Return what a file holds; columns that are unknown or not there are noted.

    Raises
    ------
    EventFileError
        If it is not GeoParquet in lon, lat, or lacks a column that every event needs.
    Exception
        Any other, where the file is broken.
    """
    plain = parquet.ParquetFile(pa.BufferReader(content))
    _check_size(plain.metadata)
    leaves = [plain.schema.column(number) for number in range(len(plain.schema.names))]
    texts = [
        leaf.path
        for number, leaf in enumerate(leaves)
        if leaf.physical_type == "BYTE_ARRAY" and _repeats(plain.metadata, number)
    ]
    file = parquet.ParquetFile(pa.BufferReader(content), read_dictionary=texts)
    metadata = file.metadata.metadata or {}
    geometry = _find_geometry(metadata)
    known = _choose_columns([leaf.path for leaf in leaves], geometry, report)
    known = [path for path in known if path.partition(".")[0] not in left_out]
    table, numbers = reject_unreadable_rows(_read_table(file, known, geometry), report)
    table.validate(full=True)
    shapes, broken = _read_shapes(table.column(geometry), report)
    return ParquetEvents(table, numbers, shapes, broken, _read_members(metadata, report))


def _read_table(file: parquet.ParquetFile, known: list[str], geometry: str) -> pa.Table:
    """Return some columns of a file, each in one piece."""
    table = _read_groups(file, known)
    if len(table.column_names) != len(set(table.column_names)):
        raise EventFileError(Problem("", "two columns of one name", "one of each"))
    if geometry not in table.column_names or geometry in FILE_COLUMNS:
        raise EventFileError(
            Problem("", f"no column of geometries {quote(geometry)}", GEOPARQUET_WANTED)
        )
    if not are_texts(table, geometry):
        # A dictionary holds its broken texts after their rows are gone; plain columns do not.
        table = as_plain_texts(table, geometry)
    names, columns = table.column_names, table.columns
    # Only one of them is held twice at a time.
    del table
    for place, column in enumerate(columns):
        columns[place] = column.unify_dictionaries().combine_chunks()
    return pa.table(columns, names=names)


def _read_groups(file: parquet.ParquetFile, columns: list[str]) -> pa.Table:
    """Return the rows of all groups; Arrow reads nested texts of one group at a time only."""
    if not file.num_row_groups:
        return file.read(columns=columns)
    groups = range(file.num_row_groups)
    return pa.concat_tables([file.read_row_group(group, columns=columns) for group in groups])


def _repeats(metadata: parquet.FileMetaData, number: int) -> bool:
    """Return whether the values of a column repeat, by how much space each takes."""
    groups = range(metadata.num_row_groups)
    chunks = [metadata.row_group(group).column(number) for group in groups]
    size = sum(chunk.total_uncompressed_size for chunk in chunks)
    values = sum(chunk.num_values for chunk in chunks)
    return bool(size <= _REPEATED_BYTES * values)


def _check_size(metadata: parquet.FileMetaData) -> None:
    groups = [metadata.row_group(number) for number in range(metadata.num_row_groups)]
    size = sum(group.total_byte_size for group in groups)
    if metadata.num_rows > _MOST_ROWS or size > _MOST_BYTES:
        found = f"{metadata.num_rows:,} rows of {size:,} bytes"
        raise EventFileError(Problem("", found, f"at most {_MOST_ROWS:,} of {_MOST_BYTES:,}"))


def _find_geometry(metadata: dict[bytes, bytes]) -> str:
    """Return the name of the column of geometries, if its terms are those that we read."""
    try:
        geo = from_json(metadata[b"geo"])
        name = geo["primary_column"]
        column = geo["columns"][name]
        encoding = column["encoding"]
        crs = pyproj.CRS(column.get("crs") or "OGC:CRS84")
    except (KeyError, ValueError, TypeError, AttributeError, pyproj.exceptions.CRSError) as error:
        raise EventFileError(Problem("", "Parquet without geometry", GEOPARQUET_WANTED)) from error
    if not crs.equals("OGC:CRS84", ignore_axis_order=True):
        raise EventFileError(Problem("", f"crs {quote(crs.name)}", "lon, lat in WGS 84"))
    if encoding not in ("WKB", "point"):
        raise EventFileError(Problem("", f"geometry as {quote(encoding)}", "WKB or point"))
    if column.get("edges", "planar") != "planar":
        raise EventFileError(Problem("", f"edges {quote(column['edges'])}", "planar"))
    return str(name)


def _choose_columns(paths: list[str], geometry: str, report: Report) -> list[str]:
    """Return the paths of the columns of events and of the geometry."""
    known = [path for path in paths if _is_known(path, geometry)]
    unknown = dict.fromkeys(_locate(path) for path in paths if not _is_known(path, geometry))
    for part, name in unknown:
        if wanted := find_meant(name, part):
            # Every row has it: to leave it out could raise what each is read as.
            raise EventFileError(Problem("", f"column {quote(_join(part, name))}", wanted))
    here = {path.partition(".")[0] for path in known}
    lacking = [name for name in FILE_COLUMNS if name not in here]
    if needed := [name for name in ("id", "title") if name in lacking]:
        raise EventFileError(Problem("", f"no column {', '.join(needed)}", GEOPARQUET_WANTED))
    if "when" not in here and not {*INSTANTS} <= here:
        raise EventFileError(Problem("", "no column when, nor start and end", GEOPARQUET_WANTED))
    names = list(starmap(_join, unknown))
    report.notes += describe_derived(names)
    report.notes += [
        f"unknown column {quote(name)}: left out" for name in names if name not in DERIVED
    ]
    report.notes += [
        f"no column {quote(name)}: read as {quote(EMPTY[name]) if EMPTY[name] else 'empty'}"
        for name in lacking
        if name not in WORKED_OUT and name not in OPTIONAL
    ]
    return known


def _is_known(path: str, geometry: str) -> bool:
    part, name = _locate(path)
    return name in KNOWN[part] or path.partition(".")[0] == geometry


def _locate(path: str) -> tuple[str, str]:
    """Return the part of an event that a column belongs to, as `KNOWN` has it, and its name.

    >>> _locate("claims.list.element.actor.name"), _locate("killed.low"), _locate("title")
    (('actor', 'name'), ('killed', 'low'), ('row', 'title'))
    """
    top, *parts = path.split(".")
    if top in ("claims", "sources") and len(parts) > 2:
        # Between a list and its members are two names of the format's own.
        name, *deeper = parts[2:]
        return ("actor", deeper[0]) if name == "actor" and deeper else (top, name)
    return (top, parts[0]) if top in PART_TYPES and parts else ("row", top)


def _join(part: str, name: str) -> str:
    return name if part == "row" else f"{part}.{name}"


def _read_members(metadata: dict[bytes, bytes], report: Report) -> dict[str, bytes]:
    """Return the texts at the top, as members of a GeoJSON file."""
    try:
        stated = from_json(metadata.get(b"about", b"{}"))
    except ValueError:
        stated = None
    if not isinstance(stated, dict):
        report.notes.append("texts at the top: left out; they are not a JSON object")
        stated = {}
    return {
        **{name: to_json_text(text) for name, text in stated.items()},
        "type": b'"FeatureCollection"',
    }


def _read_shapes(column: pa.ChunkedArray, report: Report) -> tuple[Shapes, Flags]:
    """Return each row's geometry without heights, None if it is missing, and what broke."""
    array = column.combine_chunks()
    if pa.types.is_struct(array.type):
        x, y = (pc.struct_field(array, name).to_numpy(zero_copy_only=False) for name in "xy")
        shapes = shapely.points(x.astype(float), y.astype(float))
        shapes[array.is_null().to_numpy(zero_copy_only=False)] = None
        return shapes, np.zeros(len(array), dtype=bool)
    if pa.types.is_dictionary(array.type):
        array = array.dictionary_decode()
    texts = array.to_numpy(zero_copy_only=False)
    texts = np.array([b"" if is_deep_wkb(text) else text for text in texts], dtype=object)
    shapes = shapely.from_wkb(texts, on_invalid="ignore")
    broken: Flags = shapely.is_missing(shapes) & array.is_valid().to_numpy(zero_copy_only=False)
    has_z = shapely.has_z(shapes)
    if has_z.any():
        report.notes.append(f"heights in {count_records(int(has_z.sum()))}: left out")
        shapes = shapely.force_2d(shapes)
    return shapes, broken
