"""The same span before and after an event: how much was found, at least and at most."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pandas as pd

from geo.link.filters import Filters, apply_filters, is_kept
from geo.story.story_file import Story
from geo.summaries.count import PresenceCount, count_presence
from geo.summaries.sentences import describe_two
from geo.times import Range, intervals

_EARLIEST, _LATEST = datetime(1000, 1, 1), datetime(3000, 1, 1)


@dataclass(frozen=True)
class Span:
    """What was found in one span.

    Attributes
    ----------
    range : Range
    count : PresenceCount
        Of all events but the chosen one.
    counts : DataFrame
        word, definite, possible.
    covered : timedelta
        How much of the span lies within the time that the record covers.
    """

    range: Range
    count: PresenceCount
    counts: pd.DataFrame
    covered: timedelta

    @property
    def is_covered(self) -> bool:
        """Whether the record covers all of the span."""
        return self.covered == self.range.length


@dataclass(frozen=True)
class BeforeAfter:
    """Two equal spans on either side of an event."""

    before: Span
    after: Span

    @property
    def takeaway(self) -> str:
        """Which side has more events, if that holds, and where the record does not cover it."""
        days = self.before.range.length.days
        sides = (("before", self.before), ("after", self.after))
        uncovered = [
            f"; the record covers {side.covered.days:,} of the {days:,} days {name}"
            for name, side in sides
            if not side.is_covered
        ]
        return describe_two(self.before.count, self.after.count, days) + "".join(uncovered)


def compare_before_after(
    events: pd.DataFrame, filters: Filters, event: str, days: int, field: str, whole: Range
) -> BeforeAfter:
    """Return what was found in equal spans before and after an event.

    The first span ends at the earliest possible start of the event, the second starts at its
    latest possible end. All filters but the range apply; the event itself is in neither.

    Parameters
    ----------
    events : DataFrame, n rows
    filters : Filters
    event : str
        Its id.
    days : int
    field : str
        The column that counts are split by.
    whole : Range
        The time that the record covers.
    """
    start, end = (moments[event].to_pydatetime() for moments in intervals(events, filters.zone))
    length = timedelta(days=days)
    others = events.drop(index=event)
    before = Range(max(start - length, _EARLIEST), start)
    after = Range(end, min(end + length, _LATEST))
    return BeforeAfter(
        *(_span(others, filters, range_, field, whole) for range_ in (before, after))
    )


def _span(events: pd.DataFrame, filters: Filters, range_: Range, field: str, whole: Range) -> Span:
    presence = apply_filters(events, replace(filters, range=range_))
    shown = events.loc[is_kept(presence), field].astype(str)
    table = pd.crosstab(shown, presence[shown.index])
    counts = table.reindex(columns=["definite", "possible"], fill_value=0)
    counts = counts.rename_axis("word", axis=0).rename_axis(None, axis=1).reset_index()
    covered = min(range_.end, whole.end) - max(range_.start, whole.start)
    return Span(range_, count_presence(presence), counts, max(covered, timedelta(0)))


def choose_reference_event(events: pd.DataFrame, story: Story, selected: str | None) -> str | None:
    """Return the selected event, else the first of the first group."""
    if selected is not None or events.empty:
        return selected
    for group in story.groups:
        members = events.index[events["group"] == group.id]
        if len(members):
            return str(events.loc[members, "start"].idxmin())
    return str(events["start"].idxmin())
