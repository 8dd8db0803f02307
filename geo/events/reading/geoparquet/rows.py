"""The rows of a GeoParquet file checked: each different value of a column once."""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import shapely
from geopandas import GeoDataFrame
from numpy.typing import NDArray
from pydantic import ValidationError
from shapely.geometry import mapping

from geo.errors import EventFileError, Problem, quote
from geo.events.columns.arrow import EMPTY, FILE_COLUMNS, INSTANTS, WORKED_OUT
from geo.events.columns.column import (
    Codes,
    Column,
    build_checker,
    combine_codes,
    drop_defaults,
    to_json_text,
)
from geo.events.columns.frame import DTYPES, MEMBERS, TERRITORY, Values, build_frame, to_frame
from geo.events.columns.kinds import MEMBER_TYPES
from geo.events.event import CrossChecked, Feature, find_contradictions
from geo.events.geometry.arrays import Flags
from geo.events.geometry.shapes import Shapes
from geo.events.reading.features import check_features, check_members
from geo.events.reading.geoparquet.file import GEOPARQUET_WANTED, ParquetEvents, open_parquet
from geo.events.reading.references import RowNumbers
from geo.events.rejections import Rejection, Report
from geo.events.vocabulary import VOCABULARY, Vocabulary
from geo.times import load_zone, to_zone

InstantColumn = NDArray[np.datetime64]

_BATCH = 10_000


def read_geoparquet(
    content: bytes,
    report: Report,
    zone: str = "UTC",
    vocabulary: Vocabulary = VOCABULARY,
    left_out: Collection[str] = (),
) -> tuple[GeoDataFrame, RowNumbers, dict[str, str]]:
    """Return the rows that are good by themselves, their numbers from 1, and the texts at the top.

    Raises
    ------
    EventFileError
        If it is not GeoParquet in lon, lat, or lacks a column that every event needs.
    """
    try:
        parts = open_parquet(content, report, left_out)
        about = check_members(parts.members, report)
        return (*_check_rows(parts, report, zone, vocabulary), about)
    except EventFileError:
        raise
    except Exception as error:
        # Arrow, GEOS and PROJ raise errors of any kind over a broken file; none is ours to name.
        reason = str(error).splitlines()[0][:100] if str(error) else type(error).__name__
        raise EventFileError(Problem("", quote(reason), GEOPARQUET_WANTED)) from error


def find_bad_rows(
    table: pa.Table, shapes: Shapes, zone: str, vocabulary: Vocabulary = VOCABULARY
) -> list[Rejection]:
    """Return why rows of a table in memory are not events, as they would be rejected in a file.

    Parameters
    ----------
    table : Table, n rows
        The columns of a file of events, in one piece each.
    shapes : array of Geometry, n items
    zone, vocabulary
        As for `read_events`.
    """
    numbers = np.arange(1, len(shapes) + 1)
    parts = ParquetEvents(table, numbers, shapes, np.zeros(len(shapes), dtype=bool), {})
    report = Report()
    invalid = np.flatnonzero(~_judge_rows(parts, vocabulary).valid)
    for _ in _check_by_rows(parts, invalid, report, zone, vocabulary):
        pass
    return report.rejected


class _Judged(NamedTuple):
    """Columns by name, instants by name, and which rows are good by what these say."""

    columns: dict[str, Column]
    instants: dict[str, InstantColumn]
    valid: Flags


def _judge_rows(parts: ParquetEvents, vocabulary: Vocabulary) -> _Judged:
    table, shapes = parts.table, parts.shapes
    columns = {
        name: Column(table.column(name).combine_chunks(), MEMBER_TYPES[name], vocabulary)
        for name in FILE_COLUMNS
        if name in table.column_names and name not in INSTANTS
    }
    valid = _are_places(shapes)
    instants: dict[str, InstantColumn] = {}
    if "when" in table.column_names or not {*WORKED_OUT} <= {*table.column_names}:
        # Times and places that are not given in full are derived row by row.
        valid[:] = False
        no_time = np.zeros(len(shapes), dtype="datetime64[us]")
        instants = dict.fromkeys(INSTANTS, no_time)
    else:
        instants = {name: _read_instants(table.column(name).combine_chunks()) for name in INSTANTS}
        valid &= instants["end"] > instants["start"]
    for column in columns.values():
        valid &= ~column.bad
    valid[np.flatnonzero(valid)[_find_contradicting(columns, np.flatnonzero(valid))]] = False
    return _Judged(columns, instants, valid)


