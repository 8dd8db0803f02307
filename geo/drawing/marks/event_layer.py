"""The events on the map, as one pydeck layer: discs of true size, and pins on top of them."""

import pydeck as pdk

from geo.drawing.colours.event_colours import Colouring
from geo.drawing.colours.palette import Palette
from geo.drawing.marks.atlas import draw_atlas
from geo.drawing.marks.marks import MARKS
from geo.drawing.store import Store

SMALLEST_DISC_PX = 6
# Marks shrink while the whole region comes into view, as on a telephone.
MARK_PX, SMALLEST_MARK_PX, FULL_SIZE_FROM = 20, 15, 4.4

# Opacity, 0 to 255. Below a pin a disc has no fill: it shows how far off the pin may be, and many
# pins at one spot would darken it.
LINE, LINE_BELOW_PIN = 170, 70


def build_event_layer(rows: str, colouring: Colouring, palette: Palette, store: Store) -> pdk.Layer:
    """Return the layer of the events, as geo/drawing/browser/map/events/event_layer.js draws it.

    Parameters
    ----------
    rows : str
        Address of the rows (geo/drawing/rows/event_rows.py), whose order is the order of drawing:
        first all discs, then all pins.
    colouring : Colouring
    palette : Palette
    store : callable
        Takes content, media type and file name; returns the address to read it from.

    Notes
    -----
    The rows and the picture of the marks are the same for every colouring and theme.
    """
    atlas, cells = draw_atlas()
    return pdk.Layer(
        "EventLayer",
        id="events",
        data=rows,
        pickable=True,
        marks=pdk.types.String(store(atlas, "image/png", "marks.png")),
        mark_cells=cells,
        halo=palette.halo,
        colour_field=pdk.types.String(colouring.field),
        colours={shade.id: shade.colour for shade in colouring.shades},
        other_colour=colouring.other,
        disc_fills={word: mark.disc_fill for word, mark in MARKS.items()},
        line=LINE,
        line_below_pin=LINE_BELOW_PIN,
        smallest_disc_px=SMALLEST_DISC_PX,
        mark_px=MARK_PX,
        smallest_mark_px=SMALLEST_MARK_PX,
        full_size_from=FULL_SIZE_FROM,
    )
