"""What a text of a date may mean, and why another one cannot be read."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Clock:
    """A time of day: minutes after midnight, `last` not included; beyond 1440 the next day.

    `offset` is "Z" or such as "+03:00" where the text names one; `is_about` that it is a guess of
    the writer; `part` the name of a part of the day.
    """

    first: int
    last: int
    offset: str = ""
    is_about: bool = False
    part: str = ""

    @property
    def is_exact(self) -> bool:
        """Whether it names a minute."""
        return self.last - self.first == 1

    @property
    def is_midnight(self) -> bool:
        """Whether it shows 00:00, as it also does where nobody entered a time."""
        return self.first == 0 and self.is_exact and not self.is_about


@dataclass(frozen=True)
class ReadDate:
    """The days that a text means, the last one included.

    `unit` is day, days, month or year; `is_about` that it is a guess of the writer; `clock`
    a time in the same text; `is_night` that it is the night between the two days. `edtf` is the
    text itself where it is ISO 8601 or EDTF already. `remark` says what was not plain in it.
    """

    first: date
    last: date
    unit: str = "day"
    is_about: bool = False
    is_night: bool = False
    clock: Clock | None = None
    edtf: str = ""
    remark: str = ""


class DateProblem(Exception):  # noqa: N818
    """A text that is not a date: what was found and what was wanted instead."""

    def __init__(self, found: str, wanted: str) -> None:
        super().__init__(f"found {found}, wanted {wanted}")
        self.found, self.wanted = found, wanted


class OrderWanted(DateProblem):
    """A date whose day and month may be either of two numbers."""


class YearWanted(DateProblem):
    """A date without a year."""


class UnclearClock(DateProblem):
    """A time of day that may be several, such as a range or one with an offset."""
