"""Events per week, at least and at most, and the weeks in which nothing was found."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import pandas as pd

from geo.summaries.time.over_time import OverTime, TimeStep, count_over_time
from geo.summaries.time.sentences import describe_rate
from geo.times import DAY, Range, Zone

WEEK = 7 * DAY
# A weekly rate needs at least two weeks.
SHORTEST = 2 * WEEK
_LONGEST: tuple[tuple[timedelta, TimeStep], ...] = (
    (timedelta(days=6 * 366), "week"),
    (timedelta(days=25 * 366), "month"),
)


@dataclass(frozen=True)
class WeeklyRate:
    """How many events a week were found, step by step.

    Attributes
    ----------
    over_time : OverTime
        The counts that the rates are made of.
    steps : DataFrame, m rows
        start, end, days, definite, possible (counts), at_least, at_most (events a week), and
        is_empty: whether surely nothing was found in it.
    definite, possible : int
        Events of the whole range.
    range : Range
    """

    over_time: OverTime
    steps: pd.DataFrame
    definite: int
    possible: int
    range: Range

    @property
    def takeaway(self) -> str:
        """How many a week there are on average, and how many steps are empty."""
        return describe_rate(
            self.definite,
            self.possible,
            self.range.length / WEEK,
            (int(self.steps["is_empty"].sum()), len(self.steps), self.over_time.step),
        )


def measure_weekly_rate(
    events: pd.DataFrame, presence: pd.Series, range_: Range, zone: Zone
) -> WeeklyRate | None:
    """Return how many events a week a view shows; None for a range of less than two weeks.

    A step that is cut short counts for its own length.

    Parameters
    ----------
    events : DataFrame, n rows
    presence : Series of str, n values
    range_ : Range
    zone : {"place", "utc"}
    """
    if range_.length < SHORTEST:
        return None
    step: TimeStep = next((step for most, step in _LONGEST if range_.length <= most), "year")
    counted = count_over_time(events.assign(all="all"), presence, range_, zone, "all", step)
    edges = np.array(counted.edges, dtype="datetime64[us]")
    days = np.diff(edges) / np.timedelta64(1, "D")
    definite, possible = (counted.totals[name].to_numpy() for name in ("definite", "possible"))
    steps = pd.DataFrame(
        {
            "start": edges[:-1],
            "end": edges[1:],
            "days": days,
            "definite": definite,
            "possible": possible,
            "at_least": definite * 7 / days,
            "at_most": (definite + possible) * 7 / days,
            "is_empty": definite + possible == 0,
        }
    )
    sure = int((presence == "definite").sum())
    return WeeklyRate(counted, steps, sure, int((presence == "possible").sum()), range_)
