"""The selected event of a picture: its ring, and its geodesic to the border."""

import numpy as np
import pandas as pd
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, FancyBboxPatch

from geo.border import distance_words
from geo.drawing.marks.atlas import RING_SIDE
from geo.drawing.marks.selection import trace_geodesic
from geo.drawing.picture.canvas import Canvas
from geo.drawing.picture.fonts import measure_text
from geo.drawing.picture.ink import TextStyle, to_rgba, write_line
from geo.drawing.picture.map_frame import MapFrame
from geo.drawing.picture.paper import POINTS_PER_PX
from geo.events.geometry.arrays import Floats
from geo.events.vocabulary import PINNED

_SIZE = 13.0
_POINTS = 65


def paint_chosen(canvas: Canvas, event: pd.Series) -> None:
    """Paint what shows that an event is selected.

    Parameters
    ----------
    canvas : Canvas
    event : Series
        lon, lat, dx, dy, radius_m, location_precision, distance_m, inside, nearest_lon,
        nearest_lat.
    """
    if pd.isna(event["lon"]):
        return
    frame, palette = canvas.frame, canvas.palette
    place = frame.place(event["lon"], event["lat"])[0]
    if event["distance_m"] > 0:
        _paint_way(canvas, event, place)
    pinned = event["location_precision"] in PINNED
    disc = event["radius_m"] / float(frame.metres_per_px(event["lat"]))
    at = place + np.array([event["dx"], event["dy"]]) if pinned else place
    reach = RING_SIDE / 2 if pinned else max(disc, RING_SIDE / 2)
    for colour, width in ((palette.halo, 4.5), (palette.ink, 2.0)):
        ring = Circle(
            at,
            reach - 1.25,
            fill=False,
            edgecolor=to_rgba(colour),
            linewidth=width * POINTS_PER_PX,
            zorder=1,
        )
        canvas.axes.add_patch(ring)
        canvas.clip(ring)


def trace_way(event: pd.Series, frame: MapFrame) -> Floats:
    """Return the geodesic from an event to the border on the sheet, shape (n, 2)."""
    start = (float(event["lon"]), float(event["lat"]))
    line = trace_geodesic(
        start, (float(event["nearest_lon"]), float(event["nearest_lat"])), _POINTS
    )
    first = frame.place(line[:1, 0], line[:1, 1])[0]
    points = frame.project(line[:, 0], line[:, 1])
    points += first - points[0]
    return points


def _paint_way(canvas: Canvas, event: pd.Series, place: Floats) -> None:
    frame, palette = canvas.frame, canvas.palette
    points = trace_way(event, frame)
    line = Line2D(
        *points.T,
        color=to_rgba(palette.ink),
        linewidth=1.8 * POINTS_PER_PX,
        linestyle=(0, (3.2, 2.4)),
        zorder=1,
    )
    canvas.axes.add_line(line)
    foot = Circle(
        points[-1],
        3.5,
        facecolor=to_rgba(palette.halo),
        edgecolor=to_rgba(palette.ink),
        linewidth=1.8 * POINTS_PER_PX,
        zorder=1,
    )
    canvas.axes.add_patch(foot)
    canvas.clip(line, foot)
    words = distance_words(event)
    middle = points[len(points) // 2]
    # On a line that is too short its words would hide it, and the text beside the map has them too.
    wide = measure_text(words, _SIZE, "strong") + 12
    if np.hypot(*(points[-1] - place)) > wide and frame.contains(middle[None], -wide / 2)[0]:
        _write_on(canvas, words, (middle[0], middle[1]), wide)


def _write_on(canvas: Canvas, words: str, middle: tuple[float, float], wide: float) -> None:
    x, y = middle
    box = FancyBboxPatch(
        (x - wide / 2 + 4, y - _SIZE * 0.75 + 4),
        wide - 8,
        _SIZE * 1.5 - 8,
        boxstyle="round,pad=4,rounding_size=4",
        facecolor=to_rgba(canvas.palette.halo, 0.93),
        edgecolor="none",
        zorder=1,
    )
    canvas.axes.add_patch(box)
    style = TextStyle(_SIZE, canvas.palette.ink, "strong", "center")
    write_line(canvas.axes, (x, y + _SIZE * 0.34), words, style)
