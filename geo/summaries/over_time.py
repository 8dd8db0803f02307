"""Events over time: how many in each day, week or month of a range, at least and at most."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

import numpy as np
import pandas as pd

from geo.link.filters import kept
from geo.summaries.count import Basis, any_of, number_of, plus
from geo.summaries.tally import tally, totals
from geo.times import DAY, HOUR, Range, Zone, day_words, intervals, milliseconds

Step = Literal["hour", "day", "week", "month", "year"]

# The longest range for each step: no chart gets more bars than a phone can show.
_LONGEST: tuple[tuple[timedelta, Step], ...] = (
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
        Naive, on the clock that was asked for; the first and last step may be cut short.
    counts : DataFrame
        start, end, word, definite, possible: one row for each step and word in use.
    totals : DataFrame, m rows
        definite, possible.
    straddling : int
        Events that may lie in either of several steps: possible in each of them.
    basis : Basis
    """

    step: Step
    edges: tuple[datetime, ...]
    counts: pd.DataFrame
    totals: pd.DataFrame
    straddling: int
    basis: Basis

    @property
    def takeaway(self) -> str:
        """What the counts say, as far as they are certain."""
        most, at_most = self.totals["definite"], self.totals.sum(axis=1)
        if at_most.sum() == 0:
            return "No event to count in this range"
        best = int(most.to_numpy().argmax())
        name, found = step_words(self.edges[best], self.step), plus(*self.totals.iloc[best])
        if len(most) == 1:
            return f"{name}: {found}"
        if not most[best]:
            return f"No {self.step} is certain for {any_of(self.basis.counted)}"
        # Another step may hold as many: then none is said to stand out.
        if (at_most.drop(best) >= most[best]).any():
            return f"No {self.step} stands out for certain; {name} is among the most: {found}"
        if self.basis.counted == 1:
            return f"The one event: {name}"
        return f"More events were found for {name} than for any other {self.step}: {found}"

    @property
    def reading(self) -> str:
        """How to read the bars."""
        if not self.straddling:
            return f"Each event stands in one {self.step}."
        verb = "stands" if self.straddling == 1 else "stand"
        return (
            f"{number_of(self.straddling)} may belong to either of several {self.step}s and "
            f"{verb} pale in each: a bar is at least its solid part, at most all of it."
        )


def count_over_time(
    events: pd.DataFrame,
    presence: pd.Series,
    range_: Range,
    zone: Zone,
    field: str,
    step: Step | None = None,
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
        By the length of the range where it is not given.
    """
    shown = events[kept(presence)]
    step = step or step_of(range_)
    edges = time_edges(range_, step)
    start, end = intervals(shown, zone)
    sure = presence[shown.index] == "definite"
    counts = tally(start, end, sure, shown[field], np.array(edges, dtype="datetime64[us]"))
    starts, ends = np.array(edges[:-1], dtype=object), np.array(edges[1:], dtype=object)
    split = counts.assign(start=starts[counts["bin"]], end=ends[counts["bin"]])
    bins = totals(counts, len(edges) - 1)
    return OverTime(
        step=step,
        edges=edges,
        counts=split[["start", "end", "word", "definite", "possible"]],
        totals=bins,
        straddling=len(shown) - int(bins["definite"].sum()),
        basis=Basis(len(shown)),
    )


def step_of(range_: Range) -> Step:
    """Return the step that suits a range."""
    return next((step for longest, step in _LONGEST if range_.length <= longest), "year")


def time_edges(range_: Range, step: Step) -> tuple[datetime, ...]:
    """Return where the steps of a range begin and end; weeks begin on Monday.

    Examples
    --------
    >>> two_weeks = Range(datetime(2023, 5, 3), datetime(2023, 5, 10))
    >>> [f"{edge:%a %d}" for edge in time_edges(two_weeks, "week")]
    ['Wed 03', 'Mon 08', 'Wed 10']
    """
    edges = [range_.start]
    while (following := _next(edges[-1], step)) < range_.end:
        edges.append(following)
    return (*edges, range_.end)


def step_words(start: datetime, step: Step) -> str:
    """Return the name of a step.

    Examples
    --------
    >>> step_words(datetime(2023, 5, 3, 2), "hour"), step_words(datetime(2023, 5, 3), "month")
    ('3 May 2023, 02:00 to 03:00', 'May 2023')
    """
    if step == "hour":
        following = _next(start, step)
        return f"{day_words(start)}, {start:%H:%M} to {following:%H:%M}"
    if step == "week":
        return f"the week from {day_words(start)}"
    return {"day": day_words(start), "month": f"{start:%B %Y}", "year": f"{start:%Y}"}[step]


def _next(moment: datetime, step: Step) -> datetime:
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


def touched(drawn: tuple[float, float], edges: tuple[datetime, ...]) -> Range:
    """Return the steps that a drag over a chart touched, whole.

    Parameters
    ----------
    drawn : (float, float)
        Where it began and ended, as `milliseconds`, in either direction.
    edges : tuple of datetime

    Examples
    --------
    >>> days = tuple(datetime(2023, 5, day) for day in (1, 2, 3, 4))
    >>> noon = 43_200_000 + 1_682_985_600_000
    >>> print(touched((noon, noon), days).start)
    2023-05-02 00:00:00
    """
    low, high = sorted(drawn)
    first = max((edge for edge in edges[:-1] if milliseconds(edge) <= low), default=edges[0])
    later = [edge for edge in edges[1:] if milliseconds(edge) >= high and edge > first]
    return Range(first, min(later, default=edges[-1]))
