"""At which hour of the day, for events whose time is known that well."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import pandas as pd

from geo.events.vocabulary import label
from geo.link.filters import is_kept
from geo.summaries.bins import count_in_bins, sum_bins
from geo.summaries.count import Basis, build_basis, describe_any
from geo.times import Zone, intervals

_PRECISE = frozenset({"minute", "hour"})
# A time "to the hour" may lie between two statements; an interval much longer is less precise.
_LONGEST = timedelta(hours=3)
_QUARTER = 6


@dataclass(frozen=True)
class Hours:
    """Counts of events for each hour of the day.

    Attributes
    ----------
    counts : DataFrame
        hour (0 to 23), word, definite, possible.
    quarters : DataFrame, 4 rows
        definite, possible for 00:00 to 06:00, and so on.
    basis : Basis
    """

    counts: pd.DataFrame
    quarters: pd.DataFrame
    basis: Basis

    @property
    def takeaway(self) -> str:
        """Which quarter of the day has the most, as far as that is certain."""
        if not self.basis.counted:
            return "No event is timed to the hour"
        definite, at_most = self.quarters["definite"], self.quarters.sum(axis=1)
        best = int(definite.to_numpy().argmax())
        hours = f"between {best * _QUARTER:02}:00 and {(best + 1) * _QUARTER:02}:00"
        timed = f"of the {self.basis.counted:,} timed to the hour"
        any_event = describe_any(self.basis.counted)
        if not definite[best]:
            return f"No part of the day is certain for {any_event} timed to the hour"
        if (at_most.drop(best) >= definite[best]).any():
            return f"No part of the day stands out for certain {timed}"
        if self.basis.counted == 1:
            return f"The one event timed to the hour fell {hours}"
        low, high = int(definite[best]), int(at_most[best])
        found = f"{low:,}" if low == high else f"Between {low:,} and {high:,}"
        return f"{found} {timed} fell {hours}"


def count_hours(events: pd.DataFrame, presence: pd.Series, zone: Zone, field: str) -> Hours:
    """Return how many events fall in each hour of the day.

    Parameters
    ----------
    events : DataFrame, n rows
    presence : Series of str, n values
    zone : {"place", "utc"}
        Whose clock is read.
    field : str
        The column that counts are split by.
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
    return Hours(hours.rename(columns={"bin": "hour"}), sum_bins(quarters, 4), basis)


def _known_to(precision: str) -> str:
    return f"with a time known to “{label('time_precision', precision).lower()}”"


def _round_the_clock(counts: pd.DataFrame, bins: int) -> pd.DataFrame:
    """Return the counts of two days as those of one."""
    summed = counts.assign(bin=counts["bin"] % bins).groupby(["bin", "word"], as_index=False)
    return summed[["definite", "possible"]].sum()
