"""Dates in words: a month by its name, alone, with days, and with what makes it vague."""

import re
from dataclasses import replace
from datetime import date, timedelta

from geo.importing.dates.meaning import DateProblem, ReadDate, YearWanted
from geo.importing.dates.periods import build_month, build_year
from geo.importing.words.dates import compile_words, list_months, list_weekdays

DATE_WANTED = (
    "a date such as 2024-05-15, 15 May 2024, 14-15 May 2024, early May 2024 or c. 10 May 2024"
)
_YEAR = r"(?P<year>[12]\d{3})?(?:\s*(?:г|р|года|року)\.?)?"
_TH = r"(?:st|nd|rd|th|er|º|ª|-?го|-?е)?"
_WORD = r"(?P<{0}>[^\W\d_]+)\.?"


def strip_weekday(text: str) -> tuple[str, int | None]:
    """Return a text without the weekday at its start or end, and its number, Monday 0."""
    match = re.match(r"([^\W\d_]+)\.?,?\s+(?=.*\d)", text)
    if match and match[1] in list_weekdays():
        return text[match.end() :], list_weekdays()[match[1]]
    match = re.search(r"[\s,(]+([^\W\d_]+)\)?$", text)
    if match and match[1] in list_weekdays() and len(match[1]) > 2:
        return text[: match.start()], list_weekdays()[match[1]]
    return text, None


def read_spoken(text: str, year: int) -> ReadDate | None:
    """Return the days that words mean; None if they are not a date.

    Raises
    ------
    YearWanted, DateProblem
    """
    body, is_night_before = _strip(text, "night before", r"\s+(?=\d)")
    if is_night_before:
        return _read_night_before(body, year)
    body, is_night = _strip(text, "night", r"\s+(?=\d)")
    if is_night:
        body = re.sub(rf"\s+{compile_words('night and')}\s+(?=\d)", " - ", body)
        if re.search(rf"\s{compile_words('or')}\s", body):
            return None  # two nights, not the one between two days
    body, third = _strip_third(body)
    if third:
        return _read_third(body, third, year)
    body, _ = _strip(body, "between", r"\s+")
    for read in (_read_days, _read_two_months, _read_month):
        if found := read(body, year, is_night):
            return found
    if match := re.fullmatch(r"([12]\d{3})", body):
        return build_year(int(match[1]))
    return None


def _read_night_before(text: str, year: int) -> ReadDate | None:
    """Return the night to a day, such as "в ночь на 4 мая": it starts in the evening before."""
    day = _read_days(text, year, False)
    if day is None or day.first != day.last:
        return None  # to one of several days, or the night between them
    return replace(day, first=day.first - timedelta(days=1), unit="days", is_night=True)


def _strip(text: str, kind: str, follows: str) -> tuple[str, bool]:
    body, count = re.subn(rf"^{compile_words(kind)}{follows}", "", text)
    return body, bool(count)


def _strip_third(text: str) -> tuple[str, str]:
    for third in ("early", "mid", "late"):
        body, count = re.subn(rf"^{compile_words(third)}(?:[\s-]+|\s*d['’])(?=\S)", "", text)
        if count:
            return body, third
    return text, ""


def _read_third(text: str, third: str, year: int) -> ReadDate | None:
    if match := re.fullmatch(r"[12]\d{3}", text):
        return build_year(int(match[0]), third)
    match = re.fullmatch(rf"{_WORD.format('month')},?\s*(?:{compile_words('of')}\s+)?{_YEAR}", text)
    month = match and list_months().get(match["month"])
    if not match or not month:
        return None
    return build_month(_pick_year(match["year"], year, text), month, third)


def _read_month(text: str, year: int, _: bool) -> ReadDate | None:
    match = re.fullmatch(rf"{_WORD.format('month')},?\s*(?:{compile_words('of')}\s+)?{_YEAR}", text)
    month = match and list_months().get(match["month"])
    if not match or not month:
        return None
    return build_month(_pick_year(match["year"], year, text), month)


_JOINT = r"\s*(?:-|/|,|&|{0}|(?<=\s){1}(?=\s))\s*"


def _read_days(text: str, year: int, is_night: bool) -> ReadDate | None:
    """Return one day, or days of one month: 15 May, May 15th, 14-15 May, 4 and 6 May 2024."""
    joint = _JOINT.format(compile_words("and"), compile_words("or"))
    days = rf"(?P<a>\d{{1,2}}){_TH}\.?(?:{joint}(?P<b>\d{{1,2}}){_TH}\.?)?"
    of = rf"(?:{compile_words('of')}\s+)?"
    for pattern in (
        rf"(?:{compile_words('of')}\s+)?{days}[\s/.-]*{of}{_WORD.format('month')}"
        rf"[\s,/.-]*{of}{_YEAR}",
        rf"{days}[\s/.-]*{_WORD.format('month')}[\s/.'-]+(?P<year>\d{{2}})",
        rf"{_WORD.format('month')}[\s.-]*{days}(?:[\s,]+{_YEAR})?",
    ):
        match = re.fullmatch(pattern, text)
        month = match and list_months().get(match["month"])
        if match and month:
            if not match["year"] and re.fullmatch(r"[^\W\d_]+\.? \d\d", text):
                wanted = f"a year in full: {match['month']} 20{match['a']}, or its day and its year"
                raise DateProblem(repr(text), wanted)
            known = _pick_year(match["year"], year, text)
            first = _build(known, month, match["a"], text)
            last = _build(known, month, match["b"] or match["a"], text)
            found = _build_days(first, last, is_night, text)
            if match["year"] and len(match["year"]) == 2:
                remark = f"{text!r}: a year of two digits is read as {known}"
                found = replace(found, remark=remark)
            return found
    return None


def _read_two_months(text: str, year: int, is_night: bool) -> ReadDate | None:
    """Return days of two months: 30 April - 14 May 2024."""
    joint = _JOINT.format(compile_words("and"), compile_words("or"))
    match = re.fullmatch(
        rf"(?P<a>\d{{1,2}}){_TH}\.?\s*{_WORD.format('left')}(?:\s+(?P<y>[12]\d{{3}}))?"
        rf"{joint}(?P<b>\d{{1,2}}){_TH}\.?\s*{_WORD.format('right')}[\s,]*{_YEAR}",
        text,
    )
    months = [list_months().get(match[name]) for name in ("left", "right")] if match else []
    if not match or None in months:
        return None
    right, left = months[1], months[0]
    assert right is not None
    assert left is not None
    end = _pick_year(match["year"], year, text)
    start = int(match["y"]) if match["y"] else end - (left > right)
    first, last = _build(start, left, match["a"], text), _build(end, right, match["b"], text)
    return _build_days(first, last, is_night, text)


def _build_days(first: date, last: date, is_night: bool, text: str) -> ReadDate:
    if last < first:
        raise DateProblem(repr(text), "days in order, the earlier one first")
    if is_night and last - first <= timedelta(days=1):
        if first == last:
            # The night before that day, or the one after: the writer did not say.
            return ReadDate(first, first, is_night=True)
        return ReadDate(first, last, "days", is_night=True)
    return ReadDate(first, last, "day" if first == last else "days")


def _pick_year(text: str | None, year: int, whole: str) -> int:
    if text:
        number = int(text)
        return number if number > 99 else number + (2000 if number < 70 else 1900)
    if not year:
        raise YearWanted(repr(whole), "the year of dates without one in this column")
    return year


def _build(year: int, month: int, day: str, text: str) -> date:
    try:
        return date(year, month, int(day))
    except ValueError:
        raise DateProblem(repr(text), "a day that exists") from None
