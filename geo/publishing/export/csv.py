"""Events and claims as CSV that spreadsheets open as text, and never as a formula."""

import csv
from collections.abc import Callable, Iterator
from typing import Literal

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from geopandas import GeoDataFrame
from numpy.typing import NDArray

from geo.events.files.csv_formulas import escape_formula
from geo.publishing.export.provenance import Provenance
from geo.publishing.export.selection import Export
from geo.publishing.export.tables import tabulate_claims, tabulate_events

Tabulate = Callable[[GeoDataFrame], pd.DataFrame]

_LINE_END = "\r\n"
# No text of a record has this character (`geo.events.fields`), but many have ends of lines.
_ROW_END = "\0"
# No formula begins like this, nor does any blank that may come before one.
_HARMLESS = r"^[\pL\pN]"
# For fewer texts, compiling a regular expression takes longer than looking at each.
_FEW = 100
# Each row names the file it comes from: rows are cut out and pasted elsewhere.
_ABOUT_FILE = (
    "title",
    "version",
    "as_of",
    "data_version",
    "data_note",
    "border",
    "border_version",
    "border_credit",
    "second_border",
)
_ABOUT_FILTER = (
    "method",
    "own_words",
    "licence",
    "attribution",
    "filter",
    "counted",
    "rejected",
    "link",
)


def write_events_csv(export: Export) -> Iterator[bytes]:
    """Yield one row per event: UTF-8 with a byte order mark, lines end with CR LF.

    Each row says how many rows the file has, so that a part of it cannot pass for the whole.
    """
    return _write(export, "csv", tabulate_events, len(export.rows))


def write_claims_csv(export: Export) -> Iterator[bytes]:
    """Yield one row per claim, in the same form."""
    return _write(export, "claims", tabulate_claims, export.count_items("claims"))


def build_record_columns(about: Provenance) -> dict[str, str | None]:
    """Return the columns that name the file in each of its rows, with their one value."""
    texts = about.texts()
    return {
        f"record_{name}": escape_formula(texts.get(name, "")) or None
        for name in (*_ABOUT_FILE, *_ABOUT_FILTER)
    }


def _write(export: Export, kind: str, tabulate: Tabulate, rows: int) -> Iterator[bytes]:
    about = pd.DataFrame([{**build_record_columns(export.about), "record_rows": rows}])
    names = [*tabulate(export.take(export.rows[:0])), *about]
    yield b"\xef\xbb\xbf" + _format_rows(pd.DataFrame(columns=names), _LINE_END, header=True)
    # Each row ends with where it comes from, which changes with the record: the rest need not.
    end = b"," + _format_rows(about, _LINE_END)

    def write_rows(part: GeoDataFrame) -> bytes:
        table = tabulate(part)
        cells = {name: _format_cells(table[name]) for name in table}
        return _format_rows(pd.DataFrame(cells, index=table.index), _ROW_END)

    for written in export.write_parts(kind, write_rows):
        yield written.replace(_ROW_END.encode(), end)


def _format_rows(table: pd.DataFrame, end: str, *, header: bool = False) -> bytes:
    text = table.to_csv(
        index=False, header=header, quoting=csv.QUOTE_NONNUMERIC, lineterminator=end
    )
    return text.encode()


def _format_cells(values: pd.Series) -> pd.Series:
    if values.dtype.kind == "M":
        texts = _write_moments(values)
        return pd.Series(texts, values.index, dtype=object).where(values.notna(), None)
    if values.dtype == object or values.dtype == "str":
        return _escape_formulas(values)
    return values


def _write_moments(values: pd.Series) -> NDArray[np.str_]:
    """Return moments to the second, or as exactly as they are: an end that is cut ends too early.

    A tenth of the time of pandas, which reads the pattern for each moment.
    """
    clock: Literal["UTC", "naive"] = (
        "UTC" if isinstance(values.dtype, pd.DatetimeTZDtype) else "naive"
    )
    exact = values.to_numpy("datetime64[us]")
    seconds = exact.astype("datetime64[s]")
    texts = np.datetime_as_string(seconds, unit="s", timezone=clock)
    rows = np.flatnonzero(exact != seconds)
    if not len(rows):
        return texts
    with_fractions = texts.astype("U32")
    with_fractions[rows] = np.datetime_as_string(exact[rows], unit="us", timezone=clock)
    return with_fractions


def _escape_formulas(values: pd.Series) -> pd.Series:
    """Return texts as `escape_formula` does; most begin with a letter, and need no look."""
    if len(values) < _FEW:
        written = [escape_formula(text) if isinstance(text, str) else text for text in values]
        return pd.Series(written, values.index, dtype=object)
    harmless = pc.match_substring_regex(pa.array(values, pa.string(), from_pandas=True), _HARMLESS)
    rows = np.flatnonzero(~pc.fill_null(harmless, True).to_numpy(zero_copy_only=False))
    if not len(rows):
        return values
    escaped = values.astype(object)
    escaped.iloc[rows] = [escape_formula(text) for text in values.iloc[rows]]
    return escaped
