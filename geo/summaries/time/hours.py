"""At which hour of the day, for events whose time is known that well."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import pandas as pd

from geo.events.vocabulary import label
from geo.link.filters import is_kept
from geo.summaries.bins import count_in_bins, sum_bins
from geo.summaries.count import ChartBasis, build_basis
from geo.summaries.sentences import Subject, describe_bars
from geo.times import DAY, HOUR, Range, Zone, intervals

_PRECISE = frozenset({"minute", "hour"})
# A time "to the hour" may lie between two statements; an interval much longer is less precise.
_LONGEST = timedelta(hours=3)
_QUARTER = 6
# A range favours a part of the day if it holds this many times more of it than of another.
_UNEVEN = 1.2


@dataclass(frozen=True)
class Hours:
    """Counts of events for each hour of the day.

    Attributes
    ----------
    counts : DataFrame
        hour (0 to 23), word, definite, possible.
    quarters : DataFrame, 4 rows
        definite, possible for 00:00 to 06:00, and so on.
    basis : ChartBasis
    range : Range or None
        What the view was narrowed to.
    """

    counts: pd.DataFrame
    quarters: pd.DataFrame
    basis: ChartBasis
    range: Range | None = None

    @property
    def takeaway(self) -> str:
        """Which quarter of the day has the most, as far as that is certain."""
        subject = Subject(
            unit="part of the day",
            name=lambda part: f"{part * _QUARTER:02}:00 to {(part + 1) * _QUARTER:02}:00",
            counted=self.basis.counted,
            among="timed to the hour",
            nothing="No event is timed to the hour",
        )
        words = describe_bars(self.quarters["definite"], self.quarters["possible"], subject)
        return f"{words}{self._clause_of_range()}" if self.basis.counted else words

    def _clause_of_range(self) -> str:
        """Say what the range holds of the day, where that alone makes one part fuller."""
        if self.range is None:
            return ""
        hours = measure_quarters(self.range)
        if max(hours) <= _UNEVEN * min(hours):
            return ""
        if self.range.length <= DAY:
            return f"; the range itself is {self.range.start:%H:%M} to {self.range.end:%H:%M}"
        return f"; the range holds {min(hours):g} to {max(hours):g} hours of each part"


def count_hours(
    events: pd.DataFrame,
    presence: pd.Series,
    zone: Zone,
    field: str,
    range_: Range | None = None,
) -> Hours:
    """Return how many events fall in each hour of the day.

    Parameters
    ----------
    events : DataFrame, n rows
    presence : Series of str, n values
    zone : {"place", "utc"}
        Whose clock is read.
    field : str
        The column that counts are split by.
    range_ : Range, optional
        What the view was narrowed to: it may leave parts of the day out.
    """
    shown = events[is_kept(presence)]
    start, end = intervals(shown, zone)
    usable = shown["time_precision"].isin(_PRECISE) & (end - start <= _LONGEST)
    basis = build_basis(shown, usable, shown["time_precision"].map(_known_to))
    rows = shown[usable]
    midnight = start[usable].dt.normalize()
    low, high = ((moment[usable] - midnight).dt.total_seconds() / 3600 for moment in (start, end))
    sure = (presence[rows.index] == "definite").to_numpy()
    hours = _round_the_clock(count_in_bins(low, high, sure, rows[field], np.arange(49)), 24)
    quarters = _round_the_clock(
        count_in_bins(low, high, sure, np.full(len(rows), "all"), np.arange(0, 49, _QUARTER)), 4
    )
    return Hours(hours.rename(columns={"bin": "hour"}), sum_bins(quarters, 4), basis, range_)


def measure_quarters(range_: Range) -> tuple[float, ...]:
    """Return how many hours of each quarter of the day a range holds, from midnight on.

    Examples
    --------
    >>> from datetime import datetime
    >>> measure_quarters(Range(datetime(2024, 5, 14, 21), datetime(2024, 5, 15, 6)))
    (6.0, 0.0, 0.0, 3.0)
    """
    days, rest = divmod(range_.length, DAY)
    midnight = range_.start.replace(hour=0, minute=0, second=0, microsecond=0)
    first, last = range_.start - midnight, range_.start - midnight + rest
    hours = []
    for part in range(4):
        starts = (HOUR * _QUARTER * part, HOUR * _QUARTER * part + DAY)
        overlaps = (min(last, start + HOUR * _QUARTER) - max(first, start) for start in starts)
        hours.append(days * _QUARTER + sum(max(over / HOUR, 0.0) for over in overlaps))
    return tuple(hours)


def _known_to(precision: str) -> str:
    return f"with a time known to “{label('time_precision', precision).lower()}”"


def _round_the_clock(counts: pd.DataFrame, bins: int) -> pd.DataFrame:
    """Return the counts of two days as those of one."""
    summed = counts.assign(bin=counts["bin"] % bins).groupby(["bin", "word"], as_index=False)
    return summed[["definite", "possible"]].sum()
