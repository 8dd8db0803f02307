"""Counts that say what they are based on, and what was left out."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from geo.events.sparse.defaults import UNSTATED_PRECISION
from geo.times import PRESENCE


@dataclass(frozen=True)
class PresenceCount:
    """How many events a view shows, and how many it does not; it always adds up."""

    definite: int
    possible: int
    outside: int
    hidden: int

    @property
    def shown(self) -> int:
        """Events on the map: definite and possible."""
        return self.definite + self.possible

    @property
    def total(self) -> int:
        """All events of the record."""
        return self.shown + self.outside + self.hidden

    def __str__(self) -> str:
        """The count in words.

        Examples
        --------
        >>> print(PresenceCount(93, 3, 19, 14))
        96 of 129 events, 3 of them only possibly
        >>> print(PresenceCount(1, 0, 0, 0))
        1 event
        >>> print(PresenceCount(0, 0, 129, 0))
        No event matches these filters
        """
        if self.shown == 0:
            return "No event matches these filters" if self.total else "This record has no events"
        noun = "event" if self.total == 1 else "events"
        words = f"{self.shown:,} {noun}"
        if self.shown < self.total:
            words = f"{self.shown:,} of {self.total:,} {noun}"
        return words + (f", {self.possible:,} of them only possibly" if self.possible else "")

    @property
    def others(self) -> str:
        """Why events are not shown; empty if all are.

        Examples
        --------
        >>> PresenceCount(93, 3, 19, 14).others
        '19 outside the dates, 14 hidden by filters'
        """
        parts = []
        if self.outside:
            parts.append(f"{self.outside:,} outside the dates")
        if self.hidden:
            parts.append(f"{self.hidden:,} hidden by filters")
        return ", ".join(parts)


def count_presence(presence: pd.Series) -> PresenceCount:
    """Return how many events are in each state of `apply_filters`.

    Examples
    --------
    >>> count_presence(pd.Series(["definite", "hidden", "hidden"], dtype=PRESENCE))
    PresenceCount(definite=1, possible=0, outside=0, hidden=2)
    """
    counts = np.bincount(presence.cat.codes.to_numpy(), minlength=len(PRESENCE.categories))
    return PresenceCount(**dict(zip(PRESENCE.categories, counts.tolist(), strict=True)))


@dataclass(frozen=True)
class ChartBasis:
    """How many of the events that a view shows a chart counts, and why it leaves others out.

    Attributes
    ----------
    counted : int
    left_out : tuple of (int, str)
        How many, and why, in words that follow a number; none of them is 0.
    assumed : int
        Of those counted, how many lie where they do by a radius that is assumed.
    """

    counted: int
    left_out: tuple[tuple[int, str], ...] = ()
    assumed: int = 0

    @property
    def total(self) -> int:
        """All events that the view shows."""
        return self.counted + sum(number for number, _ in self.left_out)

    def __str__(self) -> str:
        """The basis in words.

        Examples
        --------
        >>> print(ChartBasis(62, ((52, "time known to the part of a day"), (2, "of context"))))
        Based on 62 of 116 events. Left out: 52 time known to the part of a day, 2 of context.
        >>> print(ChartBasis(1))
        Based on 1 event.
        >>> print(ChartBasis(3, assumed=2))
        Based on 3 events. Of 2 the precision of the place is not stated: a radius is assumed.
        """
        noun = "event" if self.total == 1 else "events"
        assumed = ""
        if self.assumed:
            what = "the precision of the place is not stated: a radius is assumed."
            assumed = f" Of {self.assumed:,} {what}"
        if not self.left_out:
            return f"Based on {self.total:,} {noun}.{assumed}"
        reasons = ", ".join(f"{number:,} {reason}" for number, reason in self.left_out)
        return f"Based on {self.counted:,} of {self.total:,} {noun}. Left out: {reasons}.{assumed}"


def build_basis(events: pd.DataFrame, usable: pd.Series, reasons: pd.Series) -> ChartBasis:
    """Return the basis of a chart that uses only some of the events.

    Parameters
    ----------
    events : DataFrame, n rows
        What the view shows.
    usable : Series of bool, n values
    reasons : Series of str, n values
        Why an event would be left out.

    Examples
    --------
    >>> shown = pd.DataFrame(index=["a", "b", "c"])
    >>> usable = pd.Series([True, False, False], index=shown.index)
    >>> build_basis(shown, usable, pd.Series("too old", index=shown.index))
    ChartBasis(counted=1, left_out=((2, 'too old'),), assumed=0)
    """
    counts = reasons[~usable].value_counts()
    ordered = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
    left_out = tuple((int(number), str(reason)) for reason, number in ordered)
    return ChartBasis(int(usable.sum()) if len(events) else 0, left_out)


def build_distance_basis(events: pd.DataFrame) -> ChartBasis:
    """Return the basis of a chart of those events that have a distance.

    Parameters
    ----------
    events : DataFrame, n rows
        What the view shows, with low_m and location_precision.
    """
    usable = events["low_m"].notna()
    reasons = pd.Series("without a measured distance", index=events.index)
    is_assumed = usable & events["location_precision"].eq(UNSTATED_PRECISION)
    return replace(build_basis(events, usable, reasons), assumed=int(is_assumed.sum()))


def format_count(number: int, noun: str = "event") -> str:
    """Return a number with its noun.

    Examples
    --------
    >>> format_count(1), format_count(1200)
    ('1 event', '1,200 events')
    """
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
