"""What the parts of a picture's map are painted on."""

from dataclasses import dataclass

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from geo.drawing.colours.palette import Palette
from geo.drawing.picture.ink import to_rgba
from geo.drawing.picture.map_frame import MapFrame


@dataclass(frozen=True)
class Canvas:
    """The map's part of a picture.

    Attributes
    ----------
    axes : Axes
        Of the whole picture; they count in drawing units, downwards from the top left.
    frame : MapFrame
    palette : Palette
    edge : Rectangle
        Nothing is painted outside of it.
    """

    axes: Axes
    frame: MapFrame
    palette: Palette
    edge: Rectangle

    def clip(self, *artists: Artist) -> None:
        """Cut artists off at the edge of the map."""
        for artist in artists:
            artist.set_clip_path(self.edge)


def open_canvas(axes: Axes, frame: MapFrame, palette: Palette, is_clear: bool = False) -> Canvas:
    """Return the canvas of a frame, clear or filled with the colour of the sea."""
    colour = (0, 0, 0, 0) if is_clear else to_rgba(palette.sea)
    sea = Rectangle((frame.left, frame.top), frame.width, frame.height, facecolor=colour, zorder=1)
    axes.add_patch(sea)
    return Canvas(axes, frame, palette, sea)
