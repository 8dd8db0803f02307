"""Dates, lengths and short descriptions as the parts of pages write them."""

from collections.abc import Iterable

import pandas as pd

from geo.story.story_file import Story
from geo.times import describe_date

# Characters of a link's preview.
_LONGEST = 300


def title_event(event: pd.Series, story: Story) -> str:
    """Return the title of an event, with its verification, unless it is verified.

    Examples
    --------
    >>> story = Story(title="The coast")
    >>> title_event(pd.Series({"title": "Fire in the port", "verification": "disputed"}), story)
    'Disputed: Fire in the port'
    """
    return format_title(event.title, event.verification, story)


def format_title(title: str, verification: str, story: Story) -> str:
    """Return a title with the verification of its event, unless it is verified."""
    if verification == "verified":
        return str(title)
    return f"{story.label('verification', verification)}: {title}"


def format_said_at(moment: str | None) -> str:
    """Return when a statement was made, as words; a clock keeps the zone it was given in.

    Examples
    --------
    >>> format_said_at("2024-05-15")
    '15 May 2024'
    >>> format_said_at("2024-05-15T14:33+03:00")
    '15 May 2024, 14:33 (UTC+03:00)'
    >>> format_said_at(None)
    'undated'
    """
    return "undated" if moment is None else describe_date(moment)


def format_length(metres: float) -> str:
    """Return a length to two or three digits, in the unit that suits it.

    Examples
    --------
    >>> format_length(4_300_000), format_length(149.0), format_length(0.000179)
    ('4,300 km', '149 m', '0.18 mm')
    """
    unit, size = next(
        (each for each in (("km", 1000), ("m", 1)) if metres >= each[1]), ("mm", 0.001)
    )
    count = metres / size
    digits = 0 if count >= 10 else 1 if count >= 1 else 2
    return f"{count:,.{digits}f} {unit}"


def choose_line(facts: str, lines: Iterable[str]) -> str:
    """Return facts with the first of some lines, ever shorter, that a preview has room for.

    A line is never cut: its end may deny what its start says.

    Examples
    --------
    >>> choose_line("A fire.", ["The north accuses the south. " * 12, "Two have spoken."])
    'A fire. Two have spoken.'
    """
    described = (" ".join(f"{facts} {line}".split()) for line in lines)
    return next((each for each in described if len(each) <= _LONGEST), shorten(f"{facts} …"))


def shorten(words: str) -> str:
    """Return words no longer than a preview shows: whole sentences, or else whole words.

    For what nobody disputes, since the end is lost: see `choose_line`.

    Examples
    --------
    >>> shorten("A port and its harbour. " + "The harbour has a quay. " * 20)[-20:]
    ' harbour has a quay…'
    >>> shorten("word " * 100)[-10:]
    'word word…'
    """
    words = " ".join(words.split())
    if len(words) <= _LONGEST:
        return words
    room = words[: _LONGEST - 1]
    sentences, end, _ = room.rpartition(". ")
    return f"{sentences if end else room.rpartition(' ')[0] or room}…"
