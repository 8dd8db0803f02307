"""Rows of a table with what cannot be a value: bytes that are not text, times out of range."""

from collections.abc import Callable, Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geo.events.columns.column import to_json_text
from geo.events.fields import INSTANT_WANTED
from geo.events.geometry.arrays import Flags
from geo.events.reading.references import RowNumbers
from geo.events.rejections import Rejection, Report, find_id

# Beyond these, give or take an offset, Python has no datetime.
_FIRST, _LAST = np.datetime64("0002-01-01", "s"), np.datetime64("9998-12-31", "s")


def reject_unreadable_rows(table: pa.Table, report: Report) -> tuple[pa.Table, RowNumbers]:
    """Return the rows whose values can be read, and their numbers from 1; report the others.

    Parameters
    ----------
    table : Table, n rows
        Its columns in one piece each; texts may be any bytes.
    report : Report

    Returns
    -------
    Table, array of int
        The same table if there is nothing to report.
    """
    unreadable = np.zeros(len(table), dtype=bool)
    for name, bad, found, wanted in _find_unreadable(table):
        for row in np.flatnonzero(bad).tolist():
            report.rejected.append(Rejection(row + 1, _read_id(table, row), name, found, wanted))
        unreadable |= bad
    numbers: RowNumbers = np.flatnonzero(~unreadable) + 1
    return (table.filter(pa.array(~unreadable)) if unreadable.any() else table), numbers


def are_texts(table: pa.Table, geometry: str) -> bool:
    """Return whether all columns but that of the geometry hold texts in the usual form."""
    try:
        table.validate(full=True)
    except pa.ArrowInvalid:
        return False
    others = (field.type for field in table.schema if field.name != geometry)
    return not any(map(_has_other_texts, others))


def _has_other_texts(kind: pa.DataType) -> bool:
    if pa.types.is_struct(kind):
        return any(_has_other_texts(part.type) for part in kind)
    if pa.types.is_dictionary(kind) or pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return _has_other_texts(kind.value_type)
    return _is_bytes(kind) or bool(pa.types.is_string_view(kind))


def as_plain_texts(table: pa.Table, geometry: str) -> pa.Table:
    """Return a table whose texts are plain ones, however they are stored; they may be any bytes.

    Parameters
    ----------
    table : Table, n rows
    geometry : str
        The column that stays as it is: its bytes are not text.
    """
    kinds = [field.type if field.name == geometry else _plain(field.type) for field in table.schema]
    columns = [
        pc.cast(column, options=pc.CastOptions(kind, allow_invalid_utf8=True))
        for column, kind in zip(table.columns, kinds, strict=True)
    ]
    return pa.table(columns, names=table.column_names)


def _plain(kind: pa.DataType) -> pa.DataType:
    if pa.types.is_dictionary(kind):
        return _plain(kind.value_type)
    if pa.types.is_struct(kind):
        return pa.struct([(part.name, _plain(part.type)) for part in kind])
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return pa.list_(_plain(kind.value_type))
    return pa.string() if _is_bytes(kind) or pa.types.is_string_view(kind) else kind


def _is_bytes(kind: pa.DataType) -> bool:
    kinds = pa.types
    return bool(
        kinds.is_binary(kind)
        or kinds.is_large_binary(kind)
        or kinds.is_fixed_size_binary(kind)
        or kinds.is_binary_view(kind)
    )


def _find_unreadable(table: pa.Table) -> Iterator[tuple[str, Flags, str, str]]:
    """Yield each column twice: which rows cannot be read, and what was found and wanted there."""
    for name, column in zip(table.column_names, table.columns, strict=True):
        array = column.combine_chunks()
        yield name, _mark(array, _mark_broken_texts), "bytes that are not UTF-8", "text"
        far = _mark(array, _mark_far_times)
        yield name, far, "a time beyond the years 1 to 9999", INSTANT_WANTED


def _mark(array: pa.Array, judge: Callable[[pa.Array], Flags]) -> Flags:
    """Return for each value whether any part of it is marked."""
    kind, marked = array.type, np.zeros(len(array), dtype=bool)
    if pa.types.is_struct(kind):
        for part in array.flatten():
            marked |= _mark(part, judge)
    elif pa.types.is_list(kind) or pa.types.is_large_list(kind):
        holders = pc.list_parent_indices(array).to_numpy()
        marked[holders[_mark(array.flatten(), judge)]] = True
    elif pa.types.is_dictionary(kind):
        words = np.append(_mark(array.dictionary, judge), False)
        marked = words[pc.fill_null(array.indices, len(words) - 1).to_numpy()]
    else:
        marked = judge(array)
    return marked


def _mark_broken_texts(array: pa.Array) -> Flags:
    binary = {pa.string(): pa.binary(), pa.large_string(): pa.large_binary()}.get(array.type)
    marked = np.zeros(len(array), dtype=bool)
    try:
        array.validate(full=True)
    except pa.ArrowInvalid:
        if binary is None:
            raise
        marked[:] = [not _is_text(value) for value in array.view(binary).to_pylist()]
    return marked


def _is_text(value: bytes | None) -> bool:
    try:
        return value is None or value.decode("utf-8") is not None
    except UnicodeDecodeError:
        return False


def _mark_far_times(array: pa.Array) -> Flags:
    kind = array.type
    if pa.types.is_timestamp(kind) and kind.unit != "ns":
        unit = kind.unit
    elif pa.types.is_date(kind):
        unit = "D" if pa.types.is_date32(kind) else "ms"
    else:
        # In nanoseconds there are only the years 1677 to 2262.
        return np.zeros(len(array), dtype=bool)
    first, last = (moment.astype(f"datetime64[{unit}]").astype(int) for moment in (_FIRST, _LAST))
    counts = array.view(pa.int32() if unit == "D" else pa.int64())
    numbers = pc.fill_null(counts, 0).to_numpy(zero_copy_only=False)
    far: Flags = (numbers < first) | (numbers > last)
    return far


def _read_id(table: pa.Table, row: int) -> str | None:
    try:
        value = table.column("id")[row].as_py()
    except UnicodeDecodeError:
        return None
    return find_id(to_json_text({"id": value}))
