"""Before and after: what was found in equal spans around an event."""

from datetime import datetime

import pandas as pd
import streamlit as st

from geo.link.analysis import SPANS
from geo.summaries import choose_reference_event, compare_before_after
from geo.summaries.before_after import Span
from geo.times import ZONES, describe_range, describe_when
from ui.analysis.charts import span_chart
from ui.analysis.choices import change_analysis, chart_style
from ui.analysis.figure import Figure, show_figure
from ui.frame import View, change_link


def show_before_after(view: View) -> None:
    """Show what was found in equal spans before and after an event."""
    events, analysis = view.record.events, view.link.analysis
    event = choose_reference_event(events, view.story, view.link.event)
    if event is None:
        return
    _choose_event(view, event)
    whole = view.record.whole_range(view.link.filters.zone)
    spans = compare_before_after(
        events, view.link.filters, event, analysis.span, analysis.stack, whole
    )
    look = chart_style(view)
    sides = {"Before": spans.before, "After": spans.after}
    figure = Figure(
        name="before-after",
        topic=f"{analysis.span} days before and after: {events.at[event, 'title']}",
        title=spans.takeaway,
        reading=" ".join(
            _add_up(name, side, ZONES[view.link.filters.zone]) for name, side in sides.items()
        ),
        basis="The event itself is in neither span. The dates of the page do not bind here, its "
        "other filters do. How much is found depends on how closely a time was watched, and this "
        "record was gathered around its main events: no number here says why.",
        numbers=pd.concat(
            [side.counts.assign(span=name, **_ends(side)) for name, side in sides.items()]
        ),
    )
    show_figure(view, figure, span_chart(spans, look), look)


def _choose_event(view: View, event: str) -> None:
    """Let the reader choose the event, which is the selected one of the map, and the span."""
    events = view.record.events.sort_values("start", kind="stable")
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
            on_change=lambda: change_link(event=st.session_state["around"]),
        )
        st.selectbox(
            "Days on either side",
            sorted({*SPANS, view.link.analysis.span}),
            key="span",
            on_change=lambda: change_analysis(span=st.session_state["span"]),
        )


def _add_up(name: str, side: Span, clock: str) -> str:
    count = side.count
    return (
        f"{name} ({describe_range(side.range)}, {clock}): {count.definite:,} definite + "
        f"{count.possible:,} possible + {count.outside:,} outside + {count.hidden:,} hidden = "
        f"{count.total:,}."
    )


def _ends(side: Span) -> dict[str, datetime]:
    return {"start": side.range.start, "end": side.range.end}
