"""Figures of two sides: before and after an event, and a view beside another."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

import pandas as pd

from geo.drawing.charts import choose_chart_range, find_tallest
from geo.link.analysis import change_compared
from geo.publishing.figures.figure import Figure, draw_chart
from geo.publishing.figures.noted_range import NotedRange
from geo.story.view import View, build_view
from geo.summaries import (
    choose_reference_event,
    compare_before_after,
    count_over_time,
    distribute_distances,
    format_count,
)
from geo.summaries.time.before_after import Span
from geo.summaries.time.over_time import choose_step
from geo.times import ZONES, describe_range


def build_before_after(view: View, _: NotedRange) -> Figure | None:
    """Return the figure of equal spans before and after an event; None in an empty record."""
    analysis, filters = view.link.analysis, view.link.filters
    events = view.record.searched if filters.text else view.record.events
    event = choose_reference_event(events, view.story, view.link.event)
    if event is None:
        return None
    whole = view.record.whole_range(filters.zone)
    spans = compare_before_after(events, filters, event, analysis.span, analysis.stack, whole)
    sides = {"Before": spans.before, "After": spans.after}
    return Figure(
        name="before-after",
        topic=f"{format_count(analysis.span, 'day')} before and after: {events.at[event, 'title']}",
        title=spans.takeaway,
        reading=" ".join(_add_up(name, side, ZONES[filters.zone]) for name, side in sides.items()),
        basis="The event itself is in neither span. This chart ignores the dates chosen above but "
        "applies the other filters. How much is found depends on how closely a period was covered, "
        "and this record was gathered around its main events: no number here says why.",
        numbers=pd.concat(
            [side.counts.assign(span=name, **_ends(side)) for name, side in sides.items()]
        ),
        draw=partial(draw_chart, "span_chart", spans),
        word_field=analysis.stack,
        has_key=True,
    )


@dataclass(frozen=True)
class Comparison:
    """Two views, and the figures of each."""

    views: tuple[View, View]
    figures: tuple[tuple[Figure, ...], tuple[Figure, ...]]


def build_comparison(view: View) -> Comparison | None:
    """Return a view and the one that its link compares it with; None if it asks for none.

    Both are drawn with one step, one width of bars and one height.
    """
    compare = view.link.analysis.compare
    if compare is None:
        return None
    link = replace(view.link, filters=change_compared(view.link.filters, compare))
    sides = (view, build_view(view.current, link))
    one, other = (tuple(figures) for figures in _build_sides(sides))
    return Comparison(sides, (one, other))


def _build_sides(sides: tuple[View, View]) -> Iterator[list[Figure]]:
    stack, zone = sides[0].link.analysis.stack, sides[0].link.filters.zone
    ranges = [choose_chart_range(side) for side in sides]
    step = choose_step(max(ranges, key=lambda range_: range_.length))
    in_time = [
        count_over_time(side.record.events, side.presence, range_, zone, stack, step)
        for side, range_ in zip(sides, ranges, strict=True)
    ]
    farthest = pd.concat([side.kept_events["high_m"] for side in sides]).max() / 1000
    spread = [
        distribute_distances(side.record.events, side.presence, stack, max(0.0, farthest))
        for side in sides
    ]
    most = [max(find_tallest(each.totals) for each in both) for both in (in_time, spread)]
    for number, (timed, spaced) in enumerate(zip(in_time, spread, strict=True)):
        figures = [
            Figure(
                name=f"beside-{number}-over-time",
                topic=f"Events found for each {step}",
                title=timed.takeaway,
                reading="",
                basis=str(timed.basis),
                numbers=timed.counts,
                draw=partial(draw_chart, "time_chart", timed, most=most[0]),
                word_field=stack,
            )
        ]
        if spaced.basis.counted:
            figures.append(
                Figure(
                    name=f"beside-{number}-distances",
                    topic="Events by distance from the border",
                    title=spaced.takeaway,
                    reading="",
                    basis=str(spaced.basis),
                    numbers=spaced.counts,
                    draw=partial(draw_chart, "distance_chart", spaced, most=most[1]),
                    word_field=stack,
                )
            )
        yield figures


def _add_up(name: str, side: Span, clock: str) -> str:
    count = side.count
    return (
        f"{name} ({describe_range(side.range)}, {clock}): {count.definite:,} definite + "
        f"{count.possible:,} possible + {count.outside:,} outside + {count.hidden:,} hidden = "
        f"{count.total:,}."
    )


def _ends(side: Span) -> dict[str, datetime]:
    return {"start": side.range.start, "end": side.range.end}
