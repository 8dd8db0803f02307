"""Days and moments as readers write and read them: 15 May 2024, 12:00; as in the browser."""

import calendar
import re
from datetime import date, datetime, time

from geo.times.ranges import DAY
from geo.times.words import day_words

EXAMPLE_DAY, EXAMPLE_MOMENT = "15 May 2024", "15 May 2024, 12:00"
WANTED_DAY = f"a day such as {EXAMPLE_DAY}"
WANTED_MOMENT = f"a day, with or without a time, such as {EXAMPLE_MOMENT}"

# Digits as JavaScript reads them: "\d" of Python takes those of any script.
# And those blanks that "\s" is in both: each has others of its own.
_BLANK = r"[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
_CLOCK = rf"(?:(?:[T,]|{_BLANK})+([0-9]{{1,2}}):([0-9]{{2}}))?{_BLANK}*"
_ISO = re.compile(rf"{_BLANK}*([0-9]{{4}})-([0-9]{{2}})-([0-9]{{2}}){_CLOCK}")
_WORDS = re.compile(
    rf"{_BLANK}*([0-9]{{1,2}})\.?{_BLANK}+([A-Za-z]{{3,}})\.?,?{_BLANK}+([0-9]{{4}}){_CLOCK}"
)
_MONTHS = [name.lower() for name in calendar.month_name]
_FIRST_YEAR = 1000


def read_written(text: str) -> date | datetime | None:
    """Return the day or the moment that a reader wrote; None if it is neither.

    Numbers alone are read in one order only, that of ISO 8601: 05/03/2023 is ambiguous.

    Examples
    --------
    >>> read_written("15 May 2024"), read_written("2024-05-15T14:40")
    (datetime.date(2024, 5, 15), datetime.datetime(2024, 5, 15, 14, 40))
    >>> read_written("05/03/2023"), read_written("31 February 2023")
    (None, None)
    """
    if found := _ISO.fullmatch(text):
        year, month, day, hour, minute = found.groups()
    elif found := _WORDS.fullmatch(text):
        day, name, year, hour, minute = found.groups()
        month = str(_find_month(name.lower()))
    else:
        return None
    try:
        read = date(int(year), int(month), int(day))
        at = time(int(hour), int(minute)) if hour else None
    except ValueError:
        return None
    if read.year < _FIRST_YEAR:
        return None
    return read if at is None else datetime.combine(read, at)


def write_written(moment: datetime) -> str:
    """Return a moment as `read_written` reads it; the end of a day as that day.

    Examples
    --------
    >>> write_written(datetime(2024, 5, 15, 12)), write_written(datetime(2024, 5, 16))
    ('15 May 2024, 12:00', '15 May 2024')
    """
    if moment.time() == time():
        return day_words(moment - DAY)
    return f"{day_words(moment)}, {moment:%H:%M}"


def read_end_of_written(text: str) -> datetime | None:
    """Return the moment that a reader wrote, the end of a day where it has no time.

    >>> read_end_of_written("15 May 2024")
    datetime.datetime(2024, 5, 16, 0, 0)
    """
    read = read_written(text)
    if isinstance(read, datetime) or read is None:
        return read
    return datetime.combine(read, time()) + DAY if read < date.max else None


def _find_month(name: str) -> int:
    return next((i for i, month in enumerate(_MONTHS) if i and month.startswith(name)), 0)
