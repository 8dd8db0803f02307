"""The marks as pictures for the map: all in one PNG, and the ring around a selected one."""

import io
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TypeAlias

import numpy as np
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path.parser import parse_path
from PIL import Image, ImageDraw

from geo.border.geodesic import Floats
from geo.drawing.marks import BOX, HALO, list_paths
from geo.drawing.palette import Colour

NO_MARK = "none"  # The name of a picture without extent, for events that get no pin.

IconMapping: TypeAlias = dict[str, dict[str, int | bool]]

SIDE = 20  # Units of a picture's side: the square of a mark, and room for its halo.
RING_SIDE = 30
_CELL = 60  # Pixels of a square in the atlas: sharp up to three device pixels for one of ours.
_FINER = 4  # Drawn this much larger, then scaled down: Pillow draws without smoothing.
_CURVE_STEPS = np.linspace(0, 1, 17)[1:, None]


def draw_atlas(colours: Iterable[Colour], halo: Colour) -> tuple[bytes, IconMapping]:
    """Return all marks in one picture, and where in it each lies.

    Parameters
    ----------
    colours : iterable of Colour
        A row of marks is drawn for each.
    halo : Colour
        Around each mark, and within those that are not solid.

    Returns
    -------
    (bytes, dict)
        A PNG, and a deck.gl icon mapping keyed by "rrggbb verification".
    """
    rows, marks = list(dict.fromkeys(colours)), list_paths()
    paths = list(dict.fromkeys(marks.values()))
    # Transparent pixels have the halo's colour too: scaled down, they must not darken its edge.
    atlas = Image.new("RGBA", (len(paths) * _CELL, max(1, len(rows)) * _CELL), (*halo, 0))
    mapping: IconMapping = {NO_MARK: {"x": 0, "y": 0, "width": 0, "height": 0, "mask": False}}
    for y, colour in enumerate(rows):
        for x, path in enumerate(paths):
            atlas.paste(_draw_mark(path, colour, halo), (x * _CELL, y * _CELL))
        for verification, path in marks.items():
            x = paths.index(path)
            place = {"x": x * _CELL, "y": y * _CELL, "width": _CELL, "height": _CELL}
            mapping[f"{to_hex(colour)} {verification}"] = {**place, "mask": False}
    return _to_png(atlas), mapping


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


def to_hex(colour: Colour) -> str:
    """Return a colour as six hexadecimal digits."""
    return bytes(colour).hex()


def _draw_mark(path: str, colour: Colour, halo: Colour) -> Image.Image:
    """Return one mark in a cell: the halo's disc, and on it the mark."""
    unit = _CELL * _FINER / SIDE
    image = Image.new("RGBA", (_CELL * _FINER, _CELL * _FINER), (*halo, 0))
    draw = ImageDraw.Draw(image)
    for part, paint in ((HALO, halo), (path, colour)):
        for contour in _trace(part):
            points = (contour + (SIDE - BOX) / 2) * unit
            draw.polygon([*points.ravel()], fill=paint if _is_clockwise(contour) else halo)
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
