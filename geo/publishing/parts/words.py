"""Dates, lengths and short descriptions as the parts of pages write them."""

from geo.times import describe_date

# Of what is shown of a link before it is opened.
_LONGEST = 300


def format_said_at(moment: str | None) -> str:
    """Return when a statement was made, as words; a clock keeps the zone it was given in.

    Examples
    --------
    >>> format_said_at("2023-05-03")
    '3 May 2023'
    >>> format_said_at("2023-05-03T14:33+03:00")
    '3 May 2023, 14:33 (UTC+03:00)'
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


def shorten(words: str) -> str:
    """Return words no longer than a preview shows: whole sentences, or else whole words.

    Examples
    --------
    >>> shorten("The north accuses the south. " + "The south denies it. " * 20)[-20:]
    'The south denies it.'
    >>> shorten("word " * 100)[-10:]
    'word word…'
    """
    words = " ".join(words.split())
    if len(words) <= _LONGEST:
        return words
    sentences, end, _ = words[:_LONGEST].rpartition(". ")
    if end:
        return f"{sentences}."
    return f"{words[: _LONGEST - 1].rpartition(' ')[0].rstrip()}…"
