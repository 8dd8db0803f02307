"""A figure as a newspaper prints it: its words, its chart, and ways to download it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import streamlit as st
from markupsafe import escape

from geo.drawing.charts import Look, css
from geo.link.link import Link, build_address
from geo.publishing.figures import Figure
from geo.publishing.figures.picture import build_chart
from geo.story.briefings.references import collect_references
from geo.story.view import View
from ui.analysis.choices import choose_chart_style
from ui.analysis.download import find_app_address
from ui.markup import show

_KINDS = ("png", "svg", "csv")


def show_figure(
    view: View,
    figure: Figure,
    key: str | None = None,
    on_select: Callable[[], None] | Literal["ignore"] = "ignore",
) -> None:
    """Show a chart between its words.

    Parameters
    ----------
    view : View
    figure : Figure
    key : str, optional
        Of a chart in which a reader chooses something; a new key is a new chart.
    on_select : callable, optional
        Called after each choice.
    """
    look = choose_chart_style(view)
    with st.container(key=f"figure_{figure.name}"):
        show_head(figure, look)
        st.vega_lite_chart(
            spec=_build_chart(figure, look),
            theme=None,
            width="stretch",
            key=key,
            on_select=on_select,
            alt=figure.alt_text,
        )
        show_foot(view, figure)


# To build a chart takes longer than the rest of the page: once for all readers of one view.
_build_chart = st.cache_data(
    max_entries=200,
    show_spinner=False,
    hash_funcs={Figure: Figure.hash_drawing, Look: repr},
)(build_chart)


def show_head(figure: Figure, look: Look) -> None:
    """Show what a figure is about, what it says, and what its colours mean."""
    shades: dict[str, list[str]] = {}
    for shade in figure.list_shades(look):
        shades.setdefault(css(shade.colour), []).append(shade.label)
    show(
        "analysis/head.html",
        figure=figure,
        shades=shades,
        some_possible=bool(shades) and figure.some_possible,
    )


def show_foot(view: View, figure: Figure) -> None:
    """Show how a figure is read and what it rests on; offer its files, its link, its embed."""
    pinned = replace(view.link, data=view.record.version)
    base = find_app_address()
    page = build_figure_page_address(pinned, figure.name, base)
    show(
        "analysis/foot.html",
        figure=figure,
        notes=[(note, collect_references([note], view.record.events)) for note in figure.notes],
        # These stay relative: a reader may know this server by another name.
        files={kind: build_figure_address(view.link, figure.name, kind, "./") for kind in _KINDS},
        link=build_figure_page_address(view.link, figure.name, "./"),
        page=page,
        embed=write_figure_embed(
            figure, build_figure_address(pinned, figure.name, "svg", base), page
        ),
    )


def build_figure_page_address(link: Link, name: str, base: str) -> str:
    """Return the address of the page on which a figure is shown first, with the same filters."""
    analysis = replace(link.analysis, figure=name)
    return build_address(replace(link, analysis=analysis), "analysis", base)


def build_figure_address(link: Link, name: str, kind: str, base: str) -> str:
    """Return the address of a figure's file, with what it depends on of a link."""
    analysis = replace(link.analysis, figure=None)
    asked = Link(link.filters, event=link.event, data=link.data, analysis=analysis)
    return build_address(asked, f"api/figures/{name}.{kind}", base)


def write_figure_embed(figure: Figure, picture: str, page: str) -> str:
    """Return the HTML that shows a figure in another page, with a link to what it rests on."""
    alt_text = escape(figure.alt_text)
    return (
        f'<a href="{escape(page)}"><img src="{escape(picture)}" alt="{alt_text}" loading="lazy" '
        'style="max-width:100%;height:auto"></a>'
    )
