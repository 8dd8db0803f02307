"""Counts that say what they rest on."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Count:
    """How many events a view shows, and what became of the others; it always adds up."""

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
        >>> print(Count(93, 3, 19, 14))
        96 of 129 events, 3 of them only possibly
        >>> print(Count(1, 0, 0, 0))
        1 event
        >>> print(Count(0, 0, 129, 0))
        No event matches these filters
        """
        if self.shown == 0:
            return "No event matches these filters" if self.total else "This record has no event"
        noun = "event" if self.total == 1 else "events"
        words = f"{self.shown:,} {noun}"
        if self.shown < self.total:
            words = f"{self.shown:,} of {self.total:,} {noun}"
        return words + (f", {self.possible:,} of them only possibly" if self.possible else "")

    @property
    def others(self) -> str:
        """What became of the events that are not shown; empty where all are.

        Examples
        --------
        >>> Count(93, 3, 19, 14).others
        '19 outside the dates, 14 hidden by other filters'
        """
        parts = []
        if self.outside:
            parts.append(f"{self.outside:,} outside the dates")
        if self.hidden:
            parts.append(f"{self.hidden:,} hidden by other filters")
        return ", ".join(parts)


def count_presence(presence: pd.Series) -> Count:
    """Return how many events are in each state of `apply_filters`.

    Examples
    --------
    >>> count_presence(pd.Series(["definite", "hidden", "hidden"], dtype=object))
    Count(definite=1, possible=0, outside=0, hidden=2)
    """
    counts = presence.value_counts()
    return Count(*(int(counts.get(word, 0)) for word in Count.__dataclass_fields__))
