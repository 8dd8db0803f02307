"""Text and shapes on a sheet: what all parts of a picture draw with."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from matplotlib.patheffects import AbstractPathEffect, Stroke
from shapely.geometry.base import BaseGeometry

from geo.drawing.colours.palette import Colour
from geo.drawing.picture.font_families import Font, name_lacking
from geo.drawing.picture.fonts import clean, load_font, measure_text
from geo.drawing.picture.paper import POINTS_PER_PX
from geo.events.geometry.arrays import Floats

Align = Literal["left", "center", "right"]
Rgba = tuple[float, float, float, float]


def to_rgba(colour: Colour, alpha: float = 1.0) -> Rgba:
    """Return a colour of the palette as matplotlib reads it."""
    red, green, blue = (part / 255 for part in colour)
    return red, green, blue, alpha


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Return a colour between two, `share` of the way to the other."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


@dataclass(frozen=True)
class TextStyle:
    """How a line of text is set; its size is in drawing units."""

    size: float
    colour: Colour
    font: Font = "text"
    align: Align = "left"
    halo: Colour | None = None


def write_line(axes: Axes, position: tuple[float, float], words: str, style: TextStyle) -> None:
    """Write one line; the position is that of its baseline. The words are never markup."""
    write_marked_line(axes, position, name_lacking(clean(words), style.font), style)


def write_marked_line(
    axes: Axes, position: tuple[float, float], words: str, style: TextStyle
) -> None:
    """Write a line of `wrap` as `mark_lines` gives it, with its marks."""
    font = load_font(style.font, clean(words))
    font.set_size(style.size * POINTS_PER_PX)
    # A halo is a drawing of its own: words with an effect would no longer be text in SVG and PDF.
    effects: list[list[AbstractPathEffect]] = [[]]
    if style.halo:
        outline = Stroke(linewidth=2.6 * POINTS_PER_PX, foreground=to_rgba(style.halo))
        effects.insert(0, [outline])
    for effect in effects:
        line = axes.text(
            *position,
            words,
            color=to_rgba(style.colour),
            fontproperties=font,
            ha=style.align,
            va="baseline",
            parse_math=False,
            zorder=1,
        )
        line.set_path_effects(effect)


def wrap(words: str, width: float, size: float, font: Font = "text") -> list[str]:
    """Return words in lines no wider than `width`; a word too long for one line is broken."""
    lines, line = [], ""
    for word in name_lacking(clean(words), font).split(" "):
        while word and measure_text(word, size, font) > width:
            cut = max(1, _count_fitting(word, width, size, font))
            lines += [line] if line else []
            lines, line, word = [*lines, word[:cut]], "", word[cut:]
        longer = f"{line} {word}".strip()
        if measure_text(longer, size, font) <= width:
            line = longer
        else:
            lines, line = [*lines, line], word
    return [*lines, line] if line else lines


def cut_lines(lines: Sequence[str], most: int) -> list[str]:
    """Return at most so many lines; where some are left out, the last one ends in an ellipsis."""
    if len(lines) <= most:
        return list(lines)
    return [*lines[: most - 1], f"{lines[most - 1][:-1].rstrip(' ,;:')}…"] if most > 0 else []


def _count_fitting(word: str, width: float, size: float, font: Font) -> int:
    lengths = range(1, len(word) + 1)
    return next((n - 1 for n in lengths if measure_text(word[:n], size, font) > width), len(word))


def paint(
    axes: Axes,
    shape: BaseGeometry,
    fill: Colour | None,
    line: Colour | None = None,
    width: float = 0,
) -> PathPatch | None:
    """Paint an area or lines, given in places of the sheet."""
    outline = _trace_outline(shape)
    if outline is None:
        return None
    patch = PathPatch(
        outline,
        facecolor=to_rgba(fill) if fill else "none",
        edgecolor=to_rgba(line) if line and width else "none",
        linewidth=width * POINTS_PER_PX,
        joinstyle="round",
        capstyle="round",
    )
    # `add_patch` would measure each curve for limits that a sheet has already.
    axes.add_artist(patch)
    return patch


def _trace_outline(shape: BaseGeometry) -> Outline | None:
    parts = shapely.get_parts(shape)
    areas = shapely.orient_polygons(parts[shapely.get_dimensions(parts) == 2])
    rings = shapely.get_rings(areas)
    lines = parts[shapely.get_dimensions(parts) == 1]
    outlines = [
        *(_trace_line(shapely.get_coordinates(ring), closed=True) for ring in rings),
        *(_trace_line(shapely.get_coordinates(line), closed=False) for line in lines),
    ]
    return Outline.make_compound_path(*outlines) if outlines else None


def _trace_line(points: Floats, closed: bool) -> Outline:
    codes = np.full(len(points), Outline.LINETO, dtype=np.uint8)
    codes[0] = Outline.MOVETO
    if closed:
        codes[-1] = Outline.CLOSEPOLY
    return Outline(points, codes)
