"""The words around the chart of a picture: the key of its colours, and lines of text."""

from typing import Any

import altair as alt
import pandas as pd

from geo.drawing.charts import Look, css
from geo.drawing.charts.axes import LEFT_EDGE
from geo.publishing.figures.figure import Figure

_LINE = 15
# About what a letter of a key is wide.
_LETTER = 6.4


def draw_lines(lines: list[str], colour: str, width: int) -> dict[str, object]:
    """Return lines of text as a chart of some width in pixels, to lie below another."""
    rows = pd.DataFrame({"line": range(len(lines)), "text": lines})
    text = alt.Chart(rows, width=width, height=_LINE * len(lines))
    text = text.mark_text(align="left", baseline="top", fontSize=11, color=colour)
    scale = alt.Scale(domain=[0, len(lines)], reverse=True, nice=False)
    text = text.encode(x=LEFT_EDGE, y=alt.Y("line:Q", scale=scale, axis=None))
    text = text.encode(text=alt.Text("text:N"))
    return _as_part(text)


def draw_key(figure: Figure, look: Look, width: int) -> list[dict[str, object]]:
    """Return what the colours mean as lines of swatches; an empty list without colours."""
    entries = [(shade.label, css(shade.colour)) for shade in figure.list_shades(look)]
    if not entries:
        return []
    if figure.some_possible:
        entries.append(("Faded: possible", css(look.palette.region_line)))
    rows, x, line = [], 0.0, 0
    for label, colour in entries:
        own = 26 + _LETTER * len(label)
        if x and x + own > width:
            x, line = 0.0, line + 1
        rows.append({"x": x + 6, "line": line + 0.5, "label": label, "colour": colour})
        x += own
    base = alt.Chart(pd.DataFrame(rows), width=width, height=17 * (line + 1)).encode(
        x=alt.X("x:Q", scale=alt.Scale(domain=[0, width], nice=False), axis=None),
        y=alt.Y("line:Q", scale=alt.Scale(domain=[line + 1, 0], nice=False), axis=None),
    )
    swatch = base.mark_square(size=110, opacity=1).encode(color=alt.Color("colour:N", scale=None))
    text = base.mark_text(align="left", dx=10, fontSize=12, color=look.ink).encode(
        text=alt.Text("label:N")
    )
    return [_as_part(alt.LayerChart(layer=[swatch, text]))]


def _as_part(chart: alt.Chart | alt.LayerChart) -> dict[str, object]:
    """Return a chart with its own rows, as a part of another."""
    spec: dict[str, Any] = chart.to_dict(validate=False)
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
