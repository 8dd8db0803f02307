"""What the colours and marks of a picture mean, in a strip below its map."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from geo.drawing.colours.palette import Colour, Palette
from geo.drawing.marks.marks import POSSIBLE_OPACITY, find_mark
from geo.drawing.picture.fonts import measure_text
from geo.drawing.picture.ink import TextStyle, to_rgba, write_line
from geo.drawing.picture.marks import MarkRow, paint_marks
from geo.drawing.picture.paper import POINTS_PER_PX
from geo.events.geometry.arrays import Floats

SIZE = 9.8
_LINE = 16.0
_GAP, _KEY = 11.0, 16.0
_MARGIN = 9.0


@dataclass(frozen=True)
class LegendEntry:
    """One entry: a symbol, and what it means.

    Attributes
    ----------
    symbol : str
        The id of a `LegendRow`.
    colour : Colour
    words : str
    """

    symbol: str
    colour: Colour
    words: str

    @property
    def width(self) -> float:
        """With the gap to the next."""
        return _KEY + measure_text(self.words, SIZE) + _GAP


def measure_legend(keys: Sequence[Sequence[LegendEntry]], width: float) -> float:
    """Return how high the strip is for some groups of entries, each of which starts a line."""
    lines = sum(len(list(_break_lines(group, width))) for group in keys)
    return lines * _LINE + 2 * _MARGIN - 4 if lines else 0.0


def write_legend(
    axes: Axes,
    keys: Sequence[Sequence[LegendEntry]],
    corner: tuple[float, float],
    width: float,
    palette: Palette,
) -> None:
    """Write the strip, its upper left corner at `corner`."""
    left, y = corner
    y += _MARGIN + SIZE * 0.8
    style = TextStyle(SIZE, palette.ink)
    for group in keys:
        for line in _break_lines(group, width):
            x = left + _MARGIN
            for key in line:
                _draw_symbol(axes, key, np.array([x + 6, y - SIZE * 0.33]), palette)
                write_line(axes, (x + _KEY, y), key.words, style)
                x += key.width
            y += _LINE


def _break_lines(keys: Sequence[LegendEntry], width: float) -> Iterator[list[LegendEntry]]:
    line: list[LegendEntry] = []
    for key in keys:
        if line and sum(k.width for k in line) + key.width - _GAP > width - 2 * _MARGIN:
            yield line
            line = []
        line.append(key)
    if line:
        yield line


def _draw_symbol(axes: Axes, key: LegendEntry, at: Floats, palette: Palette) -> None:
    if key.symbol in ("border", "distance"):
        is_distance = key.symbol == "distance"
        line = Line2D(
            [at[0] - 6, at[0] + 7],
            [at[1], at[1]],
            color=to_rgba(key.colour),
            linewidth=(1.8 if is_distance else 1.3) * POINTS_PER_PX,
            linestyle=(0, (3.2, 2.4)) if is_distance else "solid",
            zorder=1,
        )
        axes.add_line(line)
    elif key.symbol == "disc":
        axes.scatter(
            at[0],
            at[1],
            s=(11 * POINTS_PER_PX) ** 2,
            color=[to_rgba(key.colour, 0.14)],
            edgecolors=[to_rgba(key.colour, 0.67)],
            linewidths=POINTS_PER_PX,
            zorder=1,
        )
    else:
        is_possible = key.symbol == "possible"
        path = find_mark("verified" if is_possible else key.symbol).path
        opacity = np.array([POSSIBLE_OPACITY if is_possible else 1.0])
        paint_marks(axes, MarkRow(at[None], [path], [key.colour], opacity), 15, palette.halo)
