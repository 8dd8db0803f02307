"""What a picture is drawn on: its size, its file format, its theme."""

from dataclasses import dataclass
from typing import Literal

from geo.drawing.colours.palette import DARK, LIGHT, Palette

PictureFormat = Literal["png", "svg", "pdf"]
Content = Literal["all", "base", "events"]
PICTURE_TYPES: dict[PictureFormat, str] = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
}

# The drawing unit is the pixel of CSS, of which an inch has 96 and a point of type 4/3.
PX_PER_INCH = 96
POINTS_PER_PX = 72 / PX_PER_INCH


@dataclass(frozen=True)
class Paper:
    """A sheet.

    Attributes
    ----------
    name : str
    label : str
        For readers.
    width, height : float
        In drawing units.
    column : float
        Width of the words next to the map, in drawing units; 0 for the map alone.
    scale : float
        Pixels of CSS for one drawing unit: cards are shown small, so their units are large.
    zoom : float
        Added to the zoom of a view: a sheet smaller than a screen still shows what a screen does.
    has_keys : bool
        Whether scale and legend are on it.
    """

    name: str
    label: str
    width: float
    height: float
    column: float
    scale: float
    zoom: float = 0
    has_keys: bool = True


# A card as social networks show it, 1200 by 630 pixels; half of an A4 sheet, 210 by 148 mm.
CARD = Paper("card", "Card, 1200 × 630", 800, 420, 252, 1.5)
HALF_A4 = Paper("half-a4", "Half an A4 page", 793.7, 559.4, 224, 1)
# Next to a text that explains it, such as a printed step of a briefing: 70 mm wide there.
PLATE = Paper("plate", "The map alone", 280, 250, 0, 1, zoom=-1.3)
PAPERS = {paper.name: paper for paper in (CARD, HALF_A4)}


@dataclass(frozen=True)
class Picture:
    """Which picture is wanted.

    Attributes
    ----------
    format : {"png", "svg", "pdf"}
    paper : Paper
    dark : bool
    density : float
        Pixels of a PNG for one pixel of CSS.
    indexed : bool
        A PNG of at most 256 colours: a third of the bytes, for pages that show many.
    content : {"all", "base", "events"}
        What of the map is on it: the base map alone, or the events alone on a clear ground.
    names_version : bool
        Whether the words next to the map name the version of the data. A site's pictures do not:
        each would be another one after any change of the record.
    """

    format: PictureFormat = "png"
    paper: Paper = CARD
    dark: bool = False
    density: float = 2
    indexed: bool = False
    content: Content = "all"
    names_version: bool = True

    @property
    def palette(self) -> Palette:
        """The colours of its theme."""
        return DARK if self.dark else LIGHT

    @property
    def media_type(self) -> str:
        """The media type of its file."""
        return PICTURE_TYPES[self.format]
