"""The events of a picture: discs of true size, and marks on top of them."""

import numpy as np
import pandas as pd
from matplotlib.path import Path as Outline

from geo.drawing.colours.event_colours import Colouring
from geo.drawing.marks.event_layer import LINE, LINE_BELOW_PIN, MARK_PX, SMALLEST_DISC_PX
from geo.drawing.marks.marks import POSSIBLE_OPACITY, find_mark
from geo.drawing.picture.canvas import Canvas
from geo.drawing.picture.ink import to_rgba
from geo.drawing.picture.map_frame import MapFrame
from geo.drawing.picture.marks import MarkRow, paint_marks, paint_outlines, scale_mark
from geo.drawing.picture.paper import POINTS_PER_PX
from geo.events.geometry.arrays import Flags, Floats
from geo.events.vocabulary import PINNED


def paint_events(canvas: Canvas, events: pd.DataFrame, colouring: Colouring) -> None:
    """Paint events, the first at the bottom: discs of true size, and pins on top of them.

    Parameters
    ----------
    canvas : Canvas
    events : DataFrame, n rows
        lon, lat, dx, dy, radius_m, location_precision, verification, the coloured column, and
        presence ("definite" or "possible").
    colouring : Colouring
    """
    frame, events = canvas.frame, events[events["lon"].notna()]
    places = frame.place(events["lon"].to_numpy(), events["lat"].to_numpy())
    radius = np.maximum(measure_discs(events, frame), SMALLEST_DISC_PX)
    colours = {shade.id: shade.colour for shade in colouring.shades}
    colour = [colours.get(word, colouring.other) for word in events[colouring.field]]
    drawn = events.assign(
        x=places[:, 0],
        y=places[:, 1],
        radius=radius,
        pin=events["location_precision"].isin(PINNED),
        opacity=np.where(events["presence"] == "possible", POSSIBLE_OPACITY, 1.0),
        colour=pd.Series(colour, events.index, dtype=object),
    )[frame.contains(places, margin=radius + MARK_PX)]
    if drawn.empty:
        return
    _paint_discs(canvas, drawn)
    pins = drawn[drawn["pin"]]
    marks = MarkRow(
        pins[["x", "y"]].to_numpy() + pins[["dx", "dy"]].to_numpy(float),
        [find_mark(word).path for word in pins["verification"]],
        pins["colour"].tolist(),
        pins["opacity"].to_numpy(),
    )
    canvas.clip(paint_marks(canvas.axes, marks, scale_mark(frame.camera.zoom), canvas.palette.halo))


def mask_visible(events: pd.DataFrame, frame: MapFrame) -> Flags:
    """Return a mask of the events whose middle lies in the frame; no place is in none."""
    return frame.contains(frame.place(events["lon"].to_numpy(), events["lat"].to_numpy()))


def measure_discs(events: pd.DataFrame, frame: MapFrame) -> Floats:
    """Return the radius of each event's disc on the sheet."""
    radius_m: Floats = events["radius_m"].to_numpy(float)
    return radius_m / frame.metres_per_px(events["lat"].to_numpy())


def _paint_discs(canvas: Canvas, drawn: pd.DataFrame) -> None:
    fill = [find_mark(word).disc_fill for word in drawn["verification"]] * ~drawn["pin"]
    line = np.where(drawn["pin"], LINE_BELOW_PIN, LINE)
    fills, lines = (
        [to_rgba(colour, share) for colour, share in zip(drawn["colour"], shares, strict=True)]
        for shares in (fill / 255 * drawn["opacity"], line / 255 * drawn["opacity"])
    )
    discs = paint_outlines(
        canvas.axes,
        [Outline.unit_circle()],
        drawn[["x", "y"]].to_numpy(),
        drawn["radius"].to_numpy(),
        fills,
    )
    discs.set_edgecolor(lines)
    discs.set_linewidth(POINTS_PER_PX)
    canvas.clip(discs)