def _check_rows(
    parts: ParquetEvents, report: Report, zone: str, vocabulary: Vocabulary
) -> tuple[GeoDataFrame, RowNumbers]:
    """Return the good rows; what the columns leave in doubt is read as a file of GeoJSON is."""
    columns, instants, valid = _judge_rows(parts, vocabulary)
    shapes = parts.shapes
    rows = np.flatnonzero(valid)
    values: dict[str, Values] = {
        name: column.take(rows, DTYPES.get(name, "object")) for name, column in columns.items()
    }
    values |= {name: pd.DatetimeIndex(instants[name][rows], tz="UTC") for name in INSTANTS}
    for name in set(FILE_COLUMNS) - set(values):
        values[name] = _repeat(EMPTY[name], len(rows))
    events = build_frame(values.pop("id"), values, shapes[rows])
    numbers = parts.numbers[rows]
    others = list(_check_by_rows(parts, np.flatnonzero(~valid), report, zone, vocabulary))
    if others:
        events = pd.concat([events, to_frame([feature for _, feature in others])])
        numbers = np.array([*numbers.tolist(), *(number for number, _ in others)])
        order = np.argsort(numbers)
        events, numbers = events.iloc[order], numbers[order]
    return events, numbers


def _repeat(value: object, count: int) -> NDArray[np.object_]:
    values = np.empty(count, dtype=object)
    values[:] = [value] * count
    return values


def _are_places(shapes: Shapes) -> Flags:
    """Return which geometries are points on the map, for which nothing else can be wrong."""
    x, y = shapely.get_x(shapes), shapely.get_y(shapes)
    places: Flags = (np.abs(x) <= 180) & (np.abs(y) <= 90)
    return places


def _read_instants(array: pa.Array) -> InstantColumn:
    """Return instants in UTC; NaT where one is missing, or the model refuses it."""
    if pa.types.is_timestamp(array.type) and array.type.tz:
        moments = array.cast(pa.timestamp("us", "UTC"))
        ends = [moment for moment in pc.min_max(moments).as_py().values() if moment]
        try:
            # Between a first and a last instant that are good, all are.
            build_checker(MEMBER_TYPES["start"]).validate_json(to_json_text(ends))
        except ValidationError:
            pass
        else:
            numbers: InstantColumn = moments.to_numpy(zero_copy_only=False)
            return numbers
    column = Column(array, MEMBER_TYPES["start"])
    moments = pa.array(column.values.tolist(), pa.timestamp("us", "UTC"))
    read: InstantColumn = moments.to_numpy(zero_copy_only=False)[column.codes]
    return read


def _find_contradicting(columns: dict[str, Column], rows: Codes) -> Codes:
    """Return which of the rows, good member by member, are not good as a whole."""
    here = [name for name in CrossChecked._fields if name in columns]
    if not here:
        return np.zeros(0, dtype=np.int64)
    joined = combine_codes(*(columns[name].codes[rows] for name in here))
    _, first, joined = np.unique(joined, return_index=True, return_inverse=True)
    contradicting = np.zeros(len(first), dtype=bool)
    for number, row in enumerate(rows[first].tolist()):
        members = (
            columns[name].values[columns[name].codes[row]] if name in here else EMPTY[name]
            for name in CrossChecked._fields
        )
        contradicting[number] = bool(find_contradictions(CrossChecked._make(members)))
    return np.flatnonzero(contradicting[joined])


def _check_by_rows(
    parts: ParquetEvents, rows: Codes, report: Report, zone: str, vocabulary: Vocabulary
) -> Iterator[tuple[int, Feature]]:
    """Yield what is good of some rows, and report the others in the words of a GeoJSON file."""
    for start in range(0, len(rows), _BATCH):
        batch = rows[start : start + _BATCH]
        texts = (
            (
                int(parts.numbers[row]),
                to_json_text(_to_feature(values, parts.shapes[row], bool(parts.broken[row]))),
            )
            for row, values in zip(
                batch, parts.table.take(pa.array(batch)).to_pylist(), strict=True
            )
        )
        yield from check_features(texts, report, zone, vocabulary)


def _to_feature(values: dict[str, object], shape: shapely.Geometry | None, broken: bool) -> object:
    """Return a row as the feature of a GeoJSON file."""
    # A cell that is empty says nothing, as a member that is missing.
    said = {name: drop_defaults(value) for name, value in values.items() if value is not None}
    properties = {name: said[name] for name in (*MEMBERS, "when") if name in said}
    properties["territory"] = {name: said.get(name) for name in TERRITORY}
    for name in INSTANTS:
        if name in properties:
            properties[name] = _add_offset(properties[name], said.get("tz"))
    return {
        "type": "Feature",
        "id": values["id"],
        "geometry": "bytes that are not WKB" if broken else shape and mapping(shape),
        "properties": properties,
    }


def _add_offset(moment: object, zone: object) -> object:
    """Return an instant with the offset of its zone, where both can be said."""
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        return moment
    try:
        return to_zone(moment, load_zone(str(zone)))
    except (ValueError, OSError, KeyError):  # no such zone
        return moment
