"""Bars of events: over time, over distance, over the day, and before and after an event."""

from collections.abc import Sequence

import altair as alt
import numpy as np
import pandas as pd

from geo.drawing.charts.axes import finish_chart, km_axis, own_colour, time_axis
from geo.drawing.charts.bar_labels import label_bars
from geo.drawing.charts.extents import find_tallest
from geo.drawing.charts.look import Look, css
from geo.drawing.charts.notes import mark_notes
from geo.events.geometry.arrays import Floats
from geo.summaries import (
    BeforeAfter,
    DistanceDistribution,
    DistancesByFactor,
    Hours,
    OverTime,
    stack_bars,
)
from geo.summaries.sentences import format_between
from geo.summaries.time.over_time import format_step
from geo.times import Range, milliseconds

_HEIGHT = 230
# Between a bar and the edge of its place, as a share of the place.
_GAP = 0.04
# A finger on the chart scrolls the page; only a mouse or a pen draws a range.
_DRAG = "[pointerdown[event.pointerType != 'touch'], window:pointerup] > window:pointermove!"


def time_chart(
    over_time: OverTime,
    look: Look,
    most: int | None = None,
    brush: bool = False,
    notes: Sequence[Range] = (),
) -> alt.LayerChart:
    """Return bars of events over time.

    Parameters
    ----------
    over_time : OverTime
    look : Look
    most : int, optional
        The tallest bar that must have room: two charts can then be set side by side.
    brush : bool
        Whether dragging chooses a range, which Streamlit reports as "brush".
    notes : sequence of Range
        What the notes that are marked span.
    """
    edges = np.array([milliseconds(edge) for edge in over_time.edges], dtype=float)
    names = [format_step(edge, over_time.step) for edge in over_time.edges[:-1]]
    place = {start: bar for bar, start in enumerate(over_time.edges)}
    counts = over_time.counts.assign(bar=over_time.counts["start"].map(place))
    bars = _build_pieces(counts.drop(columns=["start", "end"]), edges, names, look)
    range_ = Range(over_time.edges[0], over_time.edges[-1])
    x, middle = (time_axis(name, range_, over_time.step) for name in ("left", "middle"))
    chart = _draw_upright(bars, x, most or find_tallest(over_time.totals))
    if brush:
        chart = chart.add_params(
            alt.selection_interval(
                name="brush",
                encodings=["x"],
                on=_DRAG,
                translate=False,
                zoom=False,
                mark=alt.BrushConfig(fill=look.ink, fillOpacity=0.12),
            )
        )
    numbers = label_bars(over_time.totals, edges, middle, look)
    return finish_chart([chart, *numbers, *mark_notes(notes, range_, look)], look, _HEIGHT)


def distance_chart(
    distances: DistanceDistribution, look: Look, most: int | None = None
) -> alt.LayerChart:
    """Return bars of events over their distance from the border, those inside it on the left."""
    width = distances.width_km
    edges: Floats = width * np.arange(-1.0, len(distances.totals))
    names = ["inside", *(f"{km:,g} to {km + width:,g} km" for km in edges[1:-1])]
    bar = (distances.counts["to_km"] / width).round().astype(int)
    counts = distances.counts.assign(bar=bar).drop(columns=["from_km", "to_km"])
    bars = _build_pieces(counts, edges, names, look)
    title = "kilometres beyond the border"
    x, middle = (km_axis(name, -width, edges[-1], title) for name in ("left", "middle"))
    tallest = most or find_tallest(distances.totals)
    chart, border = _draw_upright(bars, x, tallest), _draw_border(0, x, tallest, look)
    numbers = label_bars(distances.totals, edges, middle, look, is_lined=True)
    return finish_chart([border, chart, *numbers], look, _HEIGHT)


def factor_chart(distances: DistancesByFactor, look: Look) -> alt.LayerChart:
    """Return bars of events over steps of distance that grow, those inside it on the left."""
    bars = len(distances.totals)
    place = {km: bar for bar, km in enumerate(distances.edges_km[1:])}
    counts = distances.counts.assign(bar=distances.counts["to_km"].map(place))
    edges: Floats = np.arange(bars + 1.0)
    names = list(distances.names)
    pieces = _build_pieces(counts.drop(columns=["from_km", "to_km"]), edges, names, look)
    words = ["", *(f"{km:,g}" for km in distances.edges_km[1:])]
    axis = alt.Axis(
        title="kilometres beyond the border, each step about twice as far",
        values=[0.5, *range(1, bars + 1)],
        grid=False,
        labelExpr=f"datum.value == 0.5 ? 'inside' : {words}[datum.value]",
        labelOverlap="greedy",
        labelSeparation=6,
    )
    scale = alt.Scale(domain=[0, bars], nice=False)
    x, middle = (alt.X(f"{name}:Q", scale=scale, axis=axis) for name in ("left", "middle"))
    tallest = find_tallest(distances.totals)
    chart, border = _draw_upright(pieces, x, tallest), _draw_border(1, x, tallest, look)
    numbers = label_bars(distances.totals, edges, middle, look, is_lined=True)
    return finish_chart([border, chart, *numbers], look, _HEIGHT)


