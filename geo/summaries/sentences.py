"""The sentences that titles of charts are made of: each says no more than its numbers show.

A title is one of these patterns, filled with names and counts. "more than any other" is said only
where it holds whatever the true times and places are, and a tie is called a tie.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from geo.claims.sentences.texts import capitalise, join_list
from geo.summaries.count import PresenceCount, format_count
from geo.summaries.standing import judge_bars

MOST_NAMES = 3


@dataclass(frozen=True)
class Subject:
    """What a chart of bars is about.

    Attributes
    ----------
    unit : str
        What a bar is, such as "month".
    name : callable
        Returns the name of a bar by its number.
    counted : int
        How many events the bars rest on.
    among : str
        Which events these are, in words that follow "events".
    scope : str
        What the bars are all of, in words that follow `unit`; "" for everything.
    nothing : str
        What is said without any event.
    """

    unit: str
    name: Callable[[int], str]
    counted: int
    among: str = "found"
    scope: str = ""
    nothing: str = "No event was found"


def describe_bars(definite: ArrayLike, possible: ArrayLike, subject: Subject) -> str:
    """Return which bar leads, as far as that is certain.

    Parameters
    ----------
    definite, possible : array of int, n values
        Of each bar; an event may be possible in several.
    subject : Subject

    Examples
    --------
    >>> month = Subject("month", ["May", "June", "July"].__getitem__, 8)
    >>> describe_bars([4, 1, 0], [2, 1, 0], month)
    'May: 4 to 6 of the 8 events found, more than any other month'
    >>> describe_bars([4, 4, 0], [0, 0, 0], month)
    'May and June: 4 each of the 8 events found, more than any other month'
    >>> describe_bars([4, 3, 0], [0, 1, 0], month)
    'No month is certain to have the most: May has 4 of the 8 events found, June has 3 to 4'
    >>> describe_bars([0, 0, 0], [8, 8, 0], month)
    'No month is certain for any of the 8 events found'
    >>> describe_bars([0, 0, 8], [0, 0, 0], month)
    'July: all 8 events found'
    >>> describe_bars([0, 0, 0], [0, 0, 0], month)
    'No event was found'
    """
    sure, perhaps = np.asarray(definite, dtype=int), np.asarray(possible, dtype=int)
    standing, names = judge_bars(sure, perhaps), subject.name
    unit, events = subject.unit + subject.scope, f"events {subject.among}"
    if standing.kind == "empty":
        return subject.nothing
    if standing.kind == "unsure":
        whose = describe_any(subject.counted, events)
        return f"No {unit} is certain for {whose}"
    found = [format_between(int(sure[bar]), int(perhaps[bar])) for bar in standing.bars]
    of_all = f"of the {subject.counted:,} {events}"
    if standing.kind == "open":
        one, other = (names(bar) for bar in standing.bars)
        return (
            f"No {unit} is certain to have the most: {one} has {found[0]} {of_all}, "
            f"{other} has {found[1]}"
        )
    others = len(sure) > len(standing.bars)
    more = f", more than any other {unit}" if others else ""
    if standing.kind == "tied":
        return capitalise(f"{_name_tied(standing.bars, subject)}: {found[0]} each {of_all}{more}")
    [best] = standing.bars
    if sure[best] == subject.counted:
        return capitalise(f"{names(best)}: {_all(subject.counted, subject.among)}")
    return capitalise(f"{names(best)}: {found[0]} {of_all}{more}")


def _name_tied(bars: tuple[int, ...], subject: Subject) -> str:
    if len(bars) > MOST_NAMES:
        return f"{len(bars):,} {subject.unit}s{subject.scope}"
    return join_list(map(subject.name, bars), "and")


def _all(number: int, among: str) -> str:
    return f"the one event {among}" if number == 1 else f"all {number:,} events {among}"


def describe_two(before: PresenceCount, after: PresenceCount, days: int) -> str:
    """Return which of two equal spans has more events, as far as that is certain.

    Examples
    --------
    >>> describe_two(PresenceCount(10, 2, 0, 0), PresenceCount(20, 0, 0, 0), 30)
    'More in the 30 days after it than before: 20 against 10 to 12'
    >>> describe_two(PresenceCount(10, 2, 0, 0), PresenceCount(12, 0, 0, 0), 30)
    'It is not certain which span of 30 days has more: 10 to 12 before, 12 after'
    >>> describe_two(PresenceCount(3, 0, 9, 0), PresenceCount(3, 0, 9, 0), 30)
    'The same number in the 30 days before and after it: 3 each'
    """
    counts = [format_between(count.definite, count.possible) for count in (before, after)]
    length = format_count(days, "day")
    if not before.shown + after.shown:
        return f"Nothing was found in the {length} before and after it"
    if after.definite > before.shown:
        return f"More in the {length} after it than before: {counts[1]} against {counts[0]}"
    if before.definite > after.shown:
        return f"Fewer in the {length} after it than before: {counts[1]} against {counts[0]}"
    if not before.possible + after.possible:
        return f"The same number in the {length} before and after it: {counts[0]} each"
    return (
        f"It is not certain which span of {length} has more: {counts[0]} before, {counts[1]} after"
    )


def describe_any(number: int, events: str = "events") -> str:
    """Return the subject of a title that says that nothing is certain.

    Examples
    --------
    >>> describe_any(1), describe_any(1200, "events found")
    ('the one event', 'any of the 1,200 events found')
    """
    if number == 1:
        return f"the one {events.replace('events', 'event', 1)}"
    return f"any of the {number:,} {events}"


def format_between(definite: int, possible: int) -> str:
    """Return a count as its bounds.

    Examples
    --------
    >>> format_between(1200, 3), format_between(21, 0)
    ('1,200 to 1,203', '21')
    """
    return f"{definite:,}" + (f" to {definite + possible:,}" if possible else "")
