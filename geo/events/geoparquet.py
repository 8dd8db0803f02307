"""Events as GeoParquet: typed columns, of which each different value is checked once."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime
from itertools import accumulate, pairwise
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyproj
import shapely
from geopandas import GeoDataFrame
from numpy.typing import NDArray
from pyarrow import parquet
from pydantic import ValidationError
from pydantic_core import from_json
from shapely.geometry import mapping

from geo.errors import EventFileError
from geo.events.arrow import COLUMNS, EMPTY, INSTANTS, KINDS, PARTS, is_list
from geo.events.checks import check_features, check_top, records
from geo.events.columns import Codes, Column, Mask, adapter, as_json, plain, together
from geo.events.event import (
    Feature,
    Together,
    faults_together,
)
from geo.events.frame import DTYPES, MEMBERS, TERRITORY, Values, frame_of, to_frame
from geo.events.geojson import Cut
from geo.events.geometry import Shapes
from geo.events.held import Report, quote
from geo.events.references import Numbers

Instants = NDArray[np.datetime64]

MAGIC = b"PAR1"
# Beyond this a file is meant to fill the memory.
_MOST_ROWS = 5_000_000
_MOST_BYTES = 4 << 30
_BATCH = 10_000
_WANTED = "GeoParquet with a row for each event"


def read_geoparquet(content: bytes, report: Report) -> tuple[GeoDataFrame, Numbers, dict[str, str]]:
    """Return the rows that are good by themselves, their numbers from 1, and the texts at the top.

    Raises
    ------
    EventFileError
        If it is no GeoParquet in lon, lat, or lacks a column that no event can be without.
    """
    try:
        table, place, about = _read_table(content, report)
        about_texts = check_top(Cut(b"", about), report)
        shapes, broken = _shapes(table.column(place), report)
        return (*_checked(table, shapes, broken, report), about_texts)
    except (pa.ArrowException, OSError, MemoryError, OverflowError, UnicodeDecodeError) as error:
        reason = str(error).splitlines()[0][:100] if str(error) else type(error).__name__
        raise EventFileError(f"found {quote(reason)}, wanted {_WANTED}") from error


def _read_table(content: bytes, report: Report) -> tuple[pa.Table, str, dict[str, bytes]]:
    """Return the columns of events, the name of the geometry, and the texts at the top."""
    schema = parquet.ParquetFile(pa.BufferReader(content)).schema
    leaves = [schema.column(number) for number in range(len(schema.names))]
    texts = [leaf.path for leaf in leaves if leaf.physical_type == "BYTE_ARRAY"]
    file = parquet.ParquetFile(pa.BufferReader(content), read_dictionary=texts)
    groups = [file.metadata.row_group(number) for number in range(file.metadata.num_row_groups)]
    size = sum(group.total_byte_size for group in groups)
    if file.metadata.num_rows > _MOST_ROWS or size > _MOST_BYTES:
        found = f"{file.metadata.num_rows:,} rows of {size:,} bytes"
        raise EventFileError(f"found {found}, wanted at most {_MOST_ROWS:,} of {_MOST_BYTES:,}")
    metadata = file.metadata.metadata or {}
    place = _place(metadata)
    known = [leaf.path for leaf in leaves if _is_known(leaf.path, place)]
    report.notes += dict.fromkeys(
        f"unknown column {quote(_name(path))}: left out"
        for path in (leaf.path for leaf in leaves)
        if not _is_known(path, place)
    )
    here = {path.partition(".")[0] for path in known}
    if lacking := [name for name in COLUMNS if name not in here and not _may_lack(name)]:
        raise EventFileError(f"found no column {', '.join(lacking)}, wanted {_WANTED}")
    report.notes += [
        f"no column {quote(name)}: read as empty" for name in COLUMNS if name not in here
    ]
    table = file.read(columns=known)
    if len(table.column_names) != len(here):
        raise EventFileError("found two columns of one name, wanted one of each")
    table.validate(full=True)
    about: dict[str, bytes] = {"type": b'"FeatureCollection"'}
    try:
        stated = from_json(metadata.get(b"about", b"{}"))
    except ValueError:
        stated = {}
        report.notes.append("texts at the top: left out; they are no JSON")
    about |= {name: as_json(text) for name, text in stated.items() if name != "type"}
    return table.unify_dictionaries().combine_chunks(), place, about


def _place(metadata: dict[bytes, bytes]) -> str:
    """Return the name of the column of geometries, if its terms are those that we read."""
    try:
        geo = from_json(metadata[b"geo"])
        name = geo["primary_column"]
        column = geo["columns"][name]
        encoding = column["encoding"]
        crs = pyproj.CRS(column.get("crs") or "OGC:CRS84")
    except (KeyError, ValueError, TypeError, AttributeError, pyproj.exceptions.CRSError) as error:
        raise EventFileError("found Parquet without geometry, wanted " + _WANTED) from error
    if not crs.equals("OGC:CRS84", ignore_axis_order=True):
        raise EventFileError(f"found crs {quote(crs.name)}, wanted lon, lat in WGS 84")
    if encoding not in ("WKB", "point"):
        raise EventFileError(f"found geometry as {quote(encoding)}, wanted WKB or point")
    if column.get("edges", "planar") != "planar":
        raise EventFileError(f"found edges {quote(column['edges'])}, wanted planar")
    return str(name)


def _is_known(path: str, place: str) -> bool:
    top, *parts = path.split(".")
    if top in PARTS and parts:
        names = {member.name for member in fields(PARTS[top])}
        # Between a list and its members stand two names of the format's own.
        return (parts[2] if top in ("claims", "sources") and len(parts) > 2 else parts[0]) in names
    return top in COLUMNS or top == place


def _name(path: str) -> str:
    top, *parts = path.split(".")
    return ".".join([top, *parts[-1:]]) if top in PARTS else top


def _may_lack(name: str) -> bool:
    """Return whether all events may be without a member: it may be null, or an empty list."""
    try:
        adapter(KINDS[name]).validate_python([None])
    except ValidationError:
        return is_list(name)
    return True


def _shapes(column: pa.ChunkedArray, report: Report) -> tuple[Shapes, Mask]:
    """Return the geometry of each row without heights, None where there is none, and what broke."""
    array = column.combine_chunks()
    if pa.types.is_struct(array.type):
        x, y = (pc.struct_field(array, name).to_numpy(zero_copy_only=False) for name in "xy")
        shapes = shapely.points(x.astype(float), y.astype(float))
        shapes[array.is_null().to_numpy(zero_copy_only=False)] = None
        return shapes, np.zeros(len(array), dtype=bool)
    if pa.types.is_dictionary(array.type):
        array = array.dictionary_decode()
    texts = array.to_numpy(zero_copy_only=False)
    shapes = shapely.from_wkb(texts, on_invalid="ignore")
    broken: Mask = shapely.is_missing(shapes) & array.is_valid().to_numpy(zero_copy_only=False)
    has_z = shapely.has_z(shapes)
    if has_z.any():
        report.notes.append(f"heights in {records(int(has_z.sum()))}: left out")
        shapes = shapely.force_2d(shapes)
    return shapes, broken


def _checked(
    table: pa.Table, shapes: Shapes, broken: Mask, report: Report
) -> tuple[GeoDataFrame, Numbers]:
    """Return the good rows; what the columns leave in doubt is read as a file of GeoJSON is."""
    columns = {
        name: Column(table.column(name).combine_chunks(), KINDS[name])
        for name in COLUMNS
        if name in table.column_names and name not in INSTANTS
    }
    instants = {name: _instants(table.column(name).combine_chunks()) for name in INSTANTS}
    sound = _are_places(shapes) & (instants["end"] > instants["start"])
    for column in columns.values():
        sound &= ~column.bad
    sound[np.flatnonzero(sound)[_contradict(columns, np.flatnonzero(sound))]] = False
    rows = np.flatnonzero(sound)
    values: dict[str, Values] = {
        name: column.of(rows, DTYPES.get(name, "object")) for name, column in columns.items()
    }
    values |= {name: pd.DatetimeIndex(instants[name][rows], tz="UTC") for name in INSTANTS}
    for name in set(COLUMNS) - set(values):
        values[name] = _spread(EMPTY[name], len(rows))
    events = frame_of(values.pop("id"), values, shapes[rows])
    numbers = rows + 1
    others = list(_by_rows(table, shapes, broken, np.flatnonzero(~sound), report))
    if others:
        events = pd.concat([events, to_frame([feature for _, feature in others])])
        numbers = np.array([*numbers.tolist(), *(number for number, _ in others)])
        order = np.argsort(numbers)
        events, numbers = events.iloc[order], numbers[order]
    return events, numbers


def _spread(value: object, count: int) -> NDArray[np.object_]:
    values = np.empty(count, dtype=object)
    values[:] = [value] * count
    return values


def _are_places(shapes: Shapes) -> Mask:
    """Return which geometries are points on the map, for which nothing else can be wrong."""
    x, y = shapely.get_x(shapes), shapely.get_y(shapes)
    places: Mask = (np.abs(x) <= 180) & (np.abs(y) <= 90)
    return places


def _instants(array: pa.Array) -> Instants:
    """Return instants in UTC; NaT where there is none, or one that the model refuses."""
    if pa.types.is_timestamp(array.type) and array.type.tz:
        moments = array.cast(pa.timestamp("us", "UTC"))
        ends = [moment for moment in pc.min_max(moments).as_py().values() if moment]
        try:
            # Between a first and a last instant that are good, all are.
            adapter(KINDS["start"]).validate_json(as_json(ends))
        except ValidationError:
            pass
        else:
            numbers: Instants = moments.to_numpy(zero_copy_only=False)
            return numbers
    column = Column(array, KINDS["start"])
    moments = pa.array(column.values.tolist(), pa.timestamp("us", "UTC"))
    taken: Instants = moments.to_numpy(zero_copy_only=False)[column.codes]
    return taken


def _contradict(columns: dict[str, Column], rows: Codes) -> Codes:
    """Return which of the rows, good member by member, are not good as a whole."""
    here = [name for name in Together._fields if name in columns]
    joined = together(*(columns[name].codes[rows] for name in here))
    _, first, joined = np.unique(joined, return_index=True, return_inverse=True)
    faulty = np.zeros(len(first), dtype=bool)
    for number, row in enumerate(rows[first].tolist()):
        members = (
            columns[name].values[columns[name].codes[row]] if name in here else EMPTY[name]
            for name in Together._fields
        )
        faulty[number] = bool(faults_together(Together._make(members)))
    return np.flatnonzero(faulty[joined])


def _by_rows(
    table: pa.Table, shapes: Shapes, broken: Mask, rows: Codes, report: Report
) -> Iterator[tuple[int, Feature]]:
    """Yield what is good of some rows, and report the others in the words of a GeoJSON file."""
    for begin in range(0, len(rows), _BATCH):
        batch = rows[begin : begin + _BATCH]
        texts = [
            as_json(_feature(values, shapes[row], bool(broken[row])))
            for row, values in zip(batch, table.take(pa.array(batch)).to_pylist(), strict=True)
        ]
        ends = [0, *accumulate(map(len, texts))]
        spans = zip((batch + 1).tolist(), pairwise(ends), strict=True)
        cut = Cut(b"".join(texts), features=[(number, *span) for number, span in spans])
        yield from check_features(cut, report)


def _feature(values: dict[str, object], shape: shapely.Geometry | None, broken: bool) -> object:
    """Return a row as the feature of a GeoJSON file."""
    properties = {name: plain(values.get(name, EMPTY.get(name))) for name in MEMBERS}
    properties["territory"] = {name: values.get(name) for name in TERRITORY}
    for name in INSTANTS:
        properties[name] = _on_the_clock(values[name], values["tz"])
    return {
        "type": "Feature",
        "id": values["id"],
        "geometry": "bytes that are not WKB" if broken else shape and mapping(shape),
        "properties": properties,
    }


def _on_the_clock(moment: object, zone: object) -> object:
    """Return an instant with the offset of its zone, where both can be said."""
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        return moment
    try:
        shown = moment.astimezone(ZoneInfo(str(zone)))
    except (ValueError, OSError, KeyError, OverflowError):
        return moment
    offset = shown.utcoffset()
    return moment if offset is None or offset.seconds % 60 else shown
