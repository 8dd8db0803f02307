"""Figures of the distance from the border: over time, and how many lie how far."""

from functools import partial

from geo.drawing.charts import MOST_DRAWN
from geo.publishing.figures.figure import Figure, draw_chart
from geo.publishing.figures.noted_range import NotedRange
from geo.story.view import View
from geo.summaries import (
    describe_inside,
    distribute_by_factor,
    distribute_distances,
    measure_distance_over_time,
)
from geo.summaries.distance.sentences import list_left_out

_CROSSES = (
    "An event whose uncertainty circle crosses the edge of a bar is drawn faded in each bar that "
    "it may belong to."
)


def build_distance_over_time(view: View, noted: NotedRange) -> Figure | None:
    """Return the figure of each event's distance over time; None if none is measured."""
    events = view.record.events
    measured = measure_distance_over_time(
        events, view.presence, noted.range, noted.zone, view.link.analysis.stack
    )
    if measured.events.empty:
        return None
    sampled, every = "", 1 + (len(measured.events) - 1) // MOST_DRAWN
    # Only titles of drawn events, so that others do not change the chart's file.
    titles = events.loc[measured.events.index[::every], "title"]
    if every > 1:
        sampled = f" One event in {every} is drawn; the lines and the numbers rest on all."
    left_out = ""
    if measured.left_out:
        left_out = f" They leave out {list_left_out(measured.left_out)}."
    return Figure(
        name="reach",
        topic="Kilometres from the border, over time",
        title=measured.takeaway,
        reading="A line is as long as place or time is uncertain; where the place is known only "
        "to a district or worse, it has no dot. The lines of the farthest count the near ends."
        + left_out
        + sampled,
        basis=str(measured.basis),
        numbers=measured.events.rename_axis("id").reset_index(),
        draw=partial(draw_chart, "distance_over_time_chart", measured, titles, notes=noted.ranges),
        word_field=view.link.analysis.stack,
        has_key=True,
        notes=noted.notes,
    )


def build_distances(view: View, _: NotedRange) -> Figure | None:
    """Return the figure of events by distance; None if none is measured."""
    spread = distribute_distances(view.record.events, view.presence, view.link.analysis.stack)
    if not spread.basis.counted:
        return None
    return Figure(
        name="distances",
        topic="Events by distance from the border",
        title=spread.takeaway,
        reading=f"{_CROSSES} {describe_inside(spread)}".strip(),
        basis=str(spread.basis),
        numbers=spread.counts,
        draw=partial(draw_chart, "distance_chart", spread),
        word_field=view.link.analysis.stack,
        has_key=True,
    )


def build_distances_log(view: View, _: NotedRange) -> Figure | None:
    """Return the figure of events by steps of distance that grow; None if none is measured."""
    spread = distribute_by_factor(view.record.events, view.presence, view.link.analysis.stack)
    if not spread.basis.counted:
        return None
    return Figure(
        name="distances-log",
        topic="Events by distance from the border, on a logarithmic scale",
        title=spread.takeaway,
        reading="Near and far are readable at once; a bar farther out spans more ground. "
        + _CROSSES,
        basis=str(spread.basis),
        numbers=spread.counts,
        draw=partial(draw_chart, "factor_chart", spread),
        word_field=view.link.analysis.stack,
        has_key=True,
    )


def build_within(view: View, _: NotedRange) -> Figure | None:
    """Return the figure of the share within a distance; None if none is measured."""
    spread = distribute_distances(view.record.events, view.presence, view.link.analysis.stack)
    if not spread.basis.counted:
        return None
    return Figure(
        name="within",
        topic="Share of events within a distance",
        title=spread.median_words,
        reading="The line takes each place as given, the band holds whatever the true places are.",
        basis=str(spread.basis),
        numbers=spread.within,
        draw=partial(draw_chart, "within_chart", spread),
    )
