"""The numbers of a figure as CSV, each row with where it comes from."""

from collections.abc import Hashable
from datetime import datetime

import numpy as np
import pandas as pd

from geo.publishing.export import describe_provenance
from geo.publishing.export.csv import build_record_columns, escape_formula
from geo.story.view import View


def write_numbers(view: View, numbers: pd.DataFrame, address: str | None = "") -> bytes:
    """Return the numbers of a figure as CSV; each row says which record and filter it is of.

    The name of a column of times ends with whose clock they are on: _local, of each place, or _utc.
    """
    clock = "utc" if view.link.filters.zone == "utc" else "local"
    cells = pd.DataFrame(
        {
            f"{name}_{clock}" if _is_clock(name, numbers[name]) else name: _write(numbers[name])
            for name in numbers
        },
        index=numbers.index,
    )
    cells = cells.assign(**build_record_columns(describe_provenance(view, address)))
    return cells.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def _is_clock(name: Hashable, values: pd.Series) -> bool:
    if _is_plain(values):
        return name == "hour"
    is_moment = values.dtype.kind == "M" or values.map(lambda value: isinstance(value, datetime))
    return name == "hour" or bool(np.all(is_moment) and len(values))


def _write(values: pd.Series) -> pd.Series:
    return values if _is_plain(values) else values.map(_cell, na_action="ignore")


def _is_plain(values: pd.Series) -> bool:
    """Return whether values are NumPy's numbers or truth values, which need no look at each."""
    return isinstance(values.dtype, np.dtype) and values.dtype.kind in "iufb"


def _cell(value: object) -> object:
    return escape_formula(value) if isinstance(value, str) else value
