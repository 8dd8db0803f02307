"""A figure as a picture that is complete by itself: title, key, chart, basis, notes and origin."""

import json
import textwrap
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

import altair as alt
import pandas as pd

import geo.drawing.picture
from geo.drawing.charts import LEFT_EDGE, Look, choose_look, css
from geo.drawing.palette import LIGHT
from geo.publishing.export import describe_provenance
from geo.publishing.figures.figure import Figure
from geo.story.view import View

FigureFormat = Literal["png", "svg"]
Spec = Mapping[str, Any]
"""A drawing in the words of Vega-Lite."""

_WIDTH = 760
_DENSITY = 2.0
# In quotes, since a name with a digit is none without; others follow where an SVG is read.
_FONT = "'Source Sans 3', 'Source Sans Pro', Arial, sans-serif"
_TYPEFACES = Path(geo.drawing.picture.__file__).with_name("typefaces")
# So many letters of the size of a title, and of a note, fill the width.
_TITLE_LETTERS, _NOTE_LETTERS = 92, 138
_LINE = 15
# About what a letter of a key is wide.
_LETTER = 6.4


def draw_figure(view: View, figure: Figure, kind: FigureFormat, address: str = "") -> bytes:
    """Return a figure as a picture, on white paper; no other host is asked.

    Parameters
    ----------
    view : View
    figure : Figure
    kind : {"png", "svg"}
    address : str
        Where the app is served.
    """
    look = choose_look(view, LIGHT)
    chart = build_chart(figure, look)
    return draw_spec(describe_figure(view, figure, look, chart, address), kind)


def build_chart(figure: Figure, look: Look) -> Spec:
    """Return the chart of a figure in the words of Vega-Lite, without the words around it."""
    return _write_spec(figure.draw(look))


def describe_figure(view: View, figure: Figure, look: Look, chart: Spec, address: str = "") -> str:
    """Return the drawing of a figure that is complete by itself, in the words of Vega-Lite.

    Parameters
    ----------
    view : View
    figure : Figure
    look : Look
        Of the light theme.
    chart : mapping
        Of `build_chart`, in that look.
    address : str
        Where the app is served.
    """
    return json.dumps(_build_spec(view, figure, look, chart, address))


def hash_figure(view: View, figure: Figure, look: Look, address: str = "") -> str:
    """Return a hash of what `describe_figure` describes, but for the version of the data."""
    key = repr((figure.list_shades(look), figure.some_possible))
    lines = [figure.title, figure.topic, *_list_foot(view, figure, address), key, repr(look)]
    words = "\n".join(lines).replace(view.record.version, "")
    return sha256(f"{figure.hash_drawing()} {words}".encode()).hexdigest()


def describe_chart(chart: Spec, width: int) -> str:
    """Return the drawing of a figure's chart alone, for a page that has its words around it.

    Parameters
    ----------
    chart : mapping
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


def _write_spec(chart: alt.Chart | alt.LayerChart) -> dict[str, Any]:
    # Altair compares each word with the grammar of Vega-Lite, which takes longer than everything
    # else. All figures are compared by a test.
    spec: dict[str, Any] = chart.to_dict(validate=False)
    return spec


def draw_spec(spec: str, kind: FigureFormat) -> bytes:
    """Return a drawing in the words of Vega-Lite as a picture; no other host is asked."""
    # The engine takes a moment and memory: at the first picture, not at the start.
    import vl_convert

    _register_fonts()
    # Nothing is fetched, whatever a text of the record says.
    if kind == "svg":
        return str(vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])).encode()
    return bytes(vl_convert.vegalite_to_png(spec, scale=_DENSITY, allowed_base_urls=[]))


@cache
def _register_fonts() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(_TYPEFACES))


def _build_spec(
    view: View, figure: Figure, look: Look, chart: Spec, address: str
) -> dict[str, Any]:
    quiet = css(look.palette.city)
    whole = ("$schema", "config", "padding", "datasets")
    spec = {name: part for name, part in chart.items() if name not in whole}
    spec["width"] = _WIDTH
    key = _draw_key(figure, look)
    foot = _draw_lines(list(_list_foot(view, figure, address)), quiet)
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


def _list_foot(view: View, figure: Figure, address: str) -> Iterator[str]:
    yield from textwrap.wrap(f"{figure.reading} {figure.basis}".strip(), _NOTE_LETTERS)
    for number, note in enumerate(figure.notes, 1):
        yield from textwrap.wrap(f"Note {number}, {note.when}: {note.text}", _NOTE_LETTERS)
    origin = describe_provenance(view, address)
    maker = ", ".join(part for part in (origin.attribution, origin.licence) if part)
    words = [
        view.story.title,
        f"data {origin.data_version}",
        f"as of {origin.as_of}" if origin.as_of else "",
        view.filter_words,
        maker,
        "found in open sources; not a census",
    ]
    yield from textwrap.wrap(" · ".join(word for word in words if word), _NOTE_LETTERS)
    if address:
        yield from textwrap.wrap(origin.link, _NOTE_LETTERS)


def _draw_lines(lines: list[str], colour: str) -> dict[str, Any]:
    """Return lines of text as a chart below the chart."""
    rows = pd.DataFrame({"line": range(len(lines)), "text": lines})
    text = alt.Chart(rows, width=_WIDTH, height=_LINE * len(lines))
    text = text.mark_text(align="left", baseline="top", fontSize=11, color=colour)
    scale = alt.Scale(domain=[0, len(lines)], reverse=True, nice=False)
    text = text.encode(x=LEFT_EDGE, y=alt.Y("line:Q", scale=scale, axis=None))
    text = text.encode(text=alt.Text("text:N"))
    return _as_part(text)


def _draw_key(figure: Figure, look: Look) -> list[dict[str, Any]]:
    """Return what the colours mean as a line of swatches; nothing where there are none."""
    entries = [(shade.label, css(shade.colour)) for shade in figure.list_shades(look)]
    if not entries:
        return []
    if figure.some_possible:
        entries.append(("Faded: possible", css(look.palette.region_line)))
    rows, x, line = [], 0.0, 0
    for label, colour in entries:
        width = 26 + _LETTER * len(label)
        if x and x + width > _WIDTH:
            x, line = 0.0, line + 1
        rows.append({"x": x + 6, "line": line + 0.5, "label": label, "colour": colour})
        x += width
    base = alt.Chart(pd.DataFrame(rows), width=_WIDTH, height=17 * (line + 1)).encode(
        x=alt.X("x:Q", scale=alt.Scale(domain=[0, _WIDTH], nice=False), axis=None),
        y=alt.Y("line:Q", scale=alt.Scale(domain=[line + 1, 0], nice=False), axis=None),
    )
    swatch = base.mark_square(size=110, opacity=1).encode(color=alt.Color("colour:N", scale=None))
    text = base.mark_text(align="left", dx=10, fontSize=12, color=look.ink).encode(
        text=alt.Text("label:N")
    )
    return [_as_part(alt.LayerChart(layer=[swatch, text]))]


def _as_part(chart: alt.Chart | alt.LayerChart) -> dict[str, Any]:
    """Return a chart with its own rows, as a part of another."""
    spec = _write_spec(chart)
    datasets = spec.pop("datasets", {})
    for name in ("$schema", "config"):
        spec.pop(name, None)

    def fill(part: dict[str, Any]) -> None:
        if "name" in part.get("data", {}):
            part["data"] = {"values": datasets[part["data"]["name"]]}
        for layer in part.get("layer", ()):
            fill(layer)

    fill(spec)
    return spec
