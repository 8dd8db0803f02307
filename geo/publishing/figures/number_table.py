"""The numbers of a figure as a table that a page shows: words for codes, no digit too many."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import numpy as np
import pandas as pd

from geo.link.fields import FIELDS
from geo.publishing.figures.figure import Figure
from geo.story.view import View

# Nobody reads a longer table on a page; the file has all rows.
MOST_ROWS = 200


@dataclass(frozen=True)
class NumberTable:
    """The first rows of a figure's numbers, as text.

    Attributes
    ----------
    columns : tuple of str
    rows : tuple of tuple of str
        At most `MOST_ROWS`.
    total : int
        How many rows there are in all.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: int


def tabulate_numbers(view: View, figure: Figure) -> NumberTable:
    """Return the numbers of a figure as a table; without rows if it has none."""
    named = figure.name_words().head(MOST_ROWS)
    cells = {
        str(name): list(map(_choose_format(view, str(name)), values))
        for name, values in named.items()
    }
    return NumberTable(
        columns=tuple(
            FIELDS[name].title if name in FIELDS else name.replace("_", " ") for name in cells
        ),
        rows=tuple(zip(*cells.values(), strict=True)),
        total=len(figure.numbers),
    )


def _choose_format(view: View, field: str) -> Callable[[object], str]:
    def write(value: object) -> str:
        if isinstance(value, str):
            return view.story.label(field, value) if field in FIELDS else value
        return _write_value(value)

    return write


def _write_value(value: object) -> str:
    if value is None or value is pd.NaT:
        return ""
    if isinstance(value, bool | np.bool_):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, float | np.floating):
        return _write_float(float(value))
    return f"{value:,}" if isinstance(value, int | np.integer) else str(value)


def _write_float(value: float) -> str:
    if np.isnan(value):
        return ""
    if np.isinf(value):
        return "no limit"
    return f"{value:,.0f}" if value == round(value) else f"{value:,.1f}"
