"""The events on the map, as pydeck layers: discs of true size, pins, and the selected event."""

import json
from collections.abc import Callable

import pydeck as pdk

from geo.drawing.atlas import NO_MARK, draw_atlas, to_hex
from geo.drawing.colouring import Colouring
from geo.drawing.marks import MARKS, find_mark
from geo.drawing.palette import Colour, Palette
from geo.drawing.publish import Publish

_PIXELS = pdk.types.String("pixels")
SMALLEST_DISC_PX = 6
# Marks shrink while the whole region comes into view, as on a telephone.
MARK_PX, SMALLEST_MARK_PX, FULL_SIZE_FROM = 20, 15, 4.4

# Of 255. Below a pin a disc has no fill: it says how far off the pin may be, and many pins of
# one spot would darken it.
LINE, LINE_BELOW_PIN = 170, 70


def build_event_layers(
    rows: str, colouring: Colouring, palette: Palette, publish: Publish
) -> list[pdk.Layer]:
    """Return the layers of the events, discs below pins.

    Parameters
    ----------
    rows : str
        Address of the rows (geo/drawing/event_rows.py), whose order is the order of drawing.
    colouring : Colouring
    palette : Palette
    publish : callable
        Takes content, media type and file name; returns the address to read it from.

    Notes
    -----
    The rows are the same for every colouring and theme; only the expressions differ that the
    browser evaluates on each row.
    """
    used = [*(shade.colour for shade in colouring.shades), colouring.other]
    atlas, mapping = draw_atlas(used, palette.halo)
    hex_codes = _write_by_colour(colouring, lambda colour: _quote(to_hex(colour)))
    return [
        pdk.Layer(
            "ScatterplotLayer",
            id="events-discs",
            data=rows,
            pickable=True,
            get_position="[lon, lat]",
            get_radius="r",
            radius_min_pixels=SMALLEST_DISC_PX,
            stroked=True,
            get_fill_color=_write_by_colour(
                colouring, lambda colour: _write_colour(colour, _write_fill())
            ),
            get_line_color=_write_by_colour(
                colouring,
                lambda colour: _write_colour(colour, f"(pin ? {LINE_BELOW_PIN} : {LINE})"),
            ),
            get_line_width=1,
            line_width_units=_PIXELS,
        ),
        pdk.Layer(
            "IconLayer",
            id="events-pins",
            data=rows,
            pickable=True,
            icon_atlas=pdk.types.String(publish(atlas, "image/png", "marks.png")),
            icon_mapping=mapping,
            get_icon=f"pin ? {hex_codes} + ' ' + verification : '{NO_MARK}'",
            get_position="[lon, lat]",
            get_pixel_offset="[dx, dy]",
            get_size=MARK_PX / 2**FULL_SIZE_FROM,
            size_units=pdk.types.String("common"),
            size_min_pixels=SMALLEST_MARK_PX,
            size_max_pixels=MARK_PX,
        ),
    ]


def _write_by_colour(colouring: Colouring, express: Callable[[Colour], str]) -> str:
    """Return an expression that gives each row what belongs to its colour."""
    expression = express(colouring.other)
    for shade in colouring.shades:
        if shade.colour != colouring.other:
            test = f"{colouring.field} == {_quote(shade.id)}"
            expression = f"{test} ? {express(shade.colour)} : {expression}"
    return f"({expression})"


def _write_fill() -> str:
    """Return an expression for the strength of a disc's fill."""
    faint = find_mark("").disc_fill
    expression = str(faint)
    for word, mark in MARKS.items():
        if mark.disc_fill != faint:
            expression = f"verification == {_quote(word)} ? {mark.disc_fill} : {expression}"
    return f"(pin ? 0 : {expression})"


def _write_colour(colour: Colour, alpha: str) -> str:
    red, green, blue = colour
    return f"[{red}, {green}, {blue}, {alpha}]"


def _quote(word: str) -> str:
    """Return a word as a string of an expression; a word of a file cannot end the string."""
    return json.dumps(word, ensure_ascii=False)
