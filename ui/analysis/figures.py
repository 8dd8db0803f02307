"""The figures of the analysis: the requested one, then those of the page."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

import streamlit as st

from geo.link.analysis import MORE_FIGURES, PAGE_FIGURES, SPANS, STACKS, order_figures
from geo.link.fields import FIELDS
from geo.publishing.figures import Figure, build_figure, note_range
from geo.publishing.figures.over_time import count_view_over_time
from geo.story.parts.basis import format_caveat
from geo.story.view import View
from geo.summaries import choose_reference_event, count_presence, snap_to_steps
from geo.summaries.time.near_in_time import select_near_in_time
from geo.times import Range, describe_when
from ui.analysis.choices import change_analysis
from ui.analysis.figure import show_figure
from ui.analysis.tables import show_crosstab, show_regions
from ui.markup import show
from ui.page.view import change_filters, change_link
from ui.widgets.event_choice import MOST_OFFERED, explain_offered
from web.story.briefings import open_annotations


def show_intro(view: View) -> None:
    """Say what the numbers are not, that they add up, and let the reader choose the colours."""
    show("page_name.html", name="Analysis")
    caveat = format_caveat(view.story.basis)
    show("analysis/intro.html", caveat=caveat, count=count_presence(view.presence))
    st.session_state["stack"] = view.link.analysis.stack
    asked = view.link.analysis.figure
    st.session_state["figure"] = asked if asked in MORE_FIGURES else None
    with st.container(horizontal=True, gap="medium", key="analysis_choices"):
        st.segmented_control(
            "Split by",
            list(STACKS),
            key="stack",
            format_func=lambda column: FIELDS[column].title.lower(),
            required=True,
            # A browser may send an empty choice even for a required field.
            on_change=lambda: change_analysis(
                stack=st.session_state["stack"] or view.link.analysis.stack
            ),
        )
        st.pills(
            "More figures",
            list(MORE_FIGURES),
            key="figure",
            format_func=lambda name: MORE_FIGURES[name].lower(),
            on_change=lambda: change_analysis(figure=st.session_state["figure"]),
        )


def show_figures(view: View) -> None:
    """Show the figure that the link asks for, and then those of the page."""
    asked = view.link.analysis.figure
    for name in order_figures(asked):
        figure = build_figure(view, name, open_annotations(view.current))
        if figure is not None:
            _WAYS.get(name, show_figure)(view, figure)
        elif name == asked:
            show("analysis/note.html", words=[_explain_missing(name)])


def _explain_missing(name: str) -> str:
    label = (PAGE_FIGURES | MORE_FIGURES)[name]
    if name == "rate":
        return f"{label}: choose a range of two weeks or more that contains an event."
    return f"{label}: this figure cannot show any event of this view."


def _show_over_time(view: View, figure: Figure) -> None:
    """Show events over time; a drag over the bars chooses the range."""
    noted = note_range(view, open_annotations(view.current))
    counted = count_view_over_time(view, noted)
    range_ = noted.range
    # A new range is a new chart: the drag that chose it must not stay on it.
    key = f"brush_{range_.start:%Y%m%d%H%M}_{range_.end:%Y%m%d%H%M}"
    words = "Drag over the bars with a mouse to choose a range."
    brushed = replace(
        figure,
        reading=f"{figure.reading} {words}",
        draw=partial(figure.draw, brush=True),
    )
    show_figure(view, brushed, key, lambda: _choose_range(key, counted.edges))


def _choose_range(key: str, edges: tuple[datetime, ...]) -> None:
    """Filter by the steps that a drag touched; all of them change nothing."""
    drawn = st.session_state[key].selection.get("brush", {}).get("left")
    if not drawn:
        return
    range_ = snap_to_steps(drawn, edges)
    if range_ != Range(edges[0], edges[-1]):
        change_filters(range=range_)


def _show_before_after(view: View, figure: Figure) -> None:
    """Show equal spans before and after an event, and let the reader choose both."""
    event = choose_reference_event(view.record.events, view.story, view.link.event)
    if event is not None:
        _choose_event(view, event)
    show_figure(view, figure)


def _choose_event(view: View, event: str) -> None:
    """Let the reader choose the event, which is the selected one of the map, and the span."""
    events = select_near_in_time(view.record.events, event, MOST_OFFERED)
    zone = view.link.filters.zone
    words = {
        id_: f"{describe_when(row, zone)}: {row.title}"
        for id_, row in zip(events.index, events.itertuples(), strict=True)
    }
    st.session_state["around"], st.session_state["span"] = event, view.link.analysis.span
    with st.container(horizontal=True, gap="small", key="around_fields"):
        st.selectbox(
            "Before and after",
            list(words),
            key="around",
            format_func=words.__getitem__,
            help=explain_offered(view.record.events),
            on_change=lambda: change_link(event=st.session_state["around"]),
        )
        st.selectbox(
            "Days on either side",
            sorted({*SPANS, view.link.analysis.span}),
            key="span",
            on_change=lambda: change_analysis(span=st.session_state["span"]),
        )


# Figures that the page shows with their own controls, or as a table.
_WAYS: dict[str, Callable[[View, Figure], None]] = {
    "over-time": _show_over_time,
    "cross": show_crosstab,
    "regions": show_regions,
    "before-after": _show_before_after,
}
