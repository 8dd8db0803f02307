"""The marks as pictures for the map: all in one PNG, and the ring around a selected one."""

import io
from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

import numpy as np
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path.parser import parse_path
from PIL import Image, ImageDraw

from geo.drawing.colours.palette import Colour
from geo.drawing.marks.marks import BOX, HALO, list_paths
from geo.events.geometry.arrays import Floats

IconMapping: TypeAlias = dict[str, dict[str, int | bool]]

SIDE = 20  # Units of a picture's side: the square of a mark, and room for its halo.
RING_SIDE = 30
_CELL = 60  # Pixels of a square in the atlas: sharp up to three device pixels for one of ours.
_FINER = 4  # Drawn this much larger, then scaled down: Pillow draws without smoothing.
_HALO_ALONE, _MARK = (0, 255, 0), (255, 255, 0)
_CURVE_STEPS = np.linspace(0, 1, 17)[1:, None]


def draw_atlas() -> tuple[bytes, dict[str, int]]:
    """Return all marks in one picture without colours, and where in it each lies.

    Returns
    -------
    (bytes, dict)
        A PNG of squares side by side, red where a mark is and green where its halo is; for each
        word of `verification` the place of its square, counted from 0.
    """
    marks = list_paths()
    paths = tuple(dict.fromkeys(marks.values()))
    return _draw_marks(paths), {word: paths.index(path) for word, path in marks.items()}


@cache
def draw_ring(ink: Colour, halo: Colour) -> tuple[bytes, IconMapping]:
    """Return the ring around a selected mark as a picture, and where in it the ring lies."""
    middle = RING_SIDE * _CELL / SIDE * _FINER / 2
    unit = middle * 2 / RING_SIDE
    image = Image.new("RGBA", (round(2 * middle),) * 2, (*halo, 0))
    draw = ImageDraw.Draw(image)
    for colour, outer, width in ((halo, RING_SIDE / 2, 4.5), (ink, RING_SIDE / 2 - 1.25, 2.0)):
        reach = outer * unit
        box = (middle - reach, middle - reach, middle + reach, middle + reach)
        draw.arc(box, 0, 360, colour, round(width * unit))
    side = round(RING_SIDE * _CELL / SIDE)
    png = _to_png(image.resize((side, side), Image.Resampling.BOX))
    return png, {"ring": {"x": 0, "y": 0, "width": side, "height": side, "mask": False}}


# The same for every theme and colouring.
@cache
def _draw_marks(paths: tuple[str, ...]) -> bytes:
    atlas = Image.new("RGB", (len(paths) * _CELL, _CELL))
    for place, path in enumerate(paths):
        atlas.paste(_draw_mark(path), (place * _CELL, 0))
    return _to_png(atlas)


def _draw_mark(path: str) -> Image.Image:
    """Return one mark in a square: the halo's disc in green, and the mark in red and green."""
    unit = _CELL * _FINER / SIDE
    image = Image.new("RGB", (_CELL * _FINER, _CELL * _FINER))
    draw = ImageDraw.Draw(image)
    for part, paint in ((HALO, _HALO_ALONE), (path, _MARK)):
        for contour in _trace(part):
            points = (contour + (SIDE - BOX) / 2) * unit
            draw.polygon([*points.ravel()], fill=paint if _is_clockwise(contour) else _HALO_ALONE)
    return image.resize((_CELL, _CELL), Image.Resampling.BOX)


def _trace(path: str) -> Iterator[Floats]:
    """Yield each closed subpath of an SVG path as points, shape (n, 2), right and down."""
    pen = RecordingPen()
    parse_path(path, pen)
    points: list[Floats] = []
    for command, arguments in pen.value:
        to = np.array(arguments, dtype=float)
        if command == "moveTo":
            points = [to]
        elif command == "lineTo":
            points.append(to)
        elif command == "curveTo":
            points.append(_bend(np.vstack([points[-1][-1], to])))
        else:
            yield np.vstack(points)


def _bend(control: Floats) -> Floats:
    """Return points of a cubic Bézier curve, without its start."""
    t = _CURVE_STEPS
    weights = np.hstack([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3])
    points: Floats = weights @ control
    return points


def _is_clockwise(points: Floats) -> bool:
    """Say whether a polygon runs clockwise, with y downwards; after the shoelace formula."""
    x, y = points.T
    return bool(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) > 0)


def _to_png(image: Image.Image) -> bytes:
    content = io.BytesIO()
    image.save(content, "PNG", optimize=True)
    return content.getvalue()
