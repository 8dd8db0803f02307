"""The numbers of a figure as CSV, each row with what it counts and where it comes from."""

from collections.abc import Hashable, Iterator
from dataclasses import replace
from datetime import datetime

import numpy as np
import pandas as pd

from geo.events.files.csv_formulas import escape_formula
from geo.publishing.export import describe_provenance
from geo.publishing.export.csv import build_record_columns
from geo.publishing.figures.figure import Figure
from geo.story.view import View


def write_numbers(view: View, figure: Figure, link: str = "") -> bytes:
    """Return the numbers of a figure as CSV; each row says of which figure, record and filter.

    The name of a column of times ends with whose clock they are on: _local, of each place, or _utc.
    An end without a limit is an empty cell, and `record_figure_reading` says so: a spreadsheet
    would read "-inf" as a formula.

    Parameters
    ----------
    view : View
        The one that the figure is of.
    figure : Figure
    link : str
        The address that shows the figure; "" writes none.
    """
    clock = "utc" if view.link.filters.zone == "utc" else "local"
    numbers = figure.name_words()
    cells = pd.DataFrame(
        {
            f"{name}_{clock}" if _is_clock(name, numbers[name]) else name: _write(numbers[name])
            for name in numbers
        },
        index=numbers.index,
    )
    about = replace(describe_provenance(view, None), link=link)
    cells = cells.assign(**build_record_columns(about), **_describe_figure(figure))
    return cells.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def _describe_figure(figure: Figure) -> dict[str, str]:
    """Return the columns that say what is counted: fewer events than the filter keeps, maybe."""
    reading = " ".join(text for text in (figure.reading, *_explain_limits(figure)) if text)
    texts = {
        "figure": figure.name,
        "figure_topic": figure.topic,
        "figure_basis": figure.basis,
        "figure_reading": reading,
    }
    return {f"record_{name}": escape_formula(text) for name, text in texts.items()}


def _explain_limits(figure: Figure) -> Iterator[str]:
    numbers = figure.numbers
    endless = [
        str(name)
        for name in numbers
        if numbers[name].dtype.kind == "f" and np.isinf(numbers[name]).any()
    ]
    if endless:
        yield f"Where {' or '.join(endless)} is empty, there is no limit."


def _is_clock(name: Hashable, values: pd.Series) -> bool:
    if _is_plain(values):
        return name == "hour"
    is_moment = values.dtype.kind == "M" or values.map(lambda value: isinstance(value, datetime))
    return name == "hour" or bool(np.all(is_moment) and len(values))


def _write(values: pd.Series) -> pd.Series:
    if not _is_plain(values):
        return values.map(_cell, na_action="ignore")
    return values.mask(np.isinf(values)) if values.dtype.kind == "f" else values


def _is_plain(values: pd.Series) -> bool:
    """Return whether values are NumPy's numbers or truth values, which need no look at each."""
    return isinstance(values.dtype, np.dtype) and values.dtype.kind in "iufb"


def _cell(value: object) -> object:
    return escape_formula(value) if isinstance(value, str) else value
