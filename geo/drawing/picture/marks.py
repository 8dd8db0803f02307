"""The events of a picture, with the colours, discs and marks of the map."""

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.patches import Rectangle
from matplotlib.path import Path as Outline
from matplotlib.transforms import IdentityTransform

from geo.border.geodesic import Floats
from geo.drawing.colouring import Colouring
from geo.drawing.layers import (
    FAINT,
    FILLS,
    FULL_SIZE_FROM,
    LINE,
    LINE_BENEATH_PIN,
    MARK_PX,
    SMALLEST_DISC_PX,
    SMALLEST_MARK_PX,
)
from geo.drawing.marks import DASHES, HALO, RADIUS, SHAPES, SIDE, STROKE, Shape
from geo.drawing.palette import Colour, Palette
from geo.drawing.picture.frame import Frame, Mask
from geo.drawing.picture.ink import Rgba, rgba
from geo.drawing.picture.paper import POINTS_PER_PX
from geo.events.vocabulary import PINNED

POSSIBLE_OPACITY = 0.45  # As in geo/time_map/time_filter.js.
_OUTER = RADIUS + STROKE / 2


def mark_size(zoom: float) -> float:
    """Return the side of a mark's square at a zoom, as on the map."""
    return float(np.clip(MARK_PX * 2 ** (zoom - FULL_SIZE_FROM), SMALLEST_MARK_PX, MARK_PX))


def paint_events(
    axes: Axes,
    events: pd.DataFrame,
    frame: Frame,
    colouring: Colouring,
    palette: Palette,
    edge: Rectangle,
) -> None:
    """Paint events, the first at the bottom: discs of true size, and pins on top of them.

    Parameters
    ----------
    axes : Axes
    events : DataFrame, n rows
        lon, lat, dx, dy, radius_m, location_precision, verification, the coloured column, and
        presence ("definite" or "possible").
    frame : Frame
    colouring : Colouring
    palette : Palette
    edge : Rectangle
        Beyond which nothing is painted.
    """
    if events.empty:
        return
    places = frame.place(events["lon"].to_numpy(), events["lat"].to_numpy())
    reach = np.maximum(disc_radius(events, frame), SMALLEST_DISC_PX)
    near = frame.inside(places, margin=reach + MARK_PX)
    events, places, reach = events[near], places[near], reach[near]
    pin = events["location_precision"].isin(PINNED).to_numpy()
    alpha = np.where(events["presence"] == "possible", POSSIBLE_OPACITY, 1.0)
    known = {shade.id: shade.colour for shade in colouring.shades}
    colours = [known.get(word, colouring.rest) for word in events[colouring.field]]
    shapes = [SHAPES.get(word, Shape.HOLLOW) for word in events["verification"]]
    _paint_discs(axes, places, reach, pin, colours, shapes, alpha, edge)
    shifts = events[["dx", "dy"]].to_numpy(float)[pin]
    paint_marks(
        axes,
        places[pin] + shifts,
        [shape for shape, here in zip(shapes, pin, strict=True) if here],
        [colour for colour, here in zip(colours, pin, strict=True) if here],
        mark_size(frame.camera.zoom),
        palette.halo,
        alpha[pin],
    ).set_clip_path(edge)


def seen(events: pd.DataFrame, frame: Frame) -> Mask:
    """Return a mask of the events whose middle lies in the frame."""
    return frame.inside(frame.place(events["lon"].to_numpy(), events["lat"].to_numpy()))


def disc_radius(events: pd.DataFrame, frame: Frame) -> Floats:
    """Return the radius of each event's disc on the sheet."""
    radius_m: Floats = events["radius_m"].to_numpy(float)
    return radius_m / frame.metres_per_px(events["lat"].to_numpy())


def paint_marks(
    axes: Axes,
    places: Floats,
    shapes: Sequence[Shape],
    colours: Sequence[Colour],
    size: float,
    halo: Colour,
    alpha: Floats,
) -> PathCollection:
    """Paint marks at places of the sheet: for each its halo, and on it the mark."""
    outlines = [outline for shape in shapes for outline in (_halo(), _outlines()[shape])]
    fills = [
        rgba(colour, float(strength))
        for own, strength in zip(colours, alpha, strict=True)
        for colour in (halo, own)
    ]
    return _collect(axes, outlines, np.repeat(places, 2, axis=0), size / SIDE, fills)


