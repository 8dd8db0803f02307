"""What was rejected of a file: where, what was found, what was wanted."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pydantic_core import from_json

from geo.errors import Problem
from geo.events.fields import ID

# Wanted where everything after some position could not be read.
REST_WANTED = "all records, then ']' and '}'"
# Wanted if a file cannot be read at all.
FILE_WANTED = "a file of events"
# What is found where the format has no member of that name.
UNKNOWN_MEMBER = "a member that the format does not have"


@dataclass(frozen=True, slots=True)
class Rejection:
    """One problem for which an event, or a part of the file, was rejected.

    Attributes
    ----------
    number : int or None
        Which feature of the file, counted from 1; None if the problem is the file's.
    id : str or None
        The feature's id, where it could be read.
    field : str
        Path of the member, such as ``claims[2].source``; empty for the event as a whole.
    found, wanted : str
        In plain words; what came from the file is shortened, quoted and free of control characters.
    word : str
        The text itself that was found where a word of the story's own may be; "" elsewhere.
    """

    number: int | None
    id: str | None
    field: str
    found: str
    wanted: str
    word: str = ""

    @property
    def where(self) -> str:
        """Number, id and field."""
        where = "file" if self.number is None else f"record {self.number}"
        if self.id is not None:
            where += f" ({self.id})"
        return f"{where}, {self.field}" if self.field else where

    def __str__(self) -> str:
        return str(Problem(self.where, self.found, self.wanted))


@dataclass
class Report:
    """What there is to say about a file; filled while the file is read."""

    rejected: list[Rejection] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    completed: int = 0
    """How many events lacked members that were completed."""

    def reject_part(self, part: str, found: str, wanted: str) -> None:
        """Add a problem of the file, not of one event."""
        self.rejected.append(Rejection(None, None, part, found, wanted))


def find_id(text: bytes) -> str | None:
    """Return the id in the text of a feature, if there is one that can be shown as it is."""
    try:
        feature = from_json(text)
    except ValueError:
        return None
    identity = feature.get("id") if isinstance(feature, dict) else None
    good = isinstance(identity, str) and len(identity) <= 100 and re.fullmatch(ID, identity)
    return str(identity) if good else None


def find_broken_end(rejected: Iterable[Rejection]) -> Rejection | None:
    """Return why a file could not be read to its end; None if it was.

    How much is missing is then not known.
    """
    ends = (one for one in rejected if one.number is None and one.wanted == REST_WANTED)
    return next(ends, None)


def describe_rejected(rejected: Sequence[Rejection], count_read: int) -> str:
    """Return how much of a file was rejected, in the words that readers see; "" for nothing.

    Parameters
    ----------
    rejected : sequence of Rejection
    count_read : int
        How many events the file has, good or not, as far as it was read.
    """
    if find_broken_end(rejected):
        return (
            "the file of events ends too early or is broken: events may be missing, and how many "
            "is not known"
        )
    if count := len({one.number for one in rejected} - {None}):
        return f"{count:,} of {count_read:,} events could not be read and are not shown"
    return "part of the file of events could not be read" if rejected else ""


def count_records(count: int) -> str:
    """Return a number of records in words.

    >>> count_records(1), count_records(1000)
    ('1 record', '1,000 records')
    """
    return "1 record" if count == 1 else f"{count:,} records"
