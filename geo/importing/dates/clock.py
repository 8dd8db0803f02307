"""A time of day as people write it, as an interval of minutes."""

import re
from functools import lru_cache

from geo.importing.dates.meaning import Clock, DateProblem
from geo.importing.words.dates import compile_words, list_parts
from geo.importing.words.unknown import list_unknown

_WANTED = "a time such as 14:05, 2.30am, 14h30, 1400Z, ~23:00 or early morning"

_ZONE = re.compile(
    r"\s*\(?\s*(?P<utc>utc|gmt|z|zulu)?(?P<offset>[+-]\d{1,2}(:?\d{2})?)?"
    r"(?P<local>l|local|lt|local time|h local|hrs local)?\s*\)?$"
)
_FORMS = (
    re.compile(r"(?P<h>\d{1,2})[:.](?P<m>\d{2})([:.]\d{2}([.,]\d+)?)?\s*(?P<half>[ap]\.?m\.?)?"),
    re.compile(r"(?P<h>\d{1,2})\s*(h|ч|год|uhr)\s*(?P<m>\d{2})?(?P<half>)"),
    re.compile(r"(?P<h>\d{1,2})(?P<m>\d{2})?\s*(?P<half>[ap]\.?m\.?)"),
    re.compile(r"(?P<h>\d{2})(?P<m>\d{2})(?P<half>)"),
)
_ENDS = re.compile(r"\s*(h|hrs|hours|uhr|ч|год|o'clock)\.?$")
# An offset to the west looks the same, and is written with a date.
_CLOCKS = re.compile(r"\d{1,2}[:.]\d{2}\s*-\s*\d{1,2}[:.]\d{2}")
_RANGE = re.compile(r"\s*(?:-|–|—|\bto\b|\band\b|/)\s*")


@lru_cache(maxsize=20_000)
def read_clock(text: str) -> Clock | None:
    """Return the time of day that a text means; None if it says that none is known.

    Raises
    ------
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
    if not _CLOCKS.fullmatch(plain) and (one := _read_one(plain)):
        minute, offset = one
        return Clock(minute, minute + 1, offset, about)
    ends = _RANGE.split(re.sub(rf"^{compile_words('between')}\s+", "", plain))
    if len(ends) == 2 and (both := _read_both(*ends)):
        return both
    raise DateProblem(repr(text[:60]), _WANTED)


def _read_both(left: str, right: str) -> Clock | None:
    if re.fullmatch(r"[\d:.]+", left) and (half := re.search(r"[ap]\.?m\.?$", right)):
        left += half[0]
    first, last = _read_one(left), _read_one(right)
    if first is None or last is None:
        return None
    end = last[0] if last[0] > first[0] else last[0] + 1440
    return Clock(first[0], end, last[1] or first[1])


def _read_one(text: str) -> tuple[int, str] | None:
    """Return the minute of the day and the offset of a text; None if it is not a time."""
    zone = _ZONE.search(text)
    assert zone is not None
    offset = _name_offset(zone["utc"], zone["offset"])
    body = text[: zone.start()] if zone[0] else text
    if body.endswith(("a", "p")) or not body:
        return None
    for one in (body, _ENDS.sub("", body)):
        for form in _FORMS:
            if match := form.fullmatch(one.strip()):
                return _count(match, offset)
    return None


def _count(match: re.Match[str], offset: str) -> tuple[int, str] | None:
    hour, minute = int(match["h"]), int(match["m"] or 0)
    half = (match["half"] or "").replace(".", "")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        return None
    return 60 * hour + minute, offset


def _name_offset(utc: str | None, offset: str | None) -> str:
    if not offset:
        return "Z" if utc else ""
    digits = offset[1:].replace(":", "")
    hours, minutes = (digits, "00") if len(digits) <= 2 else (digits[:-2], digits[-2:])
    return f"{offset[0]}{int(hours):02d}:{minutes}"
