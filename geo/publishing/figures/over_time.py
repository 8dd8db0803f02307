"""Figures over time: the counts, the rate per week, the running total, and small multiples."""

from functools import partial

from geo.publishing.figures.figure import Figure, draw_chart
from geo.publishing.figures.noted_range import NotedRange
from geo.story.view import View
from geo.summaries import (
    OverTime,
    count_cumulative,
    count_multiples,
    count_over_time,
    measure_weekly_rate,
)
from geo.times import ZONES


def build_over_time(view: View, noted: NotedRange) -> Figure:
    """Return the figure of events over time."""
    counted = count_view_over_time(view, noted)
    return Figure(
        name="over-time",
        topic=f"Events found for each {counted.step}, {ZONES[noted.zone]}",
        title=counted.takeaway,
        reading=counted.reading,
        basis=str(counted.basis),
        numbers=counted.counts,
        draw=partial(draw_chart, "time_chart", counted, notes=noted.ranges),
        word_field=view.link.analysis.stack,
        has_key=True,
        notes=noted.notes,
    )


def count_view_over_time(view: View, noted: NotedRange) -> OverTime:
    """Return the counts of the figure of events over time."""
    stack = view.link.analysis.stack
    return count_over_time(view.record.events, view.presence, noted.range, noted.zone, stack)


def build_rate(view: View, noted: NotedRange) -> Figure | None:
    """Return the figure of events a week; None for less than two weeks."""
    rate = measure_weekly_rate(view.record.events, view.presence, noted.range, noted.zone)
    if rate is None:
        return None
    step = rate.over_time.step
    return Figure(
        name="rate",
        topic=f"Events found a week, for each {step}, {ZONES[noted.zone]}",
        title=rate.takeaway,
        reading=f"Solid: at least; faded: at most. Grey from top to bottom: nothing was found in "
        f"that {step}, which does not say that nothing happened. A {step} that the range cuts "
        "short counts for its own length.",
        basis=str(rate.over_time.basis),
        numbers=rate.steps,
        draw=partial(draw_chart, "rate_chart", rate, notes=noted.ranges),
        notes=noted.notes,
    )


def build_cumulative(view: View, noted: NotedRange) -> Figure:
    """Return the figure of the running number of events."""
    running = count_cumulative(view.record.events, view.presence, noted.range, noted.zone)
    return Figure(
        name="cumulative",
        topic=f"Events found up to each moment, {ZONES[noted.zone]}",
        title=running.takeaway,
        reading="The line counts events that are certain to lie before each moment; the band adds "
        "those that may. A steep part may mean more events, or a period that was covered more "
        "closely.",
        basis=str(running.basis),
        numbers=running.steps,
        draw=partial(draw_chart, "cumulative_chart", running, notes=noted.ranges),
        notes=noted.notes,
    )


def build_by_group(view: View, noted: NotedRange) -> Figure | None:
    """Return the figure of each group over time."""
    return _build_multiples(view, noted, "group")


def build_by_region(view: View, noted: NotedRange) -> Figure | None:
    """Return the figure of each region over time; None if no event names one."""
    return _build_multiples(view, noted, "region")


def _build_multiples(view: View, noted: NotedRange, field: str) -> Figure | None:
    multiples = count_multiples(view.record.events, view.presence, noted.range, noted.zone, field)
    if not multiples.words:
        return None
    step, scope = multiples.over_time.step, ""
    if multiples.others:
        scope = (
            f" Drawn are the {len(multiples.words)} {field}s with most events; "
            f"{multiples.others:,} more are in the numbers."
        )
    labels = {word: view.story.label(field, word) for word in multiples.words}
    return Figure(
        name=f"by-{field}",
        topic=f"Events found for each {step} by {field}, on one scale, {ZONES[noted.zone]}",
        title=multiples.describe(field),
        reading=f"{multiples.over_time.reading}{scope}",
        basis=str(multiples.basis),
        numbers=multiples.over_time.counts,
        draw=partial(draw_chart, "multiples_chart", multiples, labels),
        word_field=field,
    )
