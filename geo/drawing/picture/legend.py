"""What the colours and marks of a picture mean, in a strip beneath its map."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from geo.border.geodesic import Floats
from geo.drawing.colouring import Shade
from geo.drawing.marks import Shape
from geo.drawing.palette import Colour, Palette
from geo.drawing.picture.fonts import text_width
from geo.drawing.picture.ink import rgba, write
from geo.drawing.picture.marks import POSSIBLE_OPACITY, paint_marks
from geo.drawing.picture.paper import POINTS_PER_PX

SIZE = 9.8
_LINE = 16.0
_GAP, _KEY = 11.0, 16.0
_MARGIN = 9.0


@dataclass(frozen=True)
class Entry:
    """One entry: a sign, and what it means.

    Attributes
    ----------
    sign : Shape, or "disc", "pale", "way", "border"
    colour : Colour
    words : str
    """

    sign: Shape | Literal["disc", "pale", "way", "border"]
    colour: Colour
    words: str

    @property
    def width(self) -> float:
        """With the gap to the next."""
        return _KEY + text_width(self.words, SIZE) + _GAP


def colour_keys(shades: Sequence[Shade], used: set[str]) -> list[Entry]:
    """Return an entry for each shade in use; those of one colour and no name apart stay apart."""
    return [Entry(Shape.SOLID, shade.colour, shade.label) for shade in shades if shade.id in used]


def legend_height(keys: Sequence[Sequence[Entry]], width: float) -> float:
    """Return how high the strip is for some groups of entries, each of which starts a line."""
    lines = sum(len(list(_lines(group, width))) for group in keys)
    return lines * _LINE + 2 * _MARGIN - 4 if lines else 0.0


def write_legend(
    axes: Axes,
    keys: Sequence[Sequence[Entry]],
    corner: tuple[float, float],
    width: float,
    palette: Palette,
) -> None:
    """Write the strip, its upper left corner at `corner`."""
    left, y = corner
    y += _MARGIN + SIZE * 0.8
    for group in keys:
        for line in _lines(group, width):
            x = left + _MARGIN
            for key in line:
                _draw_sign(axes, key, np.array([x + 6, y - SIZE * 0.33]), palette)
                write(axes, (x + _KEY, y), key.words, SIZE, palette.ink)
                x += key.width
            y += _LINE


def _lines(keys: Sequence[Entry], width: float) -> Iterator[list[Entry]]:
    line: list[Entry] = []
    for key in keys:
        if line and sum(k.width for k in line) + key.width - _GAP > width - 2 * _MARGIN:
            yield line
            line = []
        line.append(key)
    if line:
        yield line


def _draw_sign(axes: Axes, key: Entry, at: Floats, palette: Palette) -> None:
    if key.sign in ("way", "border"):
        way = key.sign == "way"
        line = Line2D(
            [at[0] - 6, at[0] + 7],
            [at[1], at[1]],
            color=rgba(key.colour),
            linewidth=(1.8 if way else 1.3) * POINTS_PER_PX,
            linestyle=(0, (3.2, 2.4)) if way else "solid",
            zorder=1,
        )
        axes.add_line(line)
    elif key.sign == "disc":
        axes.scatter(
            at[0],
            at[1],
            s=(11 * POINTS_PER_PX) ** 2,
            color=[rgba(key.colour, 0.14)],
            edgecolors=[rgba(key.colour, 0.67)],
            linewidths=POINTS_PER_PX,
            zorder=1,
        )
    else:
        pale = key.sign == "pale"
        shape = Shape.SOLID if pale else Shape(key.sign)
        strength = np.array([POSSIBLE_OPACITY if pale else 1.0])
        paint_marks(axes, at[None], [shape], [key.colour], 15, palette.halo, strength)
