"""Still pictures of the explorer's map: seen with the first response, until the live map is drawn.

Each shows the land where the live map shows it, in a frame of any size: the styles scale it so that
the bounds fit the frame, as `fitCamera` of map_camera.js does. Base map and events are a picture
each: the live events, which are drawn first, lie over the still base until the live one is drawn.
"""

from dataclasses import dataclass, replace

from geo.drawing.camera import find_found_bounds
from geo.drawing.picture.map_frame import fit_bounds
from geo.drawing.picture.paper import Content, Paper, Picture
from geo.link.camera import Camera
from geo.link.link import Link
from geo.link.mercator import to_northing
from geo.link.parameters import list_parameters
from geo.publishing.site.plan.plan import Plan
from geo.story.view import View, build_view

_TILE_PX = 512
# map_camera.js: what it leaves free around the bounds, and the zooms that it fits to.
_MARGIN_PX = 24
_ZOOMS = (1.5, 12.0)
# The margin that fit_bounds adds itself.
_OWN_MARGIN_PX = 14
# Beside the filters, these show another map.
_OTHER_MAPS = ("colour", "event", "view")
# It hides claims, which only the app shows, and no event.
_SAME_MAP = "known"


@dataclass(frozen=True)
class Still:
    """A picture of the base map, or of the events on a clear ground.

    Attributes
    ----------
    name : str
    frame : (int, int)
        The frame of the live map for which marks and names have their own size, px.
    size : (int, int)
        Of the picture, which shows more around it: other frames have other shapes.
    density : float
        Pixels of the picture for one of CSS.
    dark : bool
    content : {"base", "events"}
    """

    name: str
    frame: tuple[int, int]
    size: tuple[int, int]
    density: float
    dark: bool = False
    content: Content = "base"


_WIDE = Still("wide", (970, 596), (1080, 960), 1)
_NARROW = Still("narrow", (358, 388), (460, 600), 2)
_CONTENTS: tuple[Content, ...] = ("base", "events")
STILLS = tuple(
    replace(
        one, name=f"{one.name}-{'dark' if dark else 'light'}-{content}", dark=dark, content=content
    )
    for one in (_WIDE, _NARROW)
    for dark in (False, True)
    for content in _CONTENTS
)


def name_stills(plan: Plan) -> dict[str, str]:
    """Return the path of each still within the site, by its name."""
    return {still.name: plan.name_picture("explorer/", repr(still)) for still in STILLS}


def describe_still_picture(view: View, still: Still) -> tuple[View, Picture]:
    """Return the view that a still shows, and how it is drawn."""
    width, height = still.size
    paper = Paper("still", "The map alone", width, height, column=0, scale=1, has_keys=False)
    picture = Picture("png", paper, still.dark, still.density, indexed=True, content=still.content)
    link = replace(Link(), camera=_look(view, still))
    return build_view(view.current, link), picture


def write_still_styles(view: View) -> bytes:
    """Return the sizes of the stills as variables of CSS, for explorer.css."""
    west, south, east, north = find_found_bounds(view)
    wide = (east - west + (360 if east < west else 0)) / 360
    high = to_northing(north) - to_northing(south)
    least, most = (round(wide * _TILE_PX * 2**zoom, 1) for zoom in _ZOOMS)
    shares = {
        still.name: still.size[0] / (wide * _TILE_PX * 2 ** _look(view, still).zoom)
        for still in (_WIDE, _NARROW)
    }
    # Without scripts: as wide as the picture, as high as the frame that shows all events.
    shapes = "".join(
        f"--still-{still.name}-shape: {still.size[0]} / {still.frame[1]}; "
        for still in (_WIDE, _NARROW)
    )
    return (
        f":root {{ {shapes}--still-ratio: {wide / high:.5f}; --still-least: {least}px; "
        f"--still-most: {most}px; --still-wide: {shares['wide']:.2%}; "
        f"--still-narrow: {shares['narrow']:.2%}; }}\n"
    ).encode()


def write_still_script() -> str:
    """Return the script that takes the stills away where a link asks for another map.

    It runs before anything is shown, so that no reader sees what they did not ask for.
    """
    names = [
        row.name
        for row in list_parameters()
        if row.name in _OTHER_MAPS or (row.hides_by_itself and row.name != _SAME_MAP)
    ]
    # As `clean_query` reads a link: written in the source of a page, "&" is "&amp;".
    return (
        f"if (/[?&](?:amp;)*(?:{'|'.join(names)})=[^&]/.test(location.search)) "
        "document.documentElement.classList.add('asked');\n"
    )


def _look(view: View, still: Still) -> Camera:
    width, height = still.frame
    less = 2 * (_MARGIN_PX - _OWN_MARGIN_PX)
    camera = fit_bounds(find_found_bounds(view), width - less, height - less)
    return replace(camera, zoom=max(_ZOOMS[0], camera.zoom))
