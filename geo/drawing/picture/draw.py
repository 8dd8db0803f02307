"""A picture, put together and written as a file."""

import io
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from matplotlib import RcParams, rc_context
from matplotlib.figure import Figure
from PIL import Image

from geo.drawing.drawn_record import DrawnRecord, draw_record
from geo.drawing.picture.column import choose_headline
from geo.drawing.picture.compose import compose
from geo.drawing.picture.fonts import clean, embed_fonts
from geo.drawing.picture.ink import to_rgba
from geo.drawing.picture.paper import PX_PER_INCH, Picture, PictureFormat
from geo.link.link import Link
from geo.story.story_file import Story
from geo.story.view import View

# Backends of matplotlib. Each is loaded at its first use: PDF alone takes as long as the others.
_CANVASES: dict[PictureFormat, str] = {"png": "agg", "svg": "svg", "pdf": "pdf"}
_UNDATED: dict[PictureFormat, dict[str, None]] = {
    "png": {},
    "svg": {"Date": None},
    "pdf": {"CreationDate": None},
}
_MOST_PICTURES = 64

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

# matplotlib's fonts and settings belong to the process: one picture at a time.
_lock = threading.Lock()
_pictures: OrderedDict[tuple[Path, Story, str, Link, Picture], bytes] = OrderedDict()
_drawings: OrderedDict[tuple[Path, Story, str], DrawnRecord] = OrderedDict()


def draw_picture(view: View, picture: Picture) -> bytes:
    """Return the map of a view as the bytes of a picture.

    Parameters
    ----------
    view : View
    picture : Picture
        Format, paper and theme.

    Returns
    -------
    bytes
        Cached for a while by story, version of the data and link: drawing it again costs nothing.

    Raises
    ------
    StoryFileError
        If a file of the base map cannot be used.

    Notes
    -----
    May be called from many threads; they draw one after the other.
    """
    story, record, folder = view.story, view.record, view.folder
    # Parts of a link that no picture shows must not draw it again.
    unseen = Link(filters=view.link.filters)
    link = replace(unseen, colour=view.link.colour, event=view.link.event, camera=view.link.camera)

    def drawn() -> DrawnRecord:
        return draw_record(view.current, None)

    with _lock:
        return _find_or_make(
            _pictures,
            (folder, story, record.version, link, picture),
            lambda: _draw(
                view, _find_or_make(_drawings, (folder, story, record.version), drawn, 2), picture
            ),
            _MOST_PICTURES,
        )


def _find_or_make(
    store: OrderedDict[Key, Value], key: Key, make: Callable[[], Value], most: int
) -> Value:
    """Return what a store holds under a key; make it first, and drop the oldest."""
    if key not in store:
        store[key] = make()
    store.move_to_end(key)
    while len(store) > most:
        store.popitem(last=False)
    return store[key]


def _draw(view: View, drawn: DrawnRecord, picture: Picture) -> bytes:
    paper, palette = picture.paper, picture.palette
    with rc_context(_build_settings()):
        size = (paper.width / PX_PER_INCH, paper.height / PX_PER_INCH)
        ground = (0, 0, 0, 0) if picture.content == "events" else to_rgba(palette.halo)
        figure = Figure(figsize=size, dpi=PX_PER_INCH, facecolor=ground)
        canvas = import_module(f"matplotlib.backends.backend_{_CANVASES[picture.format]}")
        canvas.FigureCanvas(figure)
        axes = figure.add_axes((0, 0, 1, 1), xlim=(0, paper.width), ylim=(paper.height, 0))
        axes.set_axis_off()
        compose(axes, view, drawn, picture)
        content = io.BytesIO()
        figure.savefig(
            content,
            format=picture.format,
            dpi=PX_PER_INCH * paper.scale * picture.density,
            metadata={"Title": clean(choose_headline(view)), **_UNDATED[picture.format]},
        )
    if picture.format == "svg":
        return embed_fonts(content.getvalue(), axes.texts)
    if not picture.indexed:
        return content.getvalue()
    return _reduce_colours(Image.open(content), is_clear=picture.content == "events")


def _reduce_colours(image: Image.Image, is_clear: bool) -> bytes:
    content = io.BytesIO()
    # The one method of Pillow that keeps what is partly clear.
    method = Image.Quantize.FASTOCTREE if is_clear else Image.Quantize.MEDIANCUT
    mode = "RGBA" if is_clear else "RGB"
    colours = image.convert(mode).quantize(256, method, dither=Image.Dither.NONE)
    colours.save(content, "png", optimize=True)
    return content.getvalue()


def _build_settings() -> RcParams:
    # Words stay text, so that they can be searched and read aloud; files of one
    # content have the same bytes.
    return RcParams(
        {
            "svg.fonttype": "none",
            "svg.hashsalt": "picture",
            "pdf.fonttype": 42,
        }
    )