def hour_chart(hours: Hours, look: Look) -> alt.LayerChart:
    """Return bars of events over the hours of the day."""
    names = [f"{hour:02}:00 to {hour + 1:02}:00" for hour in range(24)]
    bars = _build_pieces(hours.counts.rename(columns={"hour": "bar"}), np.arange(25.0), names, look)
    axis = alt.Axis(
        title=None,
        values=list(range(0, 25, 3)),
        grid=False,
        labelExpr="format(datum.value, '02') + ':00'",
        # Every other name goes, so that those that stay are as far apart.
        labelOverlap="parity",
        labelSeparation=6,
        labelFlush=True,
    )
    x = alt.X("left:Q", scale=alt.Scale(domain=[0, 24], nice=False), axis=axis)
    most = int(bars["top"].max()) if len(bars) else 1
    return finish_chart([_draw_upright(bars, x, most)], look, _HEIGHT)


def span_chart(spans: BeforeAfter, look: Look) -> alt.LayerChart:
    """Return one bar for the span before an event and one for that after it."""
    sides = [("before", spans.before), ("after", spans.after)]
    counted = [side.count for _, side in sides]
    counts = pd.concat([side.counts.assign(where=name) for name, side in sides])
    bars = look.name_words(stack_bars(counts, "where", look.order))
    ends = pd.DataFrame(
        {
            "where": [name for name, _ in sides],
            "top": [count.shown for count in counted],
            "words": [
                format_between(side.count.definite, side.count.possible) for _, side in sides
            ],
        }
    )
    y = alt.Y("where:N", axis=alt.Axis(title=None, labelFontSize=13)).scale(
        domain=["before", "after"], paddingInner=0.35, paddingOuter=0.1
    )
    scale = alt.Scale(domain=[0, max(1, int(ends["top"].max())) * 1.2], nice=False)
    x, top = (alt.X(f"{name}:Q", scale=scale, axis=None) for name in ("bottom", "top"))
    chart = _with_tooltip(alt.Chart(bars).mark_bar()).encode(x=x, x2=alt.X2("top"), y=y)
    words = alt.Chart(ends).mark_text(align="left", dx=6, fontSize=13, fontWeight=600)
    words = words.encode(x=top, y=y, text=alt.Text("words:N"), color=alt.ColorValue(look.ink))
    return finish_chart([chart, words], look, 100)


def _build_pieces(
    counts: pd.DataFrame, edges: Floats, names: Sequence[str], look: Look
) -> pd.DataFrame:
    """Return the pieces of all bars, each between the edges of its place."""
    pieces = stack_bars(counts, "bar", look.order)
    bar = pieces["bar"].to_numpy(int)
    gap = _GAP * (edges[bar + 1] - edges[bar])
    left, right = edges[bar] + gap, edges[bar + 1] - gap
    return look.name_words(pieces).assign(left=left, right=right, where=[names[b] for b in bar])


def _with_tooltip(chart: alt.Chart) -> alt.Chart:
    """Return a chart of pieces with their colours, and what a pointer shows of each."""
    titles = {"where": "Where", "label": "What", "number": "Events", "sure": "How sure"}
    tooltip = [alt.Tooltip(name, title=title) for name, title in titles.items()]
    encoded: alt.Chart = chart.encode(color=own_colour(), tooltip=tooltip)
    return encoded


def _draw_upright(bars: pd.DataFrame, x: alt.X, most: int) -> alt.Chart:
    axis = alt.Axis(title=None, tickCount=4, tickMinStep=1, format="d")
    # Above the tallest bar is its number.
    y = alt.Y("bottom:Q", scale=alt.Scale(domain=[0, most * 1.1], nice=False), axis=axis)
    chart = _with_tooltip(alt.Chart(bars).mark_bar())
    drawn: alt.Chart = chart.encode(x=x, x2=alt.X2("right"), y=y, y2=alt.Y2("top"))
    return drawn


def _draw_border(at: int, x: alt.X, tallest: int, look: Look) -> alt.Chart:
    """Return the line between the bars inside the border and those beyond it."""
    # Not higher than the tallest bar: the number above that bar may be wider than the bar.
    ends = pd.DataFrame({"left": [at], "bottom": [0], "top": [tallest]})
    line = alt.Chart(ends).mark_rule(color=css(look.palette.border))
    drawn: alt.Chart = line.encode(x=x, y=alt.Y("bottom:Q"), y2=alt.Y2("top"))
    return drawn
