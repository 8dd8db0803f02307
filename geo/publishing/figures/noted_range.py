"""The range of a chart over time, with the notes of the story that lie on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from geo.drawing.charts import choose_chart_range, select_notes
from geo.story.parts.annotation import Annotation
from geo.story.view import View
from geo.times import Range, Zone


@dataclass(frozen=True)
class NotedRange:
    """What the axis of time of a view's charts spans, and which notes lie on it.

    Attributes
    ----------
    range : Range
    zone : {"place", "utc"}
    notes : tuple of Annotation
        In the order of their numbers.
    ranges : tuple of Range
        Of the notes, on the clock of the axis.
    """

    range: Range
    zone: Zone
    notes: tuple[Annotation, ...]
    ranges: tuple[Range, ...]


def note_range(view: View, notes: Sequence[Annotation]) -> NotedRange:
    """Return the range of a view's charts, and which of the story's notes lie on it, by time."""
    range_, zone = choose_chart_range(view), view.link.filters.zone
    timed = [(note.range_in(zone, view.story.zone), note) for note in notes]
    timed.sort(key=lambda pair: (pair[0].start, pair[0].end))
    shown = [timed[place] for place in select_notes([each for each, _ in timed], range_)]
    return NotedRange(
        range_, zone, tuple(note for _, note in shown), tuple(each for each, _ in shown)
    )
