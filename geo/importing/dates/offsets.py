"""Time zones as people write them: by their name, or as an offset from UTC."""

import re

from geo.events.fields import list_zones

ZONE_WANTED = "a time zone such as Asia/Aden, or an offset such as +13:00"
_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?", re.IGNORECASE)
_UNTIMED = re.compile(r"(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?=[~?%/]|$)")
# Minutes: no clock is further behind or ahead of UTC.
_WEST, _EAST = -12 * 60, 14 * 60


def read_zone(text: str) -> tuple[str, str] | None:
    """Return the name of a zone and an offset, one of which is ""; None if it is neither.

    >>> read_zone("Asia/Aden"), read_zone("UTC+13"), read_zone("+0530"), read_zone("NZDT")
    (('Asia/Aden', ''), ('', '+13:00'), ('', '+05:30'), None)
    """
    plain = text.strip().replace("−", "-").replace("±", "+")
    if plain in list_zones():
        return plain, ""
    if plain.casefold() in ("z", "utc", "gmt"):
        return "", "Z"
    offset = build_offset(plain)
    return ("", offset) if offset else None


def build_offset(text: str) -> str:
    """Return an offset as EDTF has it; "" where a text is none, or one that no clock has.

    >>> build_offset("UTC-3"), build_offset("+0530"), build_offset("-16:00")
    ('-03:00', '+05:30', '')
    """
    match = _OFFSET.fullmatch(text.strip())
    if not match:
        return ""
    minutes = int(f"{match[1]}1") * (60 * int(match[2]) + int(match[3] or 0))
    if not _WEST <= minutes <= _EAST:
        return ""
    return f"{match[1]}{int(match[2]):02d}:{match[3] or '00'}"


def is_abbreviation(text: str) -> bool:
    """Return whether a text is such as NZDT, which several zones may have, or none by a list.

    >>> is_abbreviation("NZDT"), is_abbreviation("Nowhere/Town")
    (True, False)
    """
    return bool(re.fullmatch(r"[A-Za-z]{2,5}", text.strip()))


def add_offset(when: str, offset: str) -> str:
    """Return a time of EDTF with an offset after each time of day that has none.

    >>> add_offset("2024-05-15T18:00/2024-05-16T06:00Z", "+13:00")
    '2024-05-15T18:00+13:00/2024-05-16T06:00Z'
    """
    return _UNTIMED.sub(rf"\g<1>{offset}", when)
