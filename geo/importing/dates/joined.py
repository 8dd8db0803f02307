"""A date and a time of day as one text of EDTF, as a story's file holds it."""

from datetime import date, timedelta

from geo.importing.dates.meaning import Clock, DateProblem, ReadDate

# What a night is: from the evening of one day to the morning of the next.
_NIGHT_FROM, _NIGHT_TO = 18 * 60, 6 * 60


def join_when(day: ReadDate, clock: Clock | None) -> tuple[str, bool]:
    """Return the time as `geo.times.edtf.read_when` reads it, and whether the clock is part of it.

    A time of day says more only where the day is known; of a night that is written as two days it
    belongs to the one on which the clock showed it.

    Raises
    ------
    DateProblem
        If date and time contradict each other.

    Examples
    --------
    >>> join_when(ReadDate(date(2024, 5, 15), date(2024, 5, 15)), Clock(150, 151))
    ('2024-05-15T02:30', True)
    >>> join_when(ReadDate(date(2024, 5, 1), date(2024, 5, 31), "month"), Clock(150, 151))
    ('2024-05', False)
    """
    if day.edtf:
        return day.edtf, False
    if day.clock and clock and not _agree(day.clock, clock):
        raise DateProblem(
            f"{_show(day.clock)} beside the date and {_show(clock)} as the time", "one time"
        )
    clock = day.clock or clock
    if day.is_night:
        return _join_night(day, clock)
    if clock and day.first == day.last and not day.is_about:
        return _join(day.first, clock), True
    return _format_days(day), False


def _agree(one: Clock, other: Clock) -> bool:
    if one.offset != other.offset and one.offset and other.offset:
        return True  # two clocks, which only the zone of the place could compare
    return one.first < other.last and other.first < one.last


def _join(day: date, clock: Clock) -> str:
    mark = clock.offset + ("~" if clock.is_about else "")
    first = f"{_at(day, clock.first)}{mark}"
    return first if clock.is_exact else f"{first}/{_at(day, clock.last)}{mark}"


def _join_night(day: ReadDate, clock: Clock | None) -> tuple[str, bool]:
    if day.first == day.last:
        # "The night of 15 May" is the night before that day, or the one after it.
        return f"{_at(day.first, _NIGHT_FROM - 1440)}/{_at(day.first, 1440 + _NIGHT_TO)}", False
    if clock and clock.is_exact and not clock.offset:
        if clock.first >= _NIGHT_FROM:
            return _join(day.first, clock), True
        if clock.first < _NIGHT_TO:
            return _join(day.last, clock), True
    return f"{_at(day.first, _NIGHT_FROM)}/{_at(day.last, _NIGHT_TO)}", False


def _format_days(day: ReadDate) -> str:
    doubt = "~" if day.is_about else ""
    if day.unit == "year":
        return f"{day.first:%Y}{doubt}"
    if day.unit == "month":
        return f"{day.first:%Y-%m}{doubt}"
    if day.first == day.last:
        return f"{day.first.isoformat()}{doubt}"
    first, last = day.first, day.last
    if day.is_about:
        first, last = first - timedelta(days=1), last + timedelta(days=1)
    return f"{first.isoformat()}/{last.isoformat()}"


def _at(day: date, minute: int) -> str:
    further, rest = divmod(minute, 1440)
    day += timedelta(days=further)
    return f"{day.isoformat()}T{rest // 60:02d}:{rest % 60:02d}"


def _show(clock: Clock) -> str:
    return clock.part or f"{clock.first // 60:02d}:{clock.first % 60:02d}{clock.offset}"
