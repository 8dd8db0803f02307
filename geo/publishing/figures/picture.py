"""A figure as a picture that is complete by itself: title, key, chart, basis, notes and origin."""

import json
import textwrap
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

import geo.drawing.picture
from geo.drawing.charts import Look, choose_look, css
from geo.drawing.colours.palette import LIGHT
from geo.errors import ExportError
from geo.publishing.export import describe_provenance
from geo.publishing.figures.figure import Figure
from geo.story.parts.basis import format_caveat
from geo.story.view import View

FigureFormat = Literal["png", "svg"]
Spec = dict[str, Any]
"""A drawing in the words of Vega-Lite."""

_WIDTH = 760
_DENSITY = 2.0
_MARK = 'class="mark-'
_NOT_DRAWN = "a chart: found an error of the engine that draws, wanted a picture"
# A font name with a digit must be quoted; the others are fallbacks for those who open the SVG.
_FONT = "'Source Sans 3', 'Source Sans Pro', Arial, sans-serif"
_TYPEFACES = Path(geo.drawing.picture.__file__).with_name("typefaces")
# Characters of a title and of a note that fit the width.
_TITLE_LETTERS, _NOTE_LETTERS = 92, 138


def draw_figure(view: View, figure: Figure, kind: FigureFormat, link: str = "") -> bytes:
    """Return a figure as a picture, on white paper; no other host is contacted.

    Parameters
    ----------
    view : View
    figure : Figure
    kind : {"png", "svg"}
    link : str
        The address that shows the figure, written below it; "" writes none.
    """
    look = choose_look(view, LIGHT)
    chart = build_chart(figure, look)
    return draw_spec(describe_figure(view, figure, look, chart, link), kind)


def build_chart(figure: Figure, look: Look) -> Spec:
    """Return the chart of a figure in the words of Vega-Lite, without the words around it."""
    # Altair compares each word with the grammar of Vega-Lite, which takes longer than everything
    # else. All figures are compared by a test.
    spec: Spec = figure.draw(look).to_dict(validate=False)
    return spec


def describe_figure(view: View, figure: Figure, look: Look, chart: Spec, link: str = "") -> str:
    """Return the drawing of a figure that is complete by itself, in the words of Vega-Lite.

    Parameters
    ----------
    view : View
    figure : Figure
    look : Look
        Of the light theme.
    chart : dict
        Of `build_chart`, in that look.
    link : str
        The address that shows the figure, written below it; "" writes none.
    """
    return json.dumps(_build_spec(view, figure, look, chart, link))


def hash_figure(view: View, figure: Figure, look: Look, link: str = "") -> str:
    """Return a hash of what `describe_figure` describes, but for the version of the data."""
    key = repr((figure.list_shades(look), figure.some_possible))
    lines = [figure.title, figure.topic, *_list_foot(view, figure, link), key, repr(look)]
    words = "\n".join(lines).replace(view.record.version, "")
    return sha256(f"{figure.hash_drawing()} {words}".encode()).hexdigest()


def describe_chart(chart: Spec, width: int) -> str:
    """Return the drawing of a figure's chart alone, for a page that has its words around it.

    Parameters
    ----------
    chart : dict
        Of `build_chart`; the ground is that of the page.
    width : int
        Of the whole, in pixels.
    """
    spec = {
        **chart,
        "autosize": {"type": "fit-x", "contains": "padding"},
        # The engine leaves no room for what is written beyond the last bar.
        "padding": chart["padding"] | {"right": 24},
        "config": chart["config"] | {"font": _FONT, "text": {"font": _FONT}},
    }
    return json.dumps(spec | {"width": width})


def draw_spec(spec: str, kind: FigureFormat) -> bytes:
    """Return a drawing in the words of Vega-Lite as a picture; no other host is contacted.

    Raises
    ------
    ExportError
        If the engine could not draw it: it says so on the terminal, and returns an empty picture.
    """
    # The engine takes a moment and memory: at the first picture, not at the start.
    import vl_convert

    _register_fonts()
    # No address in a text of the record is fetched.
    try:
        drawn = str(vl_convert.vegalite_to_svg(spec, allowed_base_urls=[]))
    except ValueError as error:
        raise ExportError(_NOT_DRAWN) from error
    # Nothing within the frame around all, which is a mark itself.
    if drawn.count(_MARK) < 2:
        raise ExportError(_NOT_DRAWN)
    if kind == "svg":
        return drawn.encode()
    return bytes(vl_convert.svg_to_png(drawn, scale=_DENSITY))


@cache
def _register_fonts() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(_TYPEFACES))


def _build_spec(
    view: View, figure: Figure, look: Look, chart: Spec, link: str
) -> dict[str, object]:
    # With the first picture, not at the start: Altair takes a quarter of a second to load.
    from geo.publishing.figures.picture_words import draw_key, draw_lines

    quiet = css(look.palette.city)
    whole = ("$schema", "config", "padding", "datasets")
    spec = {name: part for name, part in chart.items() if name not in whole}
    spec["width"] = _WIDTH
    key = draw_key(figure, look, _WIDTH)
    foot = draw_lines(list(_list_foot(view, figure, link)), quiet, _WIDTH)
    return {
        "$schema": chart["$schema"],
        "vconcat": [*key, spec, foot],
        "spacing": 10,
        "padding": 16,
        "background": css(look.palette.halo),
        "title": {
            "text": textwrap.wrap(figure.title, _TITLE_LETTERS),
            "subtitle": textwrap.wrap(figure.topic, _NOTE_LETTERS),
            "anchor": "start",
            "frame": "bounds",
            "fontSize": 17,
            "fontWeight": 600,
            "color": look.ink,
            "subtitleColor": quiet,
            "subtitleFontSize": 13,
            "offset": 12,
        },
        "datasets": chart.get("datasets", {}),
        "config": chart["config"]
        | {"font": _FONT, "text": {"font": _FONT}, "title": {"font": _FONT, "subtitleFont": _FONT}},
    }


def _list_foot(view: View, figure: Figure, link: str) -> Iterator[str]:
    yield from textwrap.wrap(f"{figure.reading} {figure.basis}".strip(), _NOTE_LETTERS)
    for number, note in enumerate(figure.notes, 1):
        yield from textwrap.wrap(f"Note {number}, {note.when}: {note.text}", _NOTE_LETTERS)
    origin = describe_provenance(view, None)
    maker = ", ".join(part for part in (origin.attribution, origin.licence) if part)
    caveat = format_caveat(view.story.basis)
    words = [
        view.story.title,
        f"data {origin.data_version}",
        f"as of {origin.as_of}" if origin.as_of else "",
        view.filter_words,
        maker,
        caveat[:1].lower() + caveat[1:],
    ]
    yield from textwrap.wrap(" · ".join(word for word in words if word), _NOTE_LETTERS)
    yield from textwrap.wrap(link, _NOTE_LETTERS)
