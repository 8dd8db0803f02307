"""The parameter `datetime` of requests for events: what it may be, in one pattern."""

import re
from datetime import UTC, datetime

from geo.errors import LinkError, quote
from geo.times import DAY, Range
from geo.times.local import MICROSECOND

_CLOCK = r"([01]\d|2[0-3]):[0-5]\d"
# A day, or an instant as RFC 3339 writes it.
_MOMENT = (
    r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
    rf"([Tt]{_CLOCK}:[0-5]\d(\.\d{{1,6}})?([Zz]|[+-]{_CLOCK}))?"
)
TIME_PATTERN = rf"{_MOMENT}|({_MOMENT}|\.\.)?/({_MOMENT}|\.\.)?"
_WANTED = (
    "an instant such as 2023-11-19T14:05:00Z, a day, or two of them with / between; "
    "either may be .."
)
_EARLIEST, _LATEST = datetime(1, 1, 2), datetime(9999, 12, 30)


def read_datetime(text: str) -> Range:
    """Return the time that `datetime` asks for, in UTC.

    Raises
    ------
    LinkError
        If the text does not fit `TIME_PATTERN`, names a day that no calendar has, or a time that
        ends before it starts.
    """
    start, end = text.split("/") if text.count("/") == 1 else (text, text)
    try:
        if not re.fullmatch(TIME_PATTERN, text, re.ASCII):
            raise ValueError(text)
        first = _EARLIEST if start in ("", "..") else _read_moment(start)[0]
        last = _LATEST if end in ("", "..") else _read_moment(end)[1]
        return Range(first, last)
    except (ValueError, OverflowError) as error:
        raise LinkError(f"datetime: found {quote(text)}, wanted {_WANTED}") from error


def _read_moment(text: str) -> tuple[datetime, datetime]:
    """Return the first instant of a moment, and the first after it, naive in UTC."""
    moment = datetime.fromisoformat(text.upper())
    if moment.tzinfo is None:
        return moment, moment + DAY
    moment = moment.astimezone(UTC).replace(tzinfo=None)
    return moment, moment + MICROSECOND
