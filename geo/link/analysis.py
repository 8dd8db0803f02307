"""What a reader asks of the analysis, as a link states it."""

from dataclasses import dataclass, replace
from typing import Literal, get_args

from geo.link.filters import Filters
from geo.times import Range

# Fields that there are colours for.
StackField = Literal["group", "event_type", "verification"]
STACKS: tuple[StackField, ...] = get_args(StackField)

# The figures of the page, the most informative first; four more are side by side where two
# views are compared, and with one on demand there are twelve at most.
PAGE_FIGURES = {
    "over-time": "Over time",
    "reach": "Distance over time",
    "distances": "By distance",
    "within": "Share within a distance",
    "cross": "Two fields",
    "regions": "Regions",
    "before-after": "Before and after",
}
MORE_FIGURES = {
    "rate": "Rate per week",
    "cumulative": "Cumulative count",
    "by-group": "Each group over time",
    "by-region": "Each region over time",
    "distances-log": "By distance, logarithmic",
    "hours": "Hour of the day",
}
_COMPARED = tuple(f"beside-{side}-{what}" for side in (0, 1) for what in ("over-time", "distances"))
FIGURES = (*PAGE_FIGURES, *MORE_FIGURES, *_COMPARED)

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
    figure : str or None
        One of `FIGURES`, which is shown first.
    """

    stack: StackField = "group"
    cross: tuple[str, str] = DEFAULT_CROSS
    compare: Compared | None = None
    span: int = DEFAULT_SPAN
    figure: str | None = None


def change_compared(filters: Filters, compare: Compared) -> Filters:
    """Return the filters with the one thing changed that the view is compared by."""
    if isinstance(compare, Range):
        return replace(filters, range=compare)
    return filters.with_words({"group": {compare.id}})


def order_figures(asked: str | None) -> tuple[str, ...]:
    """Return the figures of the page in their order, the one that a link asks for first.

    One of two views that are compared moves none: it stays beside the other, further down.

    Examples
    --------
    >>> order_figures("hours")[:2]
    ('hours', 'over-time')
    """
    first = [name for name in (*PAGE_FIGURES, *MORE_FIGURES) if name == asked]
    return tuple(dict.fromkeys([*first, *PAGE_FIGURES]))
