"""Two times of day as people write them, as the interval between them."""

import re

from geo.importing.dates.clock_hand import ClockHand, read_hand
from geo.importing.dates.meaning import Clock, UnclearClock
from geo.importing.dates.offsets import build_offset
from geo.importing.words.dates import compile_words

_DAY, _NOON = 1440, 720
_WANTED = "a range such as 14:00 to 17:00 or 2pm-5pm, or an offset such as 14:00 UTC-05:00"
_AGREE_WANTED = "two times with the same offset"
# "2-3 h" may be how long it took; "14-16 h" hardly.
_MAYBE_HOW_LONG = re.compile(
    r"\d{1,2}\s*-\s*(?:\d|1[0-2])\s*(?:h|hrs|hours|ч|час(?:а|ов)?|год(?:ин[аиу]?)?)\.?"
)


def read_clock_range(text: str, offset: str = "") -> Clock | None:
    """Return the interval between two times of day; None if a text is not two of them.

    A half of the day that only one of them names holds for the other too, where the range then
    stays within 12 hours, else the other half does: one of the two always fits.

    Parameters
    ----------
    text : str
        In lower-case letters, with plain hyphens.
    offset : str
        That of both, where they are followed by one; "" without.

    Raises
    ------
    UnclearClock
        If they may be several intervals, or one time with its offset.

    Examples
    --------
    >>> read_clock_range("10-2pm")
    Clock(first=600, last=840, offset='', is_about=False, part='')
    """
    body = re.sub(rf"^{compile_words('between')}\s+", "", text)
    body = re.sub(r"\blas? (?=\d)", "", body)
    joints = rf"\s*[-/]\s*|\s+{compile_words('and')}\s+|\s+(?P<choice>{compile_words('or')})\s+"
    match = re.fullmatch(rf"(?P<left>\d.*?)(?P<joint>{joints})(?P<right>\d.*)", body)
    if not match or _MAYBE_HOW_LONG.fullmatch(body):
        return None
    left, right, joint = match["left"], match["right"], match["joint"]
    left, left_offset = re.subn(r"\s*(?:utc|gmt|zulu|z)$", "", left)
    first, last = read_hand(left), read_hand(right)
    if first is None or last is None or (first.is_bare and last.is_bare):
        return None
    if left_offset and offset not in ("", "Z"):
        raise UnclearClock(repr(text), _AGREE_WANTED)
    offset = offset or ("Z" if left_offset else "")
    is_offset = re.fullmatch(r"\s+-", joint) and not first.is_bare and not offset
    west = build_offset(f"-{right}") if is_offset else ""
    ends = _find_choice(first, last) if match["choice"] else _find_ends(first, last, joint)
    if bool(ends) == bool(west):
        raise UnclearClock(repr(text), _WANTED)
    return Clock(*ends, offset) if ends else Clock(first.minutes, first.minutes + 1, west)


def _find_ends(first: ClockHand, last: ClockHand, joint: str) -> tuple[int, int] | None:
    """Return the first minute and the one after the last; None if there may be several."""
    if bool(first.half) != bool(last.half):
        pairs = [(one, other) for one in _list_minutes(first) for other in _list_minutes(last)]
        fitting = [pair for pair in pairs if _count_minutes(*pair) <= _NOON]
        return _join(*fitting[0]) if len(fitting) == 1 else None
    if _count_minutes(first.minutes, last.minutes) > _NOON and not _is_plain(first, last, joint):
        return None
    return _join(first.minutes, last.minutes)


def _list_minutes(hand: ClockHand) -> set[int]:
    return {hand.minutes, (hand.minutes + _NOON) % _DAY} if hand.may_be_pm else {hand.minutes}


def _is_plain(first: ClockHand, last: ClockHand, joint: str) -> bool:
    """Return whether more than half a day is meant: by the clock of 24 hours, and no offset."""
    if first.minutes == last.minutes:
        return False
    if joint.strip() == "-" and not last.half:
        return last.minutes > _NOON
    return bool(first.half) or not (first.may_be_pm and last.may_be_pm)


def _find_choice(first: ClockHand, last: ClockHand) -> tuple[int, int] | None:
    """Return all from one time to another one of the same day, which may both be meant."""
    if bool(first.half) != bool(last.half) or last.minutes <= first.minutes:
        return None
    return first.minutes, last.minutes + 1


def _count_minutes(first: int, last: int) -> int:
    return (last - first - 1) % _DAY + 1


def _join(first: int, last: int) -> tuple[int, int]:
    return first, first + _count_minutes(first, last)
