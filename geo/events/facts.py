"""The facts of an event that are shown and exported one by one, if anything is on record.

A new one is a member with a default in `event` and a row here.
"""

from dataclasses import dataclass

from geo.events.parts import Casualties


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


def list_facts(event: object) -> list[tuple[str, str]]:
    """Return terms and words of the facts of an event, a row of the events frame.

    Casualties are always listed: a missing number is not shown as none, and a number is somebody's.
    """
    facts = ((fact, getattr(event, fact.column)) for fact in FACTS)
    return [
        (fact.term, _state(value))
        for fact, value in facts
        if value is not None or fact.column in CASUALTIES
    ]


def _state(value: object) -> str:
    words = format_fact(value)
    is_number = isinstance(value, Casualties) and words[0].isdigit()
    return f"{words}, as stated" if is_number else words


def format_fact(value: object) -> str:
    """Return a fact in words.

    Examples
    --------
    >>> format_fact(Casualties(low=1, best=None, high=3, claim="c1")), format_fact(None)
    ('1 (1 to 3)', 'no figure on record')
    """
    if value is None:
        return "no figure on record"
    if not isinstance(value, Casualties):
        return str(value)
    numbers = [number for number in (value.low, value.best, value.high) if number is not None]
    if not numbers:
        return "reported, without a number"
    if max(numbers) == 0:
        return "none, as stated"
    best = value.best if value.best is not None else min(numbers)
    return f"{best} ({min(numbers)} to {max(numbers)})"
