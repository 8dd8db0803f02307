"""What a reader asks of the analysis, as it stands in a link."""

from dataclasses import dataclass, replace
from typing import Literal, get_args

from geo.link.filters import Filters
from geo.times import Range

# Fields that there are colours for.
StackField = Literal["group", "event_type", "verification"]
STACKS: tuple[StackField, ...] = get_args(StackField)

DEFAULT_SPAN = 90
SPANS = (7, 30, 90, 180, 365)
DEFAULT_CROSS = ("event_type", "verification")


@dataclass(frozen=True)
class OtherGroup:
    """A group that the view is compared with."""

    id: str


Compared = Range | OtherGroup


@dataclass(frozen=True)
class Analysis:
    """The reader's choices on the page of charts; every default stays out of the link.

    Attributes
    ----------
    stack : {"group", "event_type", "verification"}
        What bars and dots are coloured by.
    cross : (str, str)
        Two different fields of words: rows and columns of the table.
    compare : Range, OtherGroup or None
        What the view is set beside.
    span : int
        Days before and after the chosen event.
    """

    stack: StackField = "group"
    cross: tuple[str, str] = DEFAULT_CROSS
    compare: Compared | None = None
    span: int = DEFAULT_SPAN


def change_compared(filters: Filters, compare: Compared) -> Filters:
    """Return the filters with the one thing changed that the view is compared by."""
    if isinstance(compare, Range):
        return replace(filters, range=compare)
    return filters.with_words({"group": {compare.id}})
