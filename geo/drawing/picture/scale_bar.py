"""The scale bar of a picture."""

from typing import TypeAlias

from matplotlib.lines import Line2D

from geo.drawing.picture.canvas import Canvas
from geo.drawing.picture.ink import TextStyle, to_rgba, write_line
from geo.drawing.picture.map_frame import MapFrame
from geo.drawing.picture.paper import POINTS_PER_PX

# Left, top, right, bottom on the sheet.
SheetBox: TypeAlias = tuple[float, float, float, float]

_WIDEST_PX = 90.0


def measure_scale_bar(frame: MapFrame) -> SheetBox:
    """Return the box of the scale bar and its words."""
    _, width = frame.scale_bar(_WIDEST_PX)
    right, bottom = frame.left + frame.width - 12, frame.height - 10
    return right - width, bottom - 16, right, bottom


def paint_scale_bar(canvas: Canvas, box: SheetBox) -> None:
    """Paint the scale bar into its box."""
    palette = canvas.palette
    metres, _ = canvas.frame.scale_bar(_WIDEST_PX)
    left, _, right, bottom = box
    for colour, width in ((palette.halo, 4.0), (palette.ink, 1.2)):
        bar = Line2D(
            [left, left, right, right],
            [bottom - 5, bottom, bottom, bottom - 5],
            color=to_rgba(colour),
            linewidth=width * POINTS_PER_PX,
            zorder=1,
        )
        canvas.axes.add_line(bar)
    words = f"{metres / 1000:,g} km" if metres >= 1000 else f"{metres:g} m"
    style = TextStyle(10, palette.ink, align="center", halo=palette.halo)
    write_line(canvas.axes, ((left + right) / 2, bottom - 5), words, style)
