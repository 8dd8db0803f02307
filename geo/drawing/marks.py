"""The marks of events: the colour says the group or type, the fill how far an event is verified."""

import io
from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from PIL import Image, ImageDraw

from geo.drawing.palette import Colour


class Shape(StrEnum):
    """How a mark is filled."""

    SOLID = "solid"
    HALF = "half"
    HOLLOW = "hollow"
    DASHED = "dashed"
    STRUCK = "struck"


SHAPES: Mapping[str, Shape] = MappingProxyType(
    {
        "verified": Shape.SOLID,
        "partly_verified": Shape.HALF,
        "unverified": Shape.HOLLOW,
        "unverifiable": Shape.HOLLOW,
        "disputed": Shape.DASHED,
        "false": Shape.STRUCK,
        "retracted": Shape.STRUCK,
    }
)

NO_MARK = "none"  # The name of a picture without extent, for events that get no pin.

IconMapping: TypeAlias = dict[str, dict[str, int | bool]]

# Units of a mark's square, whose side is 20: a ring of radius 5.5 and a halo around it.
SIDE = 20
RADIUS, STROKE, HALO = 5.5, 2.0, 2.0
RING_SIDE = 30
_CELL = 60  # Pixels of a square in the atlas: sharp up to three device pixels for one of ours.
_FINER = 4  # Drawn this much larger, then scaled down: Pillow draws without smoothing.
DASHES = 7


def mark_atlas(colours: Iterable[Colour], halo: Colour) -> tuple[bytes, IconMapping]:
    """Return all marks in one picture, and where in it each lies.

    Parameters
    ----------
    colours : iterable of Colour
        A row of marks is drawn for each.
    halo : Colour
        Around each mark, and within those that are not solid, so that marks on top of each
        other stay apart.

    Returns
    -------
    (bytes, dict)
        A PNG, and a deck.gl icon mapping keyed by "rrggbb verification".
    """
    rows = list(dict.fromkeys(colours))
    shapes = list(Shape)
    # Transparent pixels have the halo's colour too: scaled down, they must not darken its edge.
    atlas = Image.new("RGBA", (len(shapes) * _CELL, max(1, len(rows)) * _CELL), (*halo, 0))
    mapping: IconMapping = {NO_MARK: {"x": 0, "y": 0, "width": 0, "height": 0, "mask": False}}
    for y, colour in enumerate(rows):
        for x, shape in enumerate(shapes):
            atlas.paste(_mark(shape, colour, halo), (x * _CELL, y * _CELL))
        for verification, shape in SHAPES.items():
            x = shapes.index(shape)
            place = {"x": x * _CELL, "y": y * _CELL, "width": _CELL, "height": _CELL}
            mapping[f"{hex_code(colour)} {verification}"] = {**place, "mask": False}
    png = io.BytesIO()
    atlas.save(png, "PNG", optimize=True)
    return png.getvalue(), mapping


def ring_icon(ink: Colour, halo: Colour) -> tuple[bytes, IconMapping]:
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
    png = io.BytesIO()
    image.resize((side, side), Image.Resampling.BOX).save(png, "PNG", optimize=True)
    return png.getvalue(), {"ring": {"x": 0, "y": 0, "width": side, "height": side, "mask": False}}


def hex_code(colour: Colour) -> str:
    """Return a colour as six hexadecimal digits."""
    return bytes(colour).hex()


def _mark(shape: Shape, colour: Colour, halo: Colour) -> Image.Image:
    """Draw one mark: the halo's disc, and on it the ring with its fill."""
    unit = _CELL * _FINER / SIDE
    middle = _CELL * _FINER / 2

    def box(radius: float) -> tuple[float, float, float, float]:
        reach = radius * unit
        return middle - reach, middle - reach, middle + reach, middle + reach

    image = Image.new("RGBA", (_CELL * _FINER, _CELL * _FINER), (*halo, 0))
    draw = ImageDraw.Draw(image)
    outer = RADIUS + STROKE / 2
    width = round(STROKE * unit)
    draw.ellipse(box(outer + HALO), fill=halo)
    if shape is Shape.DASHED:
        turn = 360 / DASHES
        for dash in range(DASHES):
            draw.arc(box(outer), dash * turn - 90, (dash + 0.6) * turn - 90, colour, width)
    else:
        draw.ellipse(box(outer), fill=colour if shape is Shape.SOLID else None)
        draw.arc(box(outer), 0, 360, colour, width)
    if shape is Shape.HALF:
        draw.pieslice(box(outer), 90, 270, fill=colour)
    if shape is Shape.STRUCK:
        reach = (RADIUS + HALO) * unit * 0.75
        line = (middle - reach, middle + reach, middle + reach, middle - reach)
        draw.line(line, colour, width)
    return image.resize((_CELL, _CELL), Image.Resampling.BOX)
