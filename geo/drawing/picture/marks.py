"""Marks on paper, from the same SVG paths as on the map."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.svgLib.path.parser import parse_path
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.path import Path as Outline
from matplotlib.transforms import IdentityTransform

from geo.drawing.colours.palette import Colour
from geo.drawing.marks.atlas import SIDE
from geo.drawing.marks.event_layer import FULL_SIZE_FROM, MARK_PX, SMALLEST_MARK_PX
from geo.drawing.marks.marks import BOX, HALO
from geo.drawing.picture.ink import Rgba, to_rgba
from geo.drawing.picture.paper import POINTS_PER_PX
from geo.events.geometry.arrays import Floats

_CODES = {
    "moveTo": [Outline.MOVETO],
    "lineTo": [Outline.LINETO],
    "curveTo": [Outline.CURVE4] * 3,
    "closePath": [Outline.CLOSEPOLY],
}


@dataclass(frozen=True)
class MarkRow:
    """Marks that are painted together, the first at the bottom.

    Attributes
    ----------
    places : array of float, shape (n, 2)
        Their middles on the sheet.
    paths : sequence of n str
        SVG paths; see `geo.drawing.marks.marks`.
    colours : sequence of n Colour
    opacity : array of float, n values
    """

    places: Floats
    paths: Sequence[str]
    colours: Sequence[Colour]
    opacity: Floats


def scale_mark(zoom: float) -> float:
    """Return the side of a mark's square at a zoom, as on the map."""
    return float(np.clip(MARK_PX * 2 ** (zoom - FULL_SIZE_FROM), SMALLEST_MARK_PX, MARK_PX))


def paint_marks(axes: Axes, marks: MarkRow, size: float, halo: Colour) -> PathCollection:
    """Paint marks whose squares, halo included, are `size` wide."""
    outlines = [read_outline(path) for own in marks.paths for path in (HALO, own)]
    fills = [
        to_rgba(colour, float(opacity))
        for own, opacity in zip(marks.colours, marks.opacity, strict=True)
        for colour in (halo, own)
    ]
    return paint_outlines(axes, outlines, np.repeat(marks.places, 2, axis=0), size / SIDE, fills)


def paint_outlines(
    axes: Axes,
    outlines: Sequence[Outline],
    places: Floats,
    scale: float | Floats,
    fills: Sequence[Rgba],
) -> PathCollection:
    """Paint one outline at each place, drawing units times `scale` large."""
    # matplotlib reads sizes as areas, in square points.
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
def read_outline(path: str) -> Outline:
    """Return the SVG path of a mark as an outline, upwards positive, the middle at 0, 0."""
    pen = RecordingPen()
    parse_path(path, TransformPen(pen, (1, 0, 0, -1, -BOX / 2, BOX / 2)))
    points = [point for _, arguments in pen.value for point in arguments or [(0.0, 0.0)]]
    codes = [code for command, _ in pen.value for code in _CODES[command]]
    return Outline(points, codes)
