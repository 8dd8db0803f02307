"""Roads, railways and runways of a picture, as the tiles of the world have them."""

import numpy as np

from geo.drawing.basemap.tile_layers import DETAIL_FROM
from geo.drawing.basemap.world.detail import DetailPart, read_detail
from geo.drawing.colours.palette import Colour, Palette
from geo.drawing.picture.canvas import Canvas
from geo.drawing.picture.ink import paint
from geo.drawing.picture.map_frame import MapFrame
from geo.drawing.picture.visible import list_boxes, project_visible


def shows_roads(frame: MapFrame) -> bool:
    """Return whether a frame is close enough for roads."""
    return frame.camera.zoom >= DETAIL_FROM


def paint_roads(canvas: Canvas) -> None:
    """Paint roads, railways and runways where the frame is close enough for them."""
    if not shows_roads(canvas.frame):
        return
    for part, (line, width) in _choose_styles(canvas.palette).items():
        read = [read_detail(part, box) for _, box in list_boxes(canvas.frame)]
        lines = project_visible(np.concatenate(read), canvas.frame)
        patch = paint(canvas.axes, lines, None, line, width)
        if patch:
            canvas.clip(patch)


def _choose_styles(palette: Palette) -> dict[DetailPart, tuple[Colour, float]]:
    """Return the line of each part and its width in pixels, the lowest first (tile_style.js)."""
    return {
        "roads": (palette.road, 1.2),
        "rail": (palette.rail, 1.0),
        "runways": (palette.runway, 2.0),
    }
