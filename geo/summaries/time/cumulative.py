"""How many events there were up to each moment, at least and at most."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
import pandas as pd

from geo.link.filters import is_kept
from geo.summaries.count import ChartBasis
from geo.summaries.time.sentences import describe_half_by
from geo.times import DAY, Range, Zone, day_words, intervals
from geo.times.ranges import ceil_to, floor_to

_POINTS = 240
_BY_MINUTE = 3 * DAY


@dataclass(frozen=True)
class Cumulative:
    """The running number of the events that a view shows.

    Attributes
    ----------
    steps : DataFrame
        moment, definite (surely before it), possible (as many more may be).
    halves : (datetime, datetime) or None
        At least half of the events lie at the first or later, and at least half before the
        second, whenever in their intervals they were.
    unsure : int
        How many of the events are only possibly in the view.
    range : Range
    basis : ChartBasis
    """

    steps: pd.DataFrame
    halves: tuple[datetime, datetime] | None
    unsure: int
    range: Range
    basis: ChartBasis

    @property
    def takeaway(self) -> str:
        """Before, and from, which day at least half of the events lie."""
        if self.halves is None:
            return describe_half_by(None, 0, 0)
        first, last = self.halves
        if self.range.length <= _BY_MINUTE:
            words = tuple(f"{day_words(each)}, {each:%H:%M}" for each in (first, last))
        else:
            words = (day_words(floor_to(first, DAY)), day_words(ceil_to(last, DAY)))
        return describe_half_by((words[0], words[1]), self.basis.counted, self.unsure)


def count_cumulative(
    events: pd.DataFrame, presence: pd.Series, range_: Range, zone: Zone
) -> Cumulative:
    """Return how many of the events that a view shows lie before each moment of a range.

    Parameters
    ----------
    events : DataFrame, n rows
    presence : Series of str, n values
    range_ : Range
    zone : {"place", "utc"}
    """
    shown = events[is_kept(presence)]
    sure = (presence[shown.index] == "definite").to_numpy()
    start, end = (np.sort(each.to_numpy("datetime64[us]")) for each in intervals(shown, zone))
    surely = np.sort(intervals(shown[sure], zone)[1].to_numpy("datetime64[us]"))
    share = np.linspace(0.0, 1.0, _POINTS + 1)
    length_us = range_.length / timedelta(microseconds=1)
    grid = np.datetime64(range_.start, "us") + (share * length_us).astype("timedelta64[us]")
    at_least = np.searchsorted(surely, grid, side="right")
    # The last step counts every shown event, also one at that very moment.
    at_most = np.searchsorted(start, grid, side="left")
    at_most[-1] = len(shown)
    steps = {"moment": grid, "definite": at_least, "possible": np.maximum(at_most - at_least, 0)}
    halves = None
    if len(shown):
        # The order statistics of the ends bound those of the true moments.
        later, earlier = start[len(start) // 2], end[(len(end) - 1) // 2]
        halves = pd.Timestamp(later).to_pydatetime(), pd.Timestamp(earlier).to_pydatetime()
    return Cumulative(
        pd.DataFrame(steps), halves, int((~sure).sum()), range_, ChartBasis(len(shown))
    )
