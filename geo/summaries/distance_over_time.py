"""How far from the border, over time: each event as an interval, and the farthest so far."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np
import pandas as pd

from geo.events.vocabulary import PINNED
from geo.link.filters import is_kept
from geo.summaries.count import Basis, build_basis
from geo.times import Range, Zone, day_words, intervals

KM = 1000
# What was found to be false, or was retracted, moves no maximum.
_UNTRUE = frozenset({"false", "retracted"})
_CHECKED = frozenset({"verified", "partly_verified"})


@dataclass(frozen=True)
class DistanceOverTime:
    """Distances from the border over time.

    Attributes
    ----------
    events : DataFrame, indexed by event id
        start, end (naive), distance_km, low_km, high_km (negative inside), word, possible,
        pinned (whether a dot may stand for the place), in order of time.
    farthest : DataFrame
        moment, reported_km, checked_km, reported_id: the farthest so far at each moment at
        which it grew, and at both ends of the range. A distance counts from the moment at
        which the event had happened for certain, by the near end of its interval, and only if
        it is surely in the view, no context, and not found false. `checked` are those that
        are verified at least in part. NaN before the first.
    range : Range
    basis : Basis
    """

    events: pd.DataFrame
    farthest: pd.DataFrame
    range: Range
    basis: Basis

    @property
    def takeaway(self) -> str:
        """Whether the farthest distance grew, as far as that is certain."""
        reported = self.farthest["reported_km"].fillna(0)
        if not reported.max() > 0:
            return "No event is on record as surely beyond the border"
        last = self.farthest.iloc[-1]
        when: datetime = self.farthest["moment"].iloc[int(reported.to_numpy().argmax())]
        middle = self.range.start + self.range.length / 2
        before = self.farthest.loc[self.farthest["moment"] <= middle, "reported_km"].max()
        # Another event may lie farther: what is certain is this floor.
        words = f"The farthest that is certain lies at least {_floor(last['reported_km'])} km out"
        words += f", {day_words(when)}"
        if self.basis.counted == 1:
            return f"The one event lies at least {_floor(last['reported_km'])} km out"
        if not before > 0:
            return f"{words}; none is certain before the middle of the range"
        if before == last["reported_km"]:
            return f"{words}; nothing is surely farther in the later half of the range"
        return f"{words}; by the middle of the range it was {_floor(before)} km"


def measure_distance_over_time(
    events: pd.DataFrame, presence: pd.Series, range_: Range, zone: Zone, field: str
) -> DistanceOverTime:
    """Return how far from the border the events of a view lie, over time.

    Parameters
    ----------
    events : DataFrame, n rows
        With distance_m, inside, low_m, high_m.
    presence : Series of str, n values
    range_ : Range
        What the chart spans.
    zone : {"place", "utc"}
    field : str
        The column that events are coloured by.
    """
    shown = events[is_kept(presence)]
    usable = shown["low_m"].notna()
    basis = build_basis(shown, usable, pd.Series("without a measured distance", index=shown.index))
    start, end = intervals(shown, zone)
    signed = shown["distance_m"].where(~shown["inside"].astype(bool), -shown["distance_m"])
    rows = pd.DataFrame(
        {
            "start": start,
            "end": end,
            "distance_km": signed / KM,
            "low_km": shown["low_m"] / KM,
            "high_km": shown["high_m"] / KM,
            "word": shown[field].astype(str),
            "possible": presence[shown.index] == "possible",
            "pinned": shown["location_precision"].isin(PINNED),
        }
    )[usable].sort_values("start", kind="stable")
    counts = ~rows["possible"] & _may_count(shown.loc[rows.index])
    checked = shown.loc[rows.index, "verification"].isin(_CHECKED)
    return DistanceOverTime(rows, _farthest(rows[counts], checked[counts], range_), range_, basis)


def _may_count(events: pd.DataFrame) -> pd.Series:
    return (events["kind"] != "context") & ~events["verification"].isin(_UNTRUE)


def _farthest(rows: pd.DataFrame, checked: pd.Series, range_: Range) -> pd.DataFrame:
    """Return the running maxima where one of them grows, and at the ends of the range."""
    ordered = rows.sort_values("end", kind="stable")
    low = ordered["low_km"].where(ordered["low_km"] > 0)
    reported = low.cummax().ffill()
    of_checked = low.where(checked[ordered.index]).cummax().ffill()
    grown = (reported > reported.shift().fillna(0)) | (of_checked > of_checked.shift().fillna(0))
    steps = pd.DataFrame(
        {"moment": ordered["end"], "reported_km": reported, "checked_km": of_checked}
    )[grown]
    last = [reported.max(), of_checked.max()]
    ends = pd.DataFrame(
        [[range_.start, np.nan, np.nan], [range_.end, *last]], columns=list(steps.columns)
    ).astype(steps.dtypes.to_dict())
    parts = [ends.iloc[:1], steps.reset_index(drop=True), ends.iloc[1:]]
    return pd.concat(parts, ignore_index=True)


def _floor(km: float) -> str:
    return f"{int(km):,}"
