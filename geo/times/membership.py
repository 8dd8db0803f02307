"""Which events lie in a range of time: for certain, possibly, or not at all."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.times.ranges import DAY, Range, Zone, ceil_to, floor_to

Mask = pd.Series | NDArray[np.bool_]
# As categories: comparing 100,000 words takes 7 ms, comparing the codes they stand for 0.1 ms.
PRESENCE = pd.CategoricalDtype(["definite", "possible", "outside", "hidden"])


def intervals(events: pd.DataFrame, zone: Zone) -> tuple[pd.Series, pd.Series]:
    """Return earliest and latest possible time of each event, naive, in a zone."""
    if zone == "utc":
        return events["start"].dt.tz_localize(None), events["end"].dt.tz_localize(None)
    return events["start_local"], events["end_local"]


def judge_membership(events: pd.DataFrame, range_: Range | None, zone: Zone) -> pd.Series:
    """Return for each event whether it lies in a range: "definite", "possible" or "outside".

    An event is an interval. It lies in the range for certain if all of the interval does,
    possibly if only a part does. The end of a range, and that of an event, is not part of it.

    Parameters
    ----------
    events : DataFrame, n rows
        With start, end (UTC) and start_local, end_local (naive).
    range_ : Range or None
        None means all time: every event is definite.
    zone : {"place", "utc"}
        Whose clock the range is read on.

    Returns
    -------
    Series of PRESENCE, n values
        Indexed like `events`; empty for no events.

    Examples
    --------
    >>> from datetime import datetime
    >>> night = pd.DataFrame({"start_local": [datetime(2024, 5, 15)],
    ...                       "end_local": [datetime(2024, 5, 16)]}, index=["drone"])
    >>> early = Range(datetime(2024, 5, 15), datetime(2024, 5, 15, 6))
    >>> judge_membership(night, early, "place")["drone"]
    'possible'
    """
    if range_ is None:
        return all_definite(events.index)
    start, end = intervals(events, zone)
    overlaps = (start < range_.end) & (end > range_.start)
    within = (start >= range_.start) & (end <= range_.end)
    return choose_presence({"definite": within, "possible": overlaps}, "outside", events.index)


def all_definite(index: pd.Index) -> pd.Series:
    """Return "definite" for each event of an index."""
    codes = np.zeros(len(index), dtype="int8")
    return pd.Series(pd.Categorical.from_codes(codes, dtype=PRESENCE), index=index)


def choose_presence(masks: Mapping[str, Mask], otherwise: str, index: pd.Index) -> pd.Series:
    """Return for each event of an index the first word whose mask holds it, else the last word.

    Examples
    --------
    >>> near, seen = np.array([True, False, False]), np.array([True, True, False])
    >>> choose_presence({"definite": near, "possible": seen}, "hidden", pd.RangeIndex(3)).tolist()
    ['definite', 'possible', 'hidden']
    """
    words = list(PRESENCE.categories)
    codes = np.full(len(index), words.index(otherwise), dtype="int8")
    for word in reversed(list(masks)):
        mask = masks[word]
        # NumPy alone asks a series for attributes, which pandas looks up among the ids of all rows.
        codes[mask.to_numpy() if isinstance(mask, pd.Series) else mask] = words.index(word)
    return pd.Series(pd.Categorical.from_codes(codes, dtype=PRESENCE), index=index)


def find_extent(events: pd.DataFrame, zone: Zone) -> Range | None:
    """Return the whole days that hold every event; None without events."""
    if events.empty:
        return None
    start, end = intervals(events, zone)
    return Range(
        floor_to(start.min().to_pydatetime(), DAY), ceil_to(end.max().to_pydatetime(), DAY)
    )
