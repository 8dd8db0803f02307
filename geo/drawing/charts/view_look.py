"""What the charts of one view share: the colours of its words, and what its time axes show."""

from collections.abc import Sequence
from datetime import timedelta

from geo.drawing.charts.look import Look
from geo.drawing.colours.event_colours import Shade, colour_by_group, colour_by_type
from geo.drawing.colours.palette import Palette
from geo.events.vocabulary import VOCABULARY
from geo.story.view import View
from geo.times import Range


def choose_look(view: View, palette: Palette) -> Look:
    """Return how the charts of a view are drawn: its words have the colours of the map."""
    events, stack = view.record.events, view.link.analysis.stack
    if stack == "verification":
        shades = _shade_verification(palette, frozenset(events["verification"]))
    elif stack == "event_type":
        shades = colour_by_type(events["event_type"], view.story, palette).shades
    else:
        shades = colour_by_group(events["group"], view.story, palette).shades
    return Look(palette, shades)


def choose_chart_range(view: View) -> Range:
    """Return what a chart over time spans: the range, as far as the record goes."""
    filters = view.link.filters
    whole = view.record.whole_range(filters.zone)
    chosen = filters.range or whole
    if chosen.start < whole.end and whole.start < chosen.end:
        return Range(max(chosen.start, whole.start), min(chosen.end, whole.end))
    # Nothing lies outside the record, and a chart of a thousand empty years does not help.
    return Range(chosen.start, min(chosen.end, chosen.start + timedelta(days=3653)))


def select_notes(notes: Sequence[Range], range_: Range) -> list[int]:
    """Return which notes an axis shows, by their place: those that it overlaps."""
    return [
        place
        for place, note in enumerate(notes)
        if note.start < range_.end and range_.start < note.end
    ]


def _shade_verification(palette: Palette, used: frozenset[str]) -> tuple[Shade, ...]:
    """Return grey for unverified events, and for disputed ones a colour unlike all others."""
    hues = palette.hues
    colours = {
        "verified": hues[2],
        "partly_verified": hues[3],
        "unverified": palette.grey,
        "disputed": hues[1],
    }
    words = VOCABULARY["verification"]
    return tuple(
        Shade(word, words[word].label, colours.get(word, palette.border))
        for word in dict.fromkeys([*colours, *words])
        if word in used
    )
