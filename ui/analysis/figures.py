"""The analysis: what the record says over time, over distance and over the day."""

from datetime import datetime

import streamlit as st

from geo.link.analysis import STACKS
from geo.link.fields import FIELDS
from geo.summaries import (
    count_hours,
    count_over_time,
    count_presence,
    describe_inside,
    distribute_distances,
    measure_distance_over_time,
    snap_to_steps,
)
from geo.summaries.distance_sentences import list_left_out
from geo.times import ZONES, Range
from ui.analysis.charts import (
    MOST_DRAWN,
    distance_chart,
    hour_chart,
    reach_chart,
    time_chart,
    within_chart,
)
from ui.analysis.choices import change_analysis, chart_range, chart_style
from ui.analysis.figure import Figure, show_figure
from ui.frame import View, change_filters
from ui.markup import show


def show_intro(view: View) -> None:
    """Say what the numbers are not, that they add up, and let the reader choose the colours."""
    show("page_name.html", name="Analysis")
    show("analysis/intro.html", count=count_presence(view.presence))
    st.session_state["stack"] = view.link.analysis.stack
    st.segmented_control(
        "Split by",
        list(STACKS),
        key="stack",
        format_func=lambda column: FIELDS[column].title.lower(),
        required=True,
        # A browser may say that nothing is chosen, whatever is required.
        on_change=lambda: change_analysis(
            stack=st.session_state["stack"] or view.link.analysis.stack
        ),
    )


def show_over_time(view: View) -> None:
    """Show events over time; a drag over the bars chooses the range."""
    filters, look = view.link.filters, chart_style(view)
    range_ = chart_range(view)
    counted = count_over_time(
        view.record.events, view.presence, range_, filters.zone, view.link.analysis.stack
    )
    figure = Figure(
        name="over-time",
        topic=f"Events found for each {counted.step}, {ZONES[filters.zone]}",
        title=counted.takeaway,
        reading=f"{counted.reading} Drag over the bars with a mouse to choose a range.",
        basis=str(counted.basis),
        numbers=counted.counts,
    )
    # A new range is a new chart: the drag that chose it must not stay on it.
    key = f"brush_{range_.start:%Y%m%d%H%M}_{range_.end:%Y%m%d%H%M}"
    show_figure(
        view,
        figure,
        time_chart(counted, look, brush=True),
        look,
        brush=(key, lambda: _choose_range(key, counted.edges)),
    )


def show_reach(view: View) -> None:
    """Show how far from the border the events lie, over time."""
    look, events = chart_style(view), view.record.events
    measured = measure_distance_over_time(
        events, view.presence, chart_range(view), view.link.filters.zone, view.link.analysis.stack
    )
    if measured.events.empty:
        return
    sampled = ""
    if len(measured.events) > MOST_DRAWN:
        every = 1 + (len(measured.events) - 1) // MOST_DRAWN
        sampled = f" One event in {every} is drawn; the lines and the numbers rest on all."
    left_out = ""
    if measured.left_out:
        left_out = f" They leave out {list_left_out(measured.left_out)}."
    figure = Figure(
        name="reach",
        topic="Kilometres from the border, over time",
        title=measured.takeaway,
        reading="A line is as long as place or time is uncertain; where the place is known only "
        "to a district or worse, it has no dot. The lines of the farthest count the near ends."
        + left_out
        + sampled,
        basis=str(measured.basis),
        numbers=measured.events.rename_axis("id").reset_index(),
    )
    show_figure(view, figure, reach_chart(measured, events["title"], look), look)


def show_distances(view: View) -> None:
    """Show how many events lie how far from the border."""
    look = chart_style(view)
    spread = distribute_distances(view.record.events, view.presence, view.link.analysis.stack)
    if not spread.basis.counted:
        return
    with st.container(horizontal=True, gap="large", key="distances"):
        bars = Figure(
            name="distances",
            topic="Events by distance from the border",
            title=spread.takeaway,
            reading="An event whose uncertainty circle crosses the edge of a bar is drawn faded "
            f"in each bar that it may belong to. {describe_inside(spread)}",
            basis=str(spread.basis),
            numbers=spread.counts,
        )
        show_figure(view, bars, distance_chart(spread, look), look)
        curve = Figure(
            name="within",
            topic="Share of events within a distance",
            title=spread.median_words,
            reading="The line takes each place as given, the band holds whatever the true places "
            "are.",
            basis=str(spread.basis),
            numbers=spread.within,
        )
        show_figure(view, curve, within_chart(spread, look), None)


def show_hours(view: View) -> None:
    """Show at which hour of the day, where the time is known that well."""
    look, zone = chart_style(view), view.link.filters.zone
    hours = count_hours(
        view.record.events, view.presence, zone, view.link.analysis.stack, view.link.filters.range
    )
    if not hours.basis.counted:
        return
    figure = Figure(
        name="hours",
        topic=f"Hour of the day, {ZONES[zone]}",
        title=hours.takeaway,
        reading="An event that may belong to either of two hours is drawn faded in both.",
        basis=str(hours.basis),
        numbers=hours.counts,
    )
    show_figure(view, figure, hour_chart(hours, look), look)


def _choose_range(key: str, edges: tuple[datetime, ...]) -> None:
    """Filter by the steps that a drag touched; all of them are no new range."""
    drawn = st.session_state[key].selection.get("brush", {}).get("left")
    if not drawn:
        return
    range_ = snap_to_steps(drawn, edges)
    if range_ != Range(edges[0], edges[-1]):
        change_filters(range=range_)
