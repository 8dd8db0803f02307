"""A chart as a desk prints it: what it shows, what it rests on, and its numbers to download."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

import altair as alt
import numpy as np
import pandas as pd
import streamlit as st

from geo.publishing.export import describe_provenance, name_file
from geo.publishing.export.csv import build_record_columns, escape_formula
from ui.analysis.charts import Look, css
from ui.analysis.download import app_address
from ui.frame import View
from ui.markup import show


@dataclass(frozen=True)
class Figure:
    """The words and numbers around a chart.

    Attributes
    ----------
    name : str
        Of its file, its key and its place on the page.
    topic : str
        What is counted, in a few words.
    title : str
        What the numbers say, as far as they are certain.
    reading : str
        How to read it.
    basis : str
        The count it rests on, what was left out, and why.
    numbers : DataFrame
    """

    name: str
    topic: str
    title: str
    reading: str
    basis: str
    numbers: pd.DataFrame


def show_figure(
    view: View,
    figure: Figure,
    chart: alt.LayerChart,
    look: Look | None,
    brush: tuple[str, Callable[[], None]] | None = None,
) -> None:
    """Show a chart between its words; `brush` is its key, and the callback of a drag."""
    with st.container(key=f"figure_{figure.name}"):
        show_head(figure, look)
        alt_text = f"{figure.topic}. {figure.title}. {figure.basis}"
        if brush is None:
            st.altair_chart(chart, theme=None, width="stretch", alt=alt_text)
        else:
            key, on_select = brush
            st.altair_chart(
                chart, theme=None, width="stretch", key=key, on_select=on_select, alt=alt_text
            )
        show_foot(view, figure)


def show_head(figure: Figure, look: Look | None) -> None:
    """Show what a figure is about, what it says, and what its colours mean."""
    numbers = figure.numbers
    shown = numbers
    if look and "definite" in numbers:
        shown = numbers[numbers["definite"] + numbers["possible"] > 0]
    shades: dict[str, list[str]] = {}
    for shade in look.shades if look else ():
        if shade.id in set(shown["word"]):
            shades.setdefault(css(shade.colour), []).append(shade.label)
    some_possible = bool(shades) and bool((numbers["possible"] > 0).any())
    show("analysis/head.html", figure=figure, shades=shades, some_possible=some_possible)


def show_foot(view: View, figure: Figure) -> None:
    """Show how a figure is read and what it rests on, and offer its numbers."""
    with st.container(horizontal=True, vertical_alignment="top", gap="small"):
        show("analysis/foot.html", figure=figure)
        st.download_button(
            "Numbers",
            partial(numbers_csv, view, figure.numbers, app_address()),
            name_file(view, "csv").replace(".csv", f"-{figure.name}.csv"),
            "text/csv",
            key=f"numbers_{figure.name}",
            help=f"{figure.topic}, as CSV",
            icon=":material/download:",
            type="tertiary",
            on_click="ignore",
        )


def numbers_csv(view: View, numbers: pd.DataFrame, address: str = "") -> bytes:
    """Return the numbers of a chart as CSV; each row says which record and filter it is of.

    The name of a column of times ends with whose clock they are on: _local, of each place, or _utc.
    """
    clock = "utc" if view.link.filters.zone == "utc" else "local"
    cells = pd.DataFrame(
        {
            f"{name}_{clock}" if _is_clock(name, numbers[name]) else name: numbers[name].map(
                _cell, na_action="ignore"
            )
            for name in numbers
        },
        index=numbers.index,
    )
    cells = cells.assign(**build_record_columns(describe_provenance(view, address)))
    return cells.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def _is_clock(name: Hashable, values: pd.Series) -> bool:
    is_moment = values.dtype.kind == "M" or values.map(lambda value: isinstance(value, datetime))
    return name == "hour" or bool(np.all(is_moment) and len(values))


def _cell(value: object) -> object:
    return escape_formula(value) if isinstance(value, str) else value
