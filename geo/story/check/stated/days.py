"""Days that an English text names, as far as they can be read with certainty."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from geo.times.reader_dates import read_written

_NAMES = "|".join(name for name in calendar.month_name if name)
_SHORT = "|".join(("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept?", "Oct", "Nov", "Dec"))
_MONTH = rf"(?P<month>{_NAMES}|(?:{_SHORT})\b\.?)"
_DAY = r"(?P<day>\d{1,2})"
_YEAR_AT_END = r"(?:,\s(?P<year>[12]\d{3})(?=\s?(?:[,.;:)]|$)))?"
_PATTERNS = (
    re.compile(r"(?<![\w:/–—-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w/–—-])"),
    re.compile(
        rf"(?<![\w.,:/–—-]){_DAY}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?!\w)"
        r"(?:\s(?P<year>[12]\d{3})(?![\d,.]*\d))?"
    ),
    # "May 15" alone may be 15 of something in May.
    re.compile(rf"(?<=[Oo]n\s){_MONTH}\s{_DAY}(?![\w:/–—-]|[.,]\d){_YEAR_AT_END}"),
    re.compile(rf"\b{_MONTH}\s{_DAY}(?:(?:st|nd|rd|th)\b|(?=,\s[12]\d{{3}}\b)){_YEAR_AT_END}"),
)
# A day that only bounds a time, is one of several, or says when a night began: the event need not
# have that day. "9 May" may also be a holiday.
_JOINING = r"(?:[-–—/,&+]|\b(?:and|or|to|until|till|through)\b)"
_BOUNDS = (
    "since|before|after|until|till|by|from|between|through|following|for|about|around|towards?"
)
_NO_DAY_OF_ITS_OWN = (
    "nights?|eve|overnight|anniversary|parades?|holiday|celebrations?|law|act|decree|treaty"
    "|agreement"
)
_BEFORE = re.compile(
    rf"(?:(?:\d|\d(?:st|nd|rd|th)|{_NAMES})\s?{_JOINING}\s?(?:the\s)?"
    rf"|\b(?:{_BOUNDS})\s(?:the\s)?|\bahead\sof\s"
    rf"|\b(?:{_NO_DAY_OF_ITS_OWN})\s(?:(?:of|to|on|before|into|from)\s)?(?:the\s)?)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\s?(?:[-–—/&]|\b(?:and|or|to|until|till|through)\b)\s?(?:the\s)?(?:\d|(?:{_NAMES})\b)"
    rf"|\s(?:{_NO_DAY_OF_ITS_OWN}|street|square|avenue|movement|brigade)\b",
    re.IGNORECASE,
)
# A leap year, so that 29 February is a day.
_ANY_YEAR = "2000"


@dataclass(frozen=True, slots=True)
class StatedDay:
    """A day that a text names.

    Attributes
    ----------
    found : str
        The words.
    day : date
        Where the text gives no year, of any year.
    has_year : bool
    """

    found: str
    day: date
    has_year: bool


def find_days(text: str) -> list[StatedDay]:
    """Return the days that a text names, each alone, in the order of the text.

    A day with its month is read, with or without a year: "15 May 2024", "on May 15", "2024-05-15".
    Not read are ranges and lists ("14 to 15 May"), days that only bound a time ("since 15 May"),
    nights ("the night of 15 May"), and days that name something else ("the 15 May parade").

    Parameters
    ----------
    text : str
        With single spaces.

    Examples
    --------
    >>> [str(one.day) for one in find_days("It fell on 15 May 2024 and was shown on 2024-05-17.")]
    ['2024-05-15', '2024-05-17']
    >>> [one.found for one in find_days("On May 15, as said on 1 June")], find_days("14-15 May")
    (['May 15', '1 June'], [])
    >>> find_days("since 15 May"), find_days("in the night of 15 May"), find_days("31 June 2024")
    ([], [], [])
    """
    if not any(mark.isdecimal() for mark in text):
        return []
    found: dict[int, StatedDay] = {}
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            day = _read(match)
            if day is not None and _is_alone(match, text):
                found[match.start()] = day
    return [found[start] for start in sorted(found)]


def names_day(text: str, stated: StatedDay) -> bool:
    """Return whether a text may mean a day: it has the day's number and its month somewhere.

    It reads more than `find_days`, so that no text is held against another for its form.

    >>> [day] = find_days("On 14 May")
    >>> names_day("In the night of 13 to 14 May", day), names_day("On 15 May, at 13:14", day)
    (True, False)
    """
    number, month = stated.day.day, stated.day.strftime("%B")
    if stated.day.isoformat()[5:] in text:
        return True
    has_number = re.search(rf"(?<![\w:.,]){number}(?:st|nd|rd|th)?(?![\w:])", text)
    return bool(has_number and re.search(rf"\b(?:{month}|{month[:3]}t?)\b", text))


def _is_alone(match: re.Match[str], text: str) -> bool:
    return not (_BEFORE.search(text[: match.start()]) or _AFTER.match(text, match.end()))


def _read(match: re.Match[str]) -> StatedDay | None:
    """Return the day of a match; None if there is no such day."""
    number, month, year = match["day"], match["month"].rstrip("."), match["year"]
    if month.isdecimal():
        written = f"{year}-{month}-{number}"
    else:
        written = f"{number} {month} {year or _ANY_YEAR}"
    day = read_written(written)
    return StatedDay(match[0], day, year is not None) if day is not None else None
