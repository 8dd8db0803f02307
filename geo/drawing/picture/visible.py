"""What of the world a frame shows, brought to the sheet."""

from collections.abc import Iterator

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.border.boxes import Box
from geo.drawing.picture.map_frame import MapFrame
from geo.events.geometry.arrays import Floats

# A quarter of a pixel: what is left out stays unseen at two device pixels for one of CSS.
_TOLERANCE_PX = 0.25
_MARGIN_PX = 6


def list_boxes(frame: MapFrame) -> Iterator[tuple[int, Box]]:
    """Yield the boxes that a frame shows, each with the degrees that its world is turned by.

    The world is drawn three times, so that it continues after 180 degrees on either side.
    """
    west, south, east, north = frame.bounds()
    margin = _MARGIN_PX / frame.world_px * 360
    for turn in (-360, 0, 360):
        box = (west - margin - turn, south - margin, east + margin - turn, north + margin)
        if box[2] >= -180 and box[0] <= 180:
            yield turn, box


def project_visible(whole: NDArray[np.object_], frame: MapFrame) -> BaseGeometry:
    """Return shapes in lon, lat as far as the frame shows them, in places of the sheet."""
    shown = []
    for turn, box in list_boxes(frame):
        parts = shapely.get_parts(shapely.clip_by_rect(whole, *box))
        parts = parts[~shapely.is_empty(parts)]
        shown += [shapely.transform(part, _Projection(frame, turn)) for part in parts]
    return shapely.GeometryCollection(
        [part for part in shapely.simplify(shown, _TOLERANCE_PX) if not part.is_empty]
    )


class _Projection:
    """Brings lon, lat to the sheet, in a world that is turned by so many degrees."""

    def __init__(self, frame: MapFrame, turn: float) -> None:
        self.frame = frame
        self.turn = turn

    def __call__(self, points: Floats) -> Floats:
        return self.frame.project(points[:, 0] + self.turn, points[:, 1])
