"""One time of day in numbers, alone or as an end of a range: what it leaves open."""

import re
from typing import NamedTuple

_FORMS = (
    re.compile(
        r"(?P<h>\d{1,2})[:.](?P<m>\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?m\.?)?"
    ),
    re.compile(r"(?P<h>\d{1,2})\s*(?P<unit>h|ч|год|uhr)\s*(?P<m>\d{2})?(?P<half>)"),
    re.compile(r"(?P<h>\d{1,2})(?P<m>\d{2})?\s*(?P<half>[ap]\.?m\.?)"),
    re.compile(r"(?P<h>\d{2})(?P<m>\d{2})(?P<half>)"),
    re.compile(r"(?P<h>\d{1,2})(?P<m>)(?P<half>)"),
)
_ENDS = re.compile(r"\s*(h|hrs|hours|uhr|ч|час(?:а|ов)?|год(?:ин[аиу]?)?|o'clock)\.?$")


class ClockHand(NamedTuple):
    """A time of day as it is written.

    `minutes` are those after midnight on a clock of 24 hours; `half` is "am", "pm" or ""; `unit`
    whether it has a word such as Uhr; `is_bare` whether it is a number of hours and no more, and
    `may_be_pm` whether it may also be that of the second half of the day.
    """

    minutes: int
    half: str
    unit: bool
    is_bare: bool
    may_be_pm: bool


def read_hand(text: str) -> ClockHand | None:
    """Return the time that a text shows; None if it is not one.

    >>> read_hand("2.30pm").minutes, read_hand("9:00").may_be_pm, read_hand("0900").may_be_pm
    (870, True, False)
    """
    text = text.strip()
    plain = _ENDS.sub("", text)
    for one in (text, plain):
        for form in _FORMS:
            if match := form.fullmatch(one):
                return _count(match, one != text or bool(match.groupdict().get("unit")))
    return None


def _count(match: re.Match[str], unit: bool) -> ClockHand | None:
    hour, minute = int(match["h"]), int(match["m"] or 0)
    half = (match["half"] or "").replace(".", "")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        return None
    is_bare = match.re is _FORMS[-1] and not unit
    may_be_pm = not half and not unit and 1 <= hour <= 12 and match["h"][0] != "0"
    return ClockHand(60 * hour + minute, half, unit, is_bare, may_be_pm)
