"""The words next to the map of a picture: what it shows, how much of it, and from which sources."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from geo.border import distance_words
from geo.drawing.basemap.credits import join_credits
from geo.drawing.colours.palette import Colour, Palette
from geo.drawing.picture.direction import is_from_right, mark_lines
from geo.drawing.picture.font_families import Font
from geo.drawing.picture.fonts import measure_text
from geo.drawing.picture.ink import (
    TextStyle,
    cut_lines,
    mix,
    to_rgba,
    wrap,
    write_marked_line,
)
from geo.drawing.picture.paper import Picture
from geo.events.vocabulary import label
from geo.link.filters import is_default
from geo.story.view import View
from geo.summaries import count_presence
from geo.times import describe_date, describe_when

_MARGIN = 16.0
_HEADLINES = (27.0, 24.0, 21.0, 18.5, 16.5)
_MOST_HEADLINE_LINES = 4
_SMALL = 8.2


@dataclass(frozen=True)
class _Paragraph:
    """Lines of one style, from which side they are read, and the space above them."""

    lines: list[str]
    style: TextStyle
    from_right: bool
    above: float = 0.0

    @property
    def line_height(self) -> float:
        return self.style.size * (1.12 if self.style.font == "headline" else 1.3)

    @property
    def height(self) -> float:
        return self.above + self.line_height * len(self.lines)


def write_column(
    axes: Axes, view: View, outside: int, picture: Picture, credits: Sequence[str] = ()
) -> None:
    """Write the words next to the map; where room is short, the less important parts are cut.

    Parameters
    ----------
    axes : Axes
    view : View
    outside : int
        How many of the events shown lie outside the map.
    picture : Picture
    credits : sequence of str, optional
        For what this map shows besides the base map of the story.
    """
    paper, palette = picture.paper, picture.palette
    quiet = mix(palette.ink, palette.halo, 0.28)
    width = paper.column - 2 * _MARGIN
    accent = Rectangle((_MARGIN, 0), 46, 5, facecolor=to_rgba(palette.hues[0]), zorder=1)
    axes.add_patch(accent)
    credits = join_credits(view.credits, credits)
    origin = [_describe_version(view, picture), view.current.note, *credits]
    small = _list_credits(origin, width, quiet)
    foot = paper.height - _MARGIN + 3
    top = foot - sum(part.height for part in small)
    _write_all(axes, small, top, width)
    parts = _fit(_list_paragraphs(view, outside, width, palette, quiet), top - 18 - 8)
    _write_all(axes, parts, 18, width)


def choose_headline(view: View) -> str:
    """Return what a picture of a view is about."""
    return view.story.title if view.selected is None else str(view.selected.title)


def _list_paragraphs(
    view: View, outside: int, width: float, palette: Palette, quiet: Colour
) -> list[_Paragraph]:
    event = view.selected
    parts = []
    if event is not None:
        parts.append(
            _wrap_paragraph(view.story.title.upper(), width, TextStyle(9, quiet, "strong"), 4)
        )
    parts.append(_fit_headline(choose_headline(view), width, palette.ink))
    if event is None:
        parts.append(_wrap_paragraph(view.story.subtitle, width, TextStyle(11, palette.ink), 5))
    else:
        verified = label("verification", event.verification)
        attribution = label("attribution", event.attribution).lower()
        facts = [
            f"{describe_when(event)}, {event.place}",
            f"{verified}; attribution: {attribution}",
        ]
        if event.distance_m >= 0:
            facts.append(f"Distance to the border: {distance_words(event)}")
        for n, fact in enumerate(facts):
            font: Font = "strong" if n == 1 else "text"
            style = TextStyle(11, palette.ink, font)
            parts.append(_wrap_paragraph(fact, width, style, 5 if n == 0 else 3))
    count = count_presence(view.presence)
    parts.append(_wrap_paragraph(str(count), width, TextStyle(11, palette.ink, "strong"), 11))
    if outside:
        words = f"{outside:,} of them outside this map"
        parts.append(_wrap_paragraph(words, width, TextStyle(10, quiet), 2))
    if not is_default(view.link.filters):
        words = f"Filters: {view.filter_words}"
        parts.append(_wrap_paragraph(words, width, TextStyle(10, palette.ink), 2))
    if count.others:
        parts.append(_wrap_paragraph(f"Not shown: {count.others}", width, TextStyle(10, quiet), 2))
    return [part for part in parts if part.lines]


def _describe_version(view: View, picture: Picture) -> str:
    """Return up to which day the data are current, and their version where it is named."""
    day = view.record.about.get("as_of")
    words = [f"As of {describe_date(day)}."] if day else []
    if picture.names_version:
        words.append(f"Data version {view.record.version}.")
    return " ".join(words)


def _list_credits(lines: Sequence[str], width: float, colour: Colour) -> list[_Paragraph]:
    return [
        part
        for line in lines
        if (part := _wrap_paragraph(line, width, TextStyle(_SMALL, colour))).lines
    ]


def _fit_headline(words: str, width: float, colour: Colour) -> _Paragraph:
    """Set words as large as they go into a few lines."""
    for size in _HEADLINES:
        lines = wrap(words, width, size, "headline")
        unbroken = all(measure_text(w, size, "headline") <= width for w in words.split())
        if len(lines) <= _MOST_HEADLINE_LINES and unbroken:
            break
    style = TextStyle(size, colour, "headline")
    return _align(words, cut_lines(lines, _MOST_HEADLINE_LINES + 1), style, 3)


def _wrap_paragraph(words: str, width: float, style: TextStyle, above: float = 0) -> _Paragraph:
    return _align(words, wrap(words, width, style.size, style.font), style, above)


def _align(words: str, lines: list[str], style: TextStyle, above: float) -> _Paragraph:
    """Return a paragraph that starts on the side from which its words are read."""
    from_right = is_from_right(words)
    aligned = replace(style, align="right") if from_right else style
    return _Paragraph(lines, aligned, from_right, above)


def _fit(parts: list[_Paragraph], room: float) -> list[_Paragraph]:
    """Return the paragraphs that fit, the last one perhaps cut short."""
    fitting = []
    for part in parts:
        most = int((room - part.above) // part.line_height)
        lines = cut_lines(part.lines, most)
        if lines:
            fitting.append(replace(part, lines=lines))
        if len(lines) < len(part.lines) or not lines:
            break
        room -= part.height
    return fitting


def _write_all(axes: Axes, parts: list[_Paragraph], top: float, width: float) -> None:
    y = top
    for part in parts:
        y += part.above
        for n, line in enumerate(mark_lines(part.lines, part.from_right)):
            height, size = part.line_height, part.style.size
            baseline = y + height * n + (height + 0.45 * size) / 2
            side = width + _MARGIN if part.from_right else _MARGIN
            write_marked_line(axes, (side, baseline), line, part.style)
        y += part.line_height * len(part.lines)
