"""A date as people write it, as the days it may mean."""

import re
import unicodedata
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from geo.errors import quote
from geo.importing.dates.clock import read_clock
from geo.importing.dates.meaning import Clock, DateProblem, ReadDate, UnclearClock
from geo.importing.dates.numeric import read_numeric
from geo.importing.dates.offsets import build_offset
from geo.importing.dates.periods import widen_period
from geo.importing.dates.spoken import DATE_WANTED, read_spoken, strip_weekday
from geo.importing.words.dates import compile_words
from geo.importing.words.unknown import list_unknown
from geo.times.edtf import END_FIRST_WANTED, UnsupportedTimeError, read_when

_ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:[T ]+(\d{1,2}:\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_YEAR, _MONTH = r"\b([12]\d{3})\s*[年년]\s*", r"(\d{1,2})\s*[月월]"
_COMPACT = re.compile(r"([12]\d{3})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?")
_SERIAL = re.compile(r"[2-6]\d{4}(?:\.\d+)?")
_EPOCH = date(1899, 12, 30)
_OFFSET_OR_RANGE = "an offset such as T14:00-05:00, or a range such as 14:00 to 17:00"
# Characters; a longer cell is prose.
_LONGEST = 500


@lru_cache(maxsize=50_000)
def read_date(text: str, order: str = "", year: int = 0) -> ReadDate | None:
    """Return the days that a text means; None if it says that the date is unknown.

    Parameters
    ----------
    text : str
    order : {"", "dmy", "mdy", "ymd", "mdy."}
        How numbers such as 03/05/2023 are ordered in its column; "" if nobody has said. With
        dots the day is first, unless the order ends with a dot.
    year : int
        Of dates that name none; 0 where nobody has said.

    Raises
    ------
    OrderWanted, YearWanted
        If it could be read with an answer to that.
    DateProblem
        If it is not a date.

    Examples
    --------
    >>> read_date("night of 14-15 May 2024").last.isoformat()
    '2024-05-15'
    >>> read_date("45427").first.isoformat()
    '2024-05-15'
    """
    if len(text) > _LONGEST:
        raise DateProblem(quote(text), DATE_WANTED)
    plain = simplify_date(text)
    if not plain or plain in list_unknown():
        return None
    if iso := _read_iso(plain, text):
        return iso
    if edtf := _read_edtf(text.strip()):
        return edtf
    if _SERIAL.fullmatch(plain):
        return _read_serial(plain)
    body, is_doubted = _strip_doubt(plain)
    body, weekday = strip_weekday(body)
    found = (
        read_numeric(body, order, year)
        or read_spoken(body, year)
        or _read_with_clock(body, order, year)
    )
    if found is None:
        # What lies between two dates is as wide already as a guess makes it.
        found, is_doubted = _read_both_ends(body, order, year, is_doubted), False
    if found is None:
        raise DateProblem(quote(text), DATE_WANTED)
    if weekday is not None and found.first == found.last and found.first.weekday() != weekday:
        named = found.first.strftime("%A")
        raise DateProblem(
            quote(text), f"a date on that weekday; {found.first.isoformat()} was a {named}"
        )
    return replace(found, is_about=found.is_about or is_doubted)


def simplify_date(text: str) -> str:
    """Return a text in lower-case letters with plain hyphens and one space between words."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = re.sub(r"[‐‑‒–—−]", "-", plain)
    # As in Chinese, Japanese and Korean: the year first, each number with its character.
    plain = re.sub(rf"{_YEAR}{_MONTH}\s*(\d{{1,2}})\s*[日일]", r"\1-\2-\3", plain)
    plain = re.sub(rf"{_YEAR}{_MONTH}$", r"\2/\1", plain)
    return " ".join(re.sub(r"[*\[\]\"“”«»„]", " ", plain).split()).strip(" ,;:")


def _read_edtf(text: str) -> ReadDate | None:
    """Return what is of the form that a story's own files have; None for any other text."""
    is_number = re.fullmatch(r"[\d.]+", text) and not re.fullmatch(r"[12]\d{3}", text)
    if is_number or not re.fullmatch(r"[0-9X.T:Z~?%/+-]{4,60}", text):
        return None
    try:
        when = read_when(text)
    except UnsupportedTimeError as error:
        raise DateProblem(repr(text), str(error)) from None
    except ValueError:
        return None
    last = (when.end - timedelta(microseconds=1)).date()
    known = len(text.rstrip("~?%").replace("-XX", ""))
    return ReadDate(when.start.date(), last, {4: "year", 7: "month"}.get(known, "day"), edtf=text)


def _read_iso(plain: str, text: str) -> ReadDate | None:
    if compact := _COMPACT.fullmatch(plain):
        year, month, day, hour, minute, _ = compact.groups()
        clock = read_clock(f"{hour}:{minute}") if hour else None
        return _at(_build_day(year, month, day, text), clock)
    match = _ISO.fullmatch(plain)
    if not match:
        return None
    day = _build_day(match[1], match[2], match[3], text)
    hour, offset = match[4], match[6]
    if not hour:
        return _at(day, None)
    clock = read_clock(hour)
    if not clock or not offset:
        return _at(day, clock)
    signed = "Z" if offset[0] not in "+-" else build_offset(offset)
    is_like_a_range = offset[0] == "-" and not match[5] and "t" not in plain
    if is_like_a_range and signed:
        raise UnclearClock(quote(text), _OFFSET_OR_RANGE)
    if not signed and not is_like_a_range:
        raise DateProblem(quote(text), "an offset that a clock has, from -12:00 to +14:00")
    return _at(day, replace(clock, offset=signed)) if signed else None


def _at(day: date, clock: Clock | None) -> ReadDate:
    return ReadDate(day, day, clock=clock)


def _build_day(year: str, month: str, day: str, text: str) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise DateProblem(quote(text), "a day that exists") from None


def _read_serial(text: str) -> ReadDate:
    moment = datetime.combine(_EPOCH, datetime.min.time()) + timedelta(days=float(text))
    rounded = moment + timedelta(seconds=30)
    clock = None
    if "." in text and rounded.strftime("%H:%M") != "00:00":
        clock = read_clock(rounded.strftime("%H:%M"))
    remark = f"{text} is read as the number by which spreadsheets store {rounded.date()}"
    return replace(_at(rounded.date(), clock), remark=remark)


def _strip_doubt(text: str) -> tuple[str, bool]:
    """Return a text without the words that make it a guess, and whether there were some."""
    body, count = re.subn(rf"^{compile_words('about')}(?![^\W\d_])\.?\s*", "", text)
    trimmed = re.sub(r"\s*\(?\?+\)?$|\s*\(?(approx|unconfirmed|est)\.?\)?$", "", body)
    return trimmed, bool(count) or trimmed != body


def _read_with_clock(text: str, order: str, year: int) -> ReadDate | None:
    split = _split_clock(text)
    found = read_date(split[0], order, year) if split else None
    return replace(found, clock=read_clock(split[1])) if split and found else None


def _split_clock(text: str) -> tuple[str, str] | None:
    """Return the date and the time of day of a text that has both."""
    for pattern in (
        r"(.*?\d{4}|.*?[^\W\d_])(?:,|\s+at|\s+um|\s+à|\s+a las|\s+в|\s+о)?\s+(\S.*)",
        r"(.*\d)(?:,|\s+at)\s*(\S.*)",
        r"(.*\d)\s+(\d{1,2}[:.h]\d{2}.*)",
        r"(\d{4}-\d{1,2}-\d{1,2})\s+(\d.*)",
    ):
        match = re.fullmatch(pattern, text)
        if match and _is_clock(match[2]):
            return match[1].rstrip(" ,"), match[2]
    match = re.fullmatch(r"(\d{1,2}[:h]\d{2}\S*),?\s+(?:on\s+)?(.+)", text)
    return (match[2], match[1]) if match and _is_clock(match[1]) else None


def _is_clock(text: str) -> bool:
    if re.fullmatch(r"[12]\d{3}", text):
        return False  # a year
    try:
        return read_clock(text) is not None
    except UnclearClock:
        raise
    except DateProblem:
        return False


def _read_both_ends(text: str, order: str, year: int, is_doubted: bool) -> ReadDate | None:
    """Return what lies between two whole dates, wider where one of them is a guess."""
    body = re.sub(rf"^{compile_words('between')}\s+", "", text)
    pieces = re.split(rf"\s+(?:-|/|{compile_words('and')})\s+|\s*/\s*(?=\d{{4}}-)", body)
    if len(pieces) != 2:
        return None
    try:
        first, last = (read_date(one, order, year) for one in pieces)
    except RecursionError:
        return None
    if first is None or last is None:
        return None
    if last.last < first.first:
        raise DateProblem(quote(text), END_FIRST_WANTED)
    if is_doubted or first.is_about or last.is_about:
        first, last = widen_period(first), widen_period(last)
    return ReadDate(first.first, last.last, "days")
