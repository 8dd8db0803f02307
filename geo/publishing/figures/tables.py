"""Figures of words: the hour of the day, pairs of words, and regions."""

from functools import partial

from geo.link.fields import FIELDS
from geo.publishing.figures.figure import Figure, draw_chart
from geo.publishing.figures.noted_range import NotedRange
from geo.story.view import View
from geo.summaries import (
    count_hours,
    count_pairs,
    count_regions,
    describe_regions,
)
from geo.times import ZONES


def build_hours(view: View, noted: NotedRange) -> Figure | None:
    """Return the figure of the hours of the day; None if no time is known that well."""
    filters = view.link.filters
    hours = count_hours(
        view.record.events, view.presence, noted.zone, view.link.analysis.stack, filters.range
    )
    if not hours.basis.counted:
        return None
    return Figure(
        name="hours",
        topic=f"Hour of the day, {ZONES[noted.zone]}",
        title=hours.takeaway,
        reading="An event that may belong to either of two hours is drawn faded in both.",
        basis=str(hours.basis),
        numbers=hours.counts,
        draw=partial(draw_chart, "hour_chart", hours),
        word_field=view.link.analysis.stack,
        has_key=True,
    )


def build_cross(view: View, _: NotedRange) -> Figure:
    """Return the figure of how often the words of two fields meet."""
    rows, columns = view.link.analysis.cross
    table = count_pairs(view.record.events, view.presence, rows, columns)
    label = view.story.label
    return Figure(
        name="cross",
        topic=f"{FIELDS[rows].title} by {FIELDS[columns].title.lower()}",
        title=table.describe(label),
        reading="The number after a plus counts events that only possibly match.",
        basis=str(table.basis),
        numbers=table.numbers(),
        draw=partial(
            draw_chart,
            "crosstab_chart",
            table,
            [label(rows, str(word)) for word in table.definite.index],
            [label(columns, str(word)) for word in table.definite.columns],
        ),
    )


def build_regions(view: View, noted: NotedRange) -> Figure | None:
    """Return the figure of what is found of each region; None if no event names one."""
    table, basis = count_regions(view.record.events, view.presence, noted.zone)
    if table.empty:
        return None
    return Figure(
        name="regions",
        topic="Events found in each region",
        title=describe_regions(table, basis),
        reading="In the numbers, checked means verified at least in part. Distances run from the "
        "nearest to the farthest place that the events may have; below 0 is inside the border.",
        basis=str(basis),
        numbers=table.reset_index(),
        draw=partial(draw_chart, "regions_chart", table),
    )
