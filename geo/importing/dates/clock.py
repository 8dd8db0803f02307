"""A time of day as people write it, as an interval of minutes."""

import re
from dataclasses import replace
from functools import lru_cache

from geo.errors import quote
from geo.importing.dates.clock_hand import read_hand
from geo.importing.dates.clock_range import read_clock_range
from geo.importing.dates.meaning import Clock, DateProblem
from geo.importing.dates.offsets import build_offset
from geo.importing.words.dates import compile_words, list_parts
from geo.importing.words.unknown import list_unknown

_WANTED = "a time such as 14:05, 2.30am, 14h30, 1400Z, ~23:00, 9am-5pm or early morning"

_OFFSET = r"\d{1,2}(?::?\d{2})?"
# Where no "-" could join two times: after UTC and GMT, in brackets, and after seconds.
_ZONES = (
    re.compile(rf"\s*\(?\s*(?:utc|gmt)(?P<offset>(?:\s*\+|-){_OFFSET})\s*\)?$"),
    re.compile(rf"\s*(?P<offset>\+{_OFFSET})$"),
    re.compile(rf"\s*\(\s*(?P<offset>[+-]{_OFFSET})\s*\)$"),
    re.compile(r"(?<=:\d\d:\d\d)(?P<offset>-\d{2}:?\d{2})$"),
)
_UTC = re.compile(r"\s*\(?\s*(?:utc|gmt|z|zulu)\s*\)?$")
_LOCAL = re.compile(r"\s*\(?\s*(?:l|local|lt|local time|h local|hrs local)\s*\)?$")


@lru_cache(maxsize=20_000)
def read_clock(text: str) -> Clock | None:
    """Return the time of day that a text means; None if it says that none is known.

    Raises
    ------
    UnclearClock
        If it may be several times, such as a range or one with an offset.
    DateProblem
        If it is not a time of day.

    Examples
    --------
    >>> read_clock("2.30am"), read_clock("TBC")
    (Clock(first=150, last=151, offset='', is_about=False, part=''), None)
    >>> read_clock("early morning").part
    'early morning'
    """
    plain = " ".join(text.casefold().replace("’", "'").split()).strip(" ,;")
    if not plain or plain in list_unknown():
        return None
    parts = list_parts()
    words = re.sub(r"[-_]", " ", plain)
    if words in parts:
        return Clock(parts[words][1], parts[words][2], part=parts[words][0])
    plain, count = re.subn(rf"^{compile_words('about')}(?![^\W\d_])[.]?\s*", "", plain)
    about = bool(count)
    if plain.endswith("?"):
        plain, about = plain.rstrip("? "), True
    if plain in parts:
        return Clock(parts[plain][1], parts[plain][2], part=parts[plain][0])
    body, offset = _split_zone(re.sub("[‐‑‒–—−]", "-", plain))
    found = _read_minute(body, offset) or read_clock_range(body, offset)
    if found is None:
        raise DateProblem(quote(text), _WANTED)
    return replace(found, is_about=about)


def _split_zone(text: str) -> tuple[str, str]:
    """Return a text without the zone at its end, and that as an offset; "" if it names none."""
    for pattern in _ZONES:
        if (match := pattern.search(text)) and (offset := build_offset(match["offset"])):
            return text[: match.start()], offset
    if match := _UTC.search(text):
        return text[: match.start()], "Z"
    return _LOCAL.sub("", text), ""


def _read_minute(text: str, offset: str) -> Clock | None:
    hand = read_hand(text)
    if hand is None or hand.is_bare:
        return None
    return Clock(hand.minutes, hand.minutes + 1, offset)
