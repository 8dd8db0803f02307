"""How far from the border, over time: each event as an interval, and the farthest so far."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np
import pandas as pd

from geo.events.vocabulary import CHECKED, PINNED
from geo.link.filters import is_kept
from geo.summaries.count import ChartBasis, build_basis, build_distance_basis
from geo.summaries.distance.sentences import Far, describe_farthest
from geo.times import DAY, Range, Zone, describe_range, intervals
from geo.times.ranges import ceil_to, floor_to

# False and retracted events do not move the maximum.
_UNTRUE = frozenset({"false", "retracted"})


@dataclass(frozen=True)
class DistanceOverTime:
    """Distances from the border over time.

    Attributes
    ----------
    events : DataFrame, indexed by event id
        start, end (naive), signed_distance_km, low_km, high_km (negative inside), word,
        possible, pinned (whether a dot may stand for the place), in order of time.
    farthest : DataFrame
        moment, reported_km, checked_km: the farthest so far at each moment at
        which it grew, and at both ends of the range. A distance counts from the moment at
        which the event had happened for certain, by the near end of its interval, and only if
        it is surely in the view, no context, and not found false. `checked` are those that
        are verified at least in part. NaN before the first.
    farthest_checked, farthest_reported : Far or None
        The ends of both lines, each with its event's own time.
    left_out : tuple of (int, str)
        How many of the events the lines leave out, and why.
    left_out_farther : tuple of (int, str)
        Those of them that surely lie farther out than a line that they would have moved.
    range : Range
    basis : ChartBasis
    """

    events: pd.DataFrame
    farthest: pd.DataFrame
    farthest_checked: Far | None
    farthest_reported: Far | None
    left_out: tuple[tuple[int, str], ...]
    left_out_farther: tuple[tuple[int, str], ...]
    range: Range
    basis: ChartBasis

    @property
    def takeaway(self) -> str:
        """How far out events surely lie: what is verified, what is not, and what is left out."""
        return describe_farthest(
            self.farthest_checked, self.farthest_reported, self.left_out_farther
        )


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
    basis = build_distance_basis(shown)
    start, end = intervals(shown, zone)
    signed = shown["distance_m"].where(~shown["inside"].astype(bool), -shown["distance_m"])
    rows = pd.DataFrame(
        {
            "start": start,
            "end": end,
            "signed_distance_km": signed / 1000,
            "low_km": shown["low_m"] / 1000,
            "high_km": shown["high_m"] / 1000,
            "word": shown[field].astype(str),
            "possible": presence[shown.index] == "possible",
            "pinned": shown["location_precision"].isin(PINNED),
        }
    )[usable].sort_values("start", kind="stable")
    reasons = _find_reasons(shown.loc[rows.index], rows["possible"])
    counts, checked = reasons.isna(), shown.loc[rows.index, "verification"].isin(CHECKED)
    verification = shown["verification"]
    far = {
        "checked": _find_far(rows[counts & checked], verification, zone),
        "reported": _find_far(rows[counts], verification, zone),
    }
    floors = {name: one.low_km if one else 0.0 for name, one in far.items()}
    farther = (rows["low_km"] > floors["reported"]) | (
        checked & (rows["low_km"] > floors["checked"])
    )
    return DistanceOverTime(
        events=rows,
        farthest=_farthest(rows[counts], checked[counts], range_),
        farthest_checked=far["checked"],
        farthest_reported=far["reported"],
        left_out=_count_reasons(reasons),
        left_out_farther=_count_reasons(reasons[farther]),
        range=range_,
        basis=basis,
    )


def _find_reasons(events: pd.DataFrame, possible: pd.Series) -> pd.Series:
    """Return why an event moves neither line; missing if it does."""
    reasons = pd.Series(None, index=events.index, dtype=object)
    reasons = reasons.mask(possible, "only possibly in the view")
    reasons = reasons.mask(events["verification"].isin(_UNTRUE), "found false or retracted")
    return reasons.mask(events["kind"] == "context", "of context")


def _count_reasons(reasons: pd.Series) -> tuple[tuple[int, str], ...]:
    return build_basis(reasons.to_frame(), reasons.isna(), reasons).left_out


def _find_far(rows: pd.DataFrame, verification: pd.Series, zone: Zone) -> Far | None:
    beyond = rows[rows["low_km"] > 0]
    if beyond.empty:
        return None
    at = int(beyond["low_km"].to_numpy().argmax())
    row = beyond.iloc[at]
    when = _name_days(row["start"].to_pydatetime(), row["end"].to_pydatetime())
    suffix = " UTC" if zone == "utc" else ""
    return Far(float(row["low_km"]), when + suffix, str(verification[beyond.index].iloc[at]))


def _name_days(start: datetime, end: datetime) -> str:
    """Return the days on which an event may have happened; its end is not included."""
    first = floor_to(start, DAY)
    return describe_range(Range(first, max(ceil_to(end, DAY), first + DAY)))


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