def _paint_discs(
    axes: Axes,
    places: Floats,
    reach: Floats,
    pin: Mask,
    colours: Sequence[Colour],
    shapes: Sequence[Shape],
    alpha: Floats,
    edge: Rectangle,
) -> None:
    fills = [
        rgba(colour, 0 if pinned else FILLS.get(shape, FAINT) / 255 * strength)
        for colour, shape, pinned, strength in zip(colours, shapes, pin, alpha, strict=True)
    ]
    lines = [
        rgba(colour, (LINE_BENEATH_PIN if pinned else LINE) / 255 * strength)
        for colour, pinned, strength in zip(colours, pin, alpha, strict=True)
    ]
    discs = _collect(axes, [Outline.unit_circle()], places, reach, fills)
    discs.set_edgecolor(lines)
    discs.set_linewidth(POINTS_PER_PX)
    discs.set_clip_path(edge)


def _collect(
    axes: Axes,
    outlines: Sequence[Outline],
    places: Floats,
    scale: float | Floats,
    fills: Sequence[Rgba],
) -> PathCollection:
    """Paint one outline at each place, drawing units times `scale` large."""
    # matplotlib takes sizes as areas, in square points.
    sizes = np.broadcast_to((np.asarray(scale) * POINTS_PER_PX) ** 2, len(places))
    collection = PathCollection(
        outlines,
        sizes=sizes,
        offsets=places,
        offset_transform=axes.transData,
        facecolors=fills,
        edgecolors="none",
        linewidths=0,
        zorder=1,
    )
    # Outlines are sized by the paper, and only placed by the map.
    collection.set_transform(IdentityTransform())
    axes.add_collection(collection, autolim=False)
    return collection


@cache
def _halo() -> Outline:
    return Outline.circle(radius=_OUTER + HALO)


@cache
def _outlines() -> Mapping[Shape, Outline]:
    """The marks of geo/drawing/marks.py as outlines, upwards positive, the middle at 0, 0."""
    disc = Outline.circle(radius=_OUTER)
    ring = Outline.make_compound_path(disc, _hole(_OUTER - STROKE))
    reach = (RADIUS + HALO) * 0.75
    side = STROKE / 2 / 2**0.5
    strike = Outline(
        [
            (-reach - side, -reach + side),
            (-reach + side, -reach - side),
            (reach + side, reach - side),
            (reach - side, reach + side),
            (0, 0),
        ],
        [Outline.MOVETO, *[Outline.LINETO] * 3, Outline.CLOSEPOLY],
    )
    turn = 360 / DASHES
    dashes = [_arc(90 - (dash + 0.6) * turn, 90 - dash * turn) for dash in range(DASHES)]
    half = Outline.wedge(90, 270)
    half = Outline(np.asarray(half.vertices) * _OUTER, half.codes)
    return {
        Shape.SOLID: disc,
        Shape.HALF: Outline.make_compound_path(ring, half),
        Shape.HOLLOW: ring,
        Shape.DASHED: Outline.make_compound_path(*dashes),
        Shape.STRUCK: Outline.make_compound_path(ring, strike),
    }


def _hole(radius: float) -> Outline:
    """A circle that runs the other way round."""
    circle = Outline.circle(radius=radius)
    points = np.asarray(circle.vertices)
    return Outline(np.vstack([points[:-1][::-1], points[:1]]), circle.codes)


def _arc(start: float, end: float) -> Outline:
    """A piece of the ring, from one angle to another in degrees."""
    arc = Outline.arc(start, end)
    points, codes = np.asarray(arc.vertices), np.asarray(arc.codes)
    back = points[::-1] * (_OUTER - STROKE)
    return Outline(
        np.vstack([points * _OUTER, back, back[:1]]),
        [*codes, Outline.LINETO, *codes[1:], Outline.CLOSEPOLY],
    )
