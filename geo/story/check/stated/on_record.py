"""What the record holds of one event, as far as a text may state it in figures."""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property

import pandas as pd

from geo.border import distance_words
from geo.border.stated_distances import may_be_measured
from geo.claims import Entry, Ledger
from geo.events import Source
from geo.events.parts import Casualties
from geo.story.check.stated.counts import Counted, StatedCount, find_counts, list_numbers
from geo.story.check.stated.days import StatedDay, names_day
from geo.story.check.stated.distances import StatedDistance, list_lengths
from geo.times import day_words, load_zone, span_shown

_DATE_LENGTH = len("2024-05-15")
# With such words nobody says how many there were.
_VAGUE = re.compile(r"\b(?:dozens?|scores?|hundreds?|several|many|swarms?|waves?)\b", re.I)


@dataclass(frozen=True)
class OnRecord:
    """What the record holds of an event, and whether a figure of a text is among it.

    Attributes
    ----------
    event : str
        Id.
    row : Series
        Of the events; with the columns of a `Record` it has a distance.
    ledger : tuple of Entry
    zone : str
        Of the story: a text may be on its clock, on that of the place or in UTC.
    own_texts : tuple of str
        Other texts of the event that may have the figure: its title and summary, where those are
        not checked themselves.
    """

    event: str
    row: pd.Series
    ledger: Ledger
    zone: str
    own_texts: tuple[str, ...] = ()

    def may_have_day(self, stated: StatedDay) -> bool:
        """Return whether something happened, was said or was published on a day, or names it."""
        spans = (_has_day(stated, first, last) for first, last in self._spans)
        return (
            any(spans)
            or any(_is_of_day(text, self.zone, stated) for text in self._dates)
            or any(names_day(text, stated) for text in self._texts)
        )

    def may_have_distance(self, stated: StatedDistance) -> bool:
        """Return whether a distance is measured, or stated by somebody."""
        least, most = stated.least_km, stated.most_km
        if may_be_measured(least, most, self.row.low_m, self.row.high_m):
            return True
        said = [entry.claim.distance_km for entry in self.ledger]
        lengths = [length for text in self._texts for length in list_lengths(text)]
        return any(
            length is not None and least - 0.5 < length < most + 0.5 for length in [*said, *lengths]
        )

    @property
    def has_distance(self) -> bool:
        """Whether its distance to a border is measured."""
        return "low_m" in self.row and not math.isnan(self.row.low_m)

    def find_range(self, counted: Counted) -> "Numbers | None":
        """Return between which numbers it has people or drones; None if it has no number."""
        if counted == "drones":
            return self._drones
        casualties: Casualties | None = self.row[counted]
        return _read_range(casualties) if casualties else None

    def has_number(self, stated: StatedCount) -> bool:
        """Return whether somebody states a number: of people, in a statement on casualties."""
        texts = self._texts
        if stated.counted != "drones":
            texts = (*self.own_texts, *_list_texts(self.ledger, "casualties"))
        numbers = {number for text in texts for number in list_numbers(text)}
        if math.isinf(stated.high):
            # "More than 2" states a 2, and is 3 at least.
            return not numbers.isdisjoint({stated.low, stated.low - 1})
        if stated.low == 0 < stated.high:
            return not numbers.isdisjoint({stated.high, stated.high + 1})
        return any(stated.low <= number <= stated.high for number in numbers)

    @property
    def days_in_words(self) -> str:
        """When it happened on the clock of the place, as days."""
        first, last = self._spans[0]
        words = [day_words(datetime.combine(day, datetime.min.time())) for day in (first, last)]
        return " to ".join(dict.fromkeys(words))

    @property
    def distance_in_words(self) -> str:
        """How far it is from the border, as measured."""
        return distance_words(self.row)

    @cached_property
    def _spans(self) -> tuple[tuple[date, date], ...]:
        """The first and the last day on which it may have happened, on each clock."""
        row = self.row
        start, end = (moment.to_pydatetime().astimezone(UTC) for moment in (row.start, row.end))
        zones = [load_zone(zone) for zone in (row.tz, self.zone, "UTC")]
        shown = [span_shown(start, end, zone) for zone in zones]
        return tuple((one.start.date(), _find_last_day(one.end)) for one in shown)

    @cached_property
    def _dates(self) -> tuple[str, ...]:
        """When statements were made and sources published, as the file has it."""
        sources: tuple[Source, ...] = self.row.sources
        dates = [entry.claim.said_at for entry in self.ledger]
        dates += [entry.source.date for entry in self.ledger if entry.source]
        dates += [source.date for source in sources]
        return tuple(dict.fromkeys(one for one in dates if one))

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        """What is said of it, and what its sources are called."""
        titles = [source.title for source in self.row.sources if source.title]
        means = [self.row.means_reported] if self.row.means_reported else []
        return (*self.own_texts, *_list_texts(self.ledger), *titles, *means)

    @cached_property
    def _drones(self) -> "Numbers | None":
        counts = [one for text in self._texts for one in find_counts(text)]
        drones = [one for one in counts if one.counted == "drones"]
        is_vague = any(_VAGUE.search(text) for text in self._texts)
        return Numbers(0, max(one.high for one in drones)) if drones and not is_vague else None


@dataclass(frozen=True, slots=True)
class Numbers:
    """Between which numbers the true one lies; `high` may be infinite."""

    low: float
    high: float

    def __str__(self) -> str:
        """The numbers in words: "2", "2 to 4", "at least 2".

        >>> str(Numbers(2, 2)), str(Numbers(0, 4)), str(Numbers(2, math.inf))
        ('2', '0 to 4', 'at least 2')
        """
        if math.isinf(self.high):
            return f"at least {self.low:,.0f}"
        return f"{self.low:,.0f}" + (f" to {self.high:,.0f}" if self.high > self.low else "")


def _read_range(casualties: Casualties) -> Numbers | None:
    low, best, high = casualties.low, casualties.best, casualties.high
    if low is best is high is None:
        return None
    least = low if low is not None else best if best is not None else 0
    most = high if high is not None else best if best is not None else math.inf
    return Numbers(least, most)


def _has_day(stated: StatedDay, first: date, last: date) -> bool:
    if stated.has_year:
        return first <= stated.day <= last
    month, number = stated.day.month, stated.day.day
    days = (first + timedelta(days=shift) for shift in range(min((last - first).days, 366) + 1))
    return any((day.month, day.day) == (month, number) for day in days)


def _find_last_day(end: datetime) -> date:
    """Return the last day before a moment that is not included."""
    return (end - timedelta(microseconds=1)).date()


def _is_of_day(text: str, zone: str, stated: StatedDay) -> bool:
    """Return whether a date of the file, which may be a month or a year, may be a day."""
    skipped = 0 if stated.has_year else len("2024-")
    wanted = stated.day.isoformat()[skipped:]
    return any(wanted.startswith(one[skipped:]) for one in _list_days(text, zone))


def _list_days(text: str, zone: str) -> Iterator[str]:
    """Yield the date of a moment as it is written, on the clock of the story, and in UTC."""
    yield text[:_DATE_LENGTH]
    if len(text) > _DATE_LENGTH:
        try:
            moment = datetime.fromisoformat(text)
            yield from (moment.astimezone(one).date().isoformat() for one in (load_zone(zone), UTC))
        except (ValueError, OverflowError):
            return


def _list_texts(ledger: Iterable[Entry], about: str = "") -> list[str]:
    """Return what statements say: all of them, or those about something."""
    claims = [entry.claim for entry in ledger if not about or about in entry.claim.about]
    return [text for claim in claims for text in (claim.summary, claim.brief) if text]
