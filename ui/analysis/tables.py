"""The tables of the analysis: how often two fields meet, and what is found of each region."""

from dataclasses import replace

import streamlit as st

from geo.link.fields import FIELDS
from geo.link.link import Link, build_address
from geo.publishing.figures import Figure
from geo.story.view import View
from geo.summaries import Crosstab, count_pairs, count_regions, narrow_to_cell
from geo.times import MINUTE, ZONES, day_words
from ui.analysis.choices import change_analysis, choose_chart_style
from ui.analysis.figure import show_foot, show_head
from ui.markup import show

_Row = tuple[str, list[tuple[int, int, str]], tuple[int, int]]


def show_crosstab(view: View, figure: Figure) -> None:
    """Show how often the words of two fields meet; each number leads to its events on the map."""
    rows, columns = view.link.analysis.cross
    table = count_pairs(view.record.events, view.presence, rows, columns)
    with st.container(key="figure_cross"):
        show_head(figure, choose_chart_style(view))
        _choose_fields(rows, columns)
        most = max(1, int((table.definite + table.possible).to_numpy().max(initial=0)))
        show(
            "analysis/crosstab.html",
            name=figure.topic,
            columns=[name_word(view, columns, word) for word in table.definite.columns],
            rows=_list_rows(view, table),
            most=most,
        )
        words = "A number leads to its events on the map."
        show_foot(view, replace(figure, reading=f"{words} {figure.reading}"))


def _list_rows(view: View, table: Crosstab) -> list[_Row]:
    """Return each row's label, its cells with the addresses of their events, and its sum."""
    columns = [str(column) for column in table.definite.columns]
    rows = []
    counts = table.definite.to_numpy().tolist(), table.possible.to_numpy().tolist()
    for row, sure, perhaps in zip(map(str, table.definite.index), *counts, strict=True):
        addresses = [
            build_map_address(view, {table.rows: row, table.columns: column}) for column in columns
        ]
        cells = list(zip(sure, perhaps, addresses, strict=True))
        rows.append((name_word(view, table.rows, row), cells, (sum(sure), sum(perhaps))))
    return rows


def show_regions(view: View, figure: Figure) -> None:
    """Show what is found of each region."""
    zone = view.link.filters.zone
    table, _ = count_regions(view.record.events, view.presence, zone)
    at_most = table["definite"] + table["possible"]
    with st.container(key="figure_regions"):
        show_head(figure, choose_chart_style(view))
        show(
            "analysis/regions.html",
            rows=[
                {
                    **row,
                    "region": region,
                    "address": build_map_address(view, {"region": str(region)}),
                    # The end of an interval is not part of it.
                    "first": day_words(row["first"]),
                    "last": day_words(row["last"] - MINUTE),
                }
                for region, row in table.to_dict("index").items()
            ],
            most=int(at_most.max()),
            clock=ZONES[zone],
        )
        show_foot(view, figure)


def build_map_address(view: View, words: dict[str, str]) -> str:
    """Return the address of the map with these words as filters, and the reader's other choices.

    It is read from another page of the app, and shows the data that the reader chose.
    """
    filters = narrow_to_cell(view.link.filters, words)
    return build_address(Link(filters, data=view.link.data), "./")


def name_word(view: View, field: str, word: str) -> str:
    """Return what readers see for a word of a field."""
    return view.story.label(field, word)


def _choose_fields(rows: str, columns: str) -> None:
    st.session_state["cross_rows"], st.session_state["cross_columns"] = rows, columns
    with st.container(horizontal=True, gap="small", key="cross_fields"):
        for key, title in (("cross_rows", "Rows"), ("cross_columns", "Columns")):
            st.selectbox(
                title,
                list(FIELDS),
                key=key,
                format_func=lambda column: FIELDS[column].title,
                on_change=lambda: _cross_by((rows, columns)),
            )


def _cross_by(before: tuple[str, str]) -> None:
    chosen = (st.session_state["cross_rows"], st.session_state["cross_columns"])
    # Choosing the other side's field swaps the two.
    change_analysis(cross=chosen if chosen[0] != chosen[1] else before[::-1])
