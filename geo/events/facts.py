"""The facts of an event that are shown and exported one by one, if anything is on record.

A new one is a member with a default in `event`, its meaning in `guide`, and a row here.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from geo.events.columns.kinds import DATES, WORD_LISTS
from geo.events.parts import Casualties, Claim
from geo.events.vocabulary import VOCABULARY
from geo.events.words import WordLabel
from geo.times import describe_date


@dataclass(frozen=True)
class Fact:
    """A member of an event and the term that it is shown under."""

    column: str
    term: str


FACTS = (
    Fact("killed", "Killed"),
    Fact("injured", "Injured"),
    Fact("damage", "Reported damage"),
    Fact("target", "Target"),
    Fact("means_reported", "Reported means"),
)
CASUALTIES = frozenset({"killed", "injured"})
"""Numbers whose absence is said too: a missing number is not none."""

_STATED = ", as stated"


def list_facts(event: object, label: WordLabel = VOCABULARY.label) -> list[tuple[str, str]]:
    """Return terms and words of the facts of an event, a row of the events frame.

    Casualties are always listed: a missing number is not shown as none, and a number is somebody's.

    Parameters
    ----------
    event : object
    label : callable
        Says what readers see for a word of a list: that of `Story` for the story's own words.
    """
    facts = ((fact, _get_member(event, fact.column)) for fact in FACTS)
    return [
        (fact.term, _state(_put_in_words(value, fact.column, label), event))
        for fact, value in facts
        if value is not None or fact.column in CASUALTIES
    ]


def _get_member(event: object, column: str) -> object:
    # A row may be a series, which has attributes of its own, such as its size.
    return event[column] if isinstance(event, pd.Series) else getattr(event, column)


def _put_in_words(value: object, column: str, label: WordLabel) -> object:
    """Return a word of a list by its label, and a date in words; any other value as it is."""
    if not isinstance(value, str):
        return value
    if column in WORD_LISTS:
        return label(WORD_LISTS[column], value)
    return describe_date(value) if column in DATES else value


def _state(value: object, event: object) -> str:
    words = format_fact(value)
    if not isinstance(value, Casualties):
        return words
    if not words.startswith("no number"):
        if value.claim is None:
            return f"{words}; who says so is not on record"
        return words if words.endswith(_STATED) else f"{words}{_STATED}"
    claims: tuple[Claim, ...] = getattr(event, "claims", ())
    said = [f"{one.actor}: {one.summary}" for one in claims if one.id == value.claim]
    return "; ".join([words, *said])


def _list_numbers(count: Casualties) -> list[int]:
    return [number for number in (count.low, count.best, count.high) if number is not None]


def format_fact(value: object) -> str:
    """Return a fact in words; of casualties only the numbers on record.

    "As stated" is said only of what rests on a statement. A number is in the unit of its member,
    which the term of the fact has to name.

    Examples
    --------
    >>> format_fact(Casualties(low=1, best=None, high=3, claim="c1")), format_fact(None)
    ('1 to 3', 'no figure on record')
    >>> format_fact(Casualties(low=2, best=None, high=None, claim="c1"))
    'at least 2'
    >>> format_fact(False), format_fact(60.0), format_fact(0.25)
    ('no', '60', '0.25')
    """
    if value is None:
        return "no figure on record"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return np.format_float_positional(value, trim="-")
    return _format_count(value) if isinstance(value, Casualties) else str(value)


def _format_count(count: Casualties) -> str:
    numbers = _list_numbers(count)
    if not numbers:
        return "no number that could be read"
    if numbers[-1] == 0:
        # "At least 0" gives no number of dead, so it must not read as "none".
        is_least = count.best is None and count.high is None
        if is_least:
            return "no number on record"
        return f"none{_STATED}" if count.claim else "none"
    bounds = _format_bounds(count.low, count.high)
    if count.best is None or not bounds:
        return bounds or str(count.best)
    return bounds if bounds == str(count.best) else f"{count.best} ({bounds})"


def _format_bounds(low: int | None, high: int | None) -> str:
    if low == high:
        return "" if low is None else str(low)
    if low is None:
        return f"at most {high}"
    return f"at least {low}" if high is None else f"{low} to {high}"
