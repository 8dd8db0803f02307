"""Events over time: how many in each day, week or month of a range, at least and at most."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

import numpy as np
import pandas as pd

from geo.link.filters import is_kept
from geo.summaries.bins import count_in_bins, sum_bins
from geo.summaries.count import ChartBasis, format_count
from geo.summaries.sentences import Subject, describe_bars
from geo.times import DAY, HOUR, Range, Zone, day_words, intervals, milliseconds

TimeStep = Literal["hour", "day", "week", "month", "year"]

# The longest range for each step: no chart gets more bars than a phone can show.
_LONGEST: tuple[tuple[timedelta, TimeStep], ...] = (
    (timedelta(days=3), "hour"),
    (timedelta(days=45), "day"),
    (timedelta(days=300), "week"),
    (timedelta(days=3653), "month"),
)


@dataclass(frozen=True)
class OverTime:
    """Counts of events for each step of a range.

    Attributes
    ----------
    step : {"hour", "day", "week", "month", "year"}
    edges : tuple of datetime, m + 1 values
        Naive, on the chosen clock; the first and last step may be cut short.
    counts : DataFrame
        start, end, word, definite, possible: one row for each step and word in use.
    totals : DataFrame, m rows
        definite, possible.
    straddling : int
        Events that may lie in any of several steps: possible in each of them.
    is_cut : bool
        Whether the first or the last step is only a part of one, and events lie beyond it.
    basis : ChartBasis
    """

    step: TimeStep
    edges: tuple[datetime, ...]
    counts: pd.DataFrame
    totals: pd.DataFrame
    straddling: int
    is_cut: bool
    basis: ChartBasis

    @property
    def takeaway(self) -> str:
        """What the counts say, as far as they are certain."""
        subject = Subject(
            unit=self.step,
            name=lambda bar: format_step(self.edges[bar], self.step),
            counted=self.basis.counted,
            scope=" of this range" if self.is_cut else "",
            nothing="No event to count in this range",
        )
        return describe_bars(self.totals["definite"], self.totals["possible"], subject)

    @property
    def reading(self) -> str:
        """How to read the bars."""
        if not self.straddling:
            return f"Each event counts in one {self.step}."
        verb = "is" if self.straddling == 1 else "are"
        return (
            f"{format_count(self.straddling)} may belong to any of several {self.step}s and "
            f"{verb} faded in each: the count is at least the solid part, at most the whole bar."
        )


def count_over_time(
    events: pd.DataFrame,
    presence: pd.Series,
    range_: Range,
    zone: Zone,
    field: str,
    step: TimeStep | None = None,
) -> OverTime:
    """Return how many of the events that a view shows fall in each step of a range.

    Parameters
    ----------
    events : DataFrame, n rows
    presence : Series of str, n values
        Of `apply_filters`; only definite and possible events are counted.
    range_ : Range
    zone : {"place", "utc"}
    field : str
        The column that counts are split by.
    step : {"hour", "day", "week", "month", "year"}, optional
        Chosen by the length of the range where it is not given.
    """
    shown = events[is_kept(presence)]
    step = step or choose_step(range_)
    edges = split_into_steps(range_, step)
    start, end = intervals(shown, zone)
    sure = presence[shown.index] == "definite"
    counts = count_in_bins(start, end, sure, shown[field], np.array(edges, dtype="datetime64[us]"))
    starts, ends = np.array(edges[:-1], dtype=object), np.array(edges[1:], dtype=object)
    split = counts.assign(start=starts[counts["bin"]], end=ends[counts["bin"]])
    bins = sum_bins(counts, len(edges) - 1)
    return OverTime(
        step=step,
        edges=edges,
        counts=split[["start", "end", "word", "definite", "possible"]],
        totals=bins,
        straddling=len(shown) - int(bins["definite"].sum()),
        is_cut=_cuts_a_step(edges, step) and bool(presence.isin(["outside", "possible"]).any()),
        basis=ChartBasis(len(shown)),
    )


def _cuts_a_step(edges: tuple[datetime, ...], step: TimeStep) -> bool:
    starts_whole = _next_edge(edges[0] - datetime.resolution, step) == edges[0]
    return not starts_whole or _next_edge(edges[-2], step) != edges[-1]


def choose_step(range_: Range) -> TimeStep:
    """Return the step that suits a range."""
    return next((step for longest, step in _LONGEST if range_.length <= longest), "year")


def split_into_steps(range_: Range, step: TimeStep) -> tuple[datetime, ...]:
    """Return where the steps of a range start and end; weeks start on Monday.

    Examples
    --------
    >>> two_weeks = Range(datetime(2024, 5, 15), datetime(2024, 5, 22))
    >>> [f"{edge:%a %d}" for edge in split_into_steps(two_weeks, "week")]
    ['Wed 15', 'Mon 20', 'Wed 22']
    """
    edges = [range_.start]
    while (following := _next_edge(edges[-1], step)) < range_.end:
        edges.append(following)
    return (*edges, range_.end)


def format_step(start: datetime, step: TimeStep) -> str:
    """Return the name of the step that a moment lies in.

    Examples
    --------
    >>> format_step(datetime(2024, 5, 15, 2), "hour"), format_step(datetime(2024, 5, 15), "month")
    ('15 May 2024, 02:00 to 03:00', 'May 2024')
    >>> format_step(datetime(2024, 5, 15), "week")
    'the week from 13 May 2024'
    """
    if step == "hour":
        following = _next_edge(start, step)
        return f"{day_words(start)}, {start:%H:%M} to {following:%H:%M}"
    if step == "week":
        # As a month that the range cuts keeps its name, a week keeps its Monday.
        return f"the week from {day_words(start - DAY * start.weekday())}"
    return {"day": day_words(start), "month": f"{start:%B %Y}", "year": f"{start:%Y}"}[step]


def _next_edge(moment: datetime, step: TimeStep) -> datetime:
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    if step == "hour":
        return moment.replace(minute=0, second=0, microsecond=0) + HOUR
    if step == "day":
        return midnight + DAY
    if step == "week":
        return midnight + DAY * (7 - midnight.weekday())
    if step == "month":
        return (midnight.replace(day=1) + DAY * 32).replace(day=1)
    return midnight.replace(year=midnight.year + 1, month=1, day=1)


def snap_to_steps(drawn: tuple[float, float], edges: tuple[datetime, ...]) -> Range:
    """Return the whole steps that a drag over a chart touched.

    Parameters
    ----------
    drawn : (float, float)
        Where it started and ended, as `milliseconds`, in either direction.
    edges : tuple of datetime

    Examples
    --------
    >>> days = tuple(datetime(2024, 5, day) for day in (13, 14, 15, 16))
    >>> noon = 43_200_000 + 1_715_644_800_000
    >>> print(snap_to_steps((noon, noon), days).start)
    2024-05-14 00:00:00
    """
    low, high = sorted(drawn)
    first = max((edge for edge in edges[:-1] if milliseconds(edge) <= low), default=edges[0])
    later = [edge for edge in edges[1:] if milliseconds(edge) >= high and edge > first]
    return Range(first, min(later, default=edges[-1]))
