"""Distances from the border: each event over time, and how many lie within a distance."""

from collections.abc import Sequence

import altair as alt
import numpy as np
import pandas as pd

from geo.drawing.charts.axes import (
    LEFT_EDGE,
    draw_halo,
    finish_chart,
    km_axis,
    moments_ms,
    own_colour,
    time_axis,
)
from geo.drawing.charts.extents import MOST_DRAWN
from geo.drawing.charts.look import Look, css
from geo.drawing.charts.notes import mark_notes
from geo.summaries import DistanceDistribution, DistanceOverTime
from geo.summaries.time.over_time import choose_step
from geo.times import Range, milliseconds


def distance_over_time_chart(
    distances: DistanceOverTime, titles: pd.Series, look: Look, notes: Sequence[Range] = ()
) -> alt.LayerChart:
    """Return each event as an interval of distance, and the farthest so far as steps.

    Parameters
    ----------
    distances : DistanceOverTime
    titles : Series of str
        What a pointer shows of each event, by id.
    look : Look
    notes : sequence of Range
        What the notes that are marked span.
    """
    # Every nth event in order of time: a sample without choice.
    rows = distances.events.iloc[:: 1 + (len(distances.events) - 1) // MOST_DRAWN]
    # An event that lies partly in the range is drawn up to the chart's edge.
    ends = milliseconds(distances.range.start), milliseconds(distances.range.end)
    start, end = (np.clip(moments_ms(rows[name]), *ends) for name in ("start", "end"))
    marks = look.name_words(rows.assign(certain=~rows["possible"])).assign(
        start=start,
        end=end,
        middle=(start + end) / 2,
        title=titles[rows.index].str.slice(0, 90),
    )
    low = min(0.0, float(distances.events["low_km"].min())) if len(rows) else 0.0
    high = max(1.0, float(distances.events["high_km"].max())) if len(rows) else 1.0
    y_scale = alt.Scale(domain=[low, high * 1.05], nice=False)
    y_axis = alt.Axis(title=None, tickCount=5, format=",d")
    x = time_axis("middle", distances.range, choose_step(distances.range))
    base = alt.Chart(marks).encode(
        color=own_colour(),
        tooltip=[
            alt.Tooltip("title", title="Event"),
            alt.Tooltip("label", title="What"),
            alt.Tooltip("low_km", title="At least, km", format=",.0f"),
            alt.Tooltip("high_km", title="At most, km", format=",.0f"),
            alt.Tooltip("sure", title="In the view"),
        ],
    )
    y = alt.Y("low_km:Q", scale=y_scale, axis=y_axis)
    upright = base.mark_rule(strokeWidth=2).encode(x=x, y=y, y2=alt.Y2("high_km"))
    placed = alt.Y("signed_distance_km:Q", scale=y_scale, axis=y_axis)
    lying = base.mark_rule(strokeWidth=2).encode(
        x=time_axis("start", distances.range, choose_step(distances.range)),
        x2=alt.X2("end"),
        y=placed,
    )
    dots = base.transform_filter("datum.pinned").mark_circle(size=34).encode(x=x, y=placed)
    inside = _draw_inside(low, y_scale, look) if low < 0 else []
    farthest = _draw_farthest(distances, y_scale, look)
    marked = mark_notes(notes, distances.range, look)
    layers = [*inside, upright, lying, dots, *farthest, *marked]
    return finish_chart(layers, look, 330)


def within_chart(distances: DistanceDistribution, look: Look) -> alt.LayerChart:
    """Return how many of the events lie within each distance: at least, as placed, at most."""
    total = max(1, distances.basis.counted)
    rows = distances.within.assign(
        definite=distances.within["definite"] / total,
        as_placed=distances.within["as_placed"] / total,
        possible=distances.within["possible"] / total,
    )
    x = km_axis("km", 0, float(rows["km"].max()), "within so many kilometres, or inside")
    scale = alt.Scale(domain=[0, 1], nice=False)
    axis = alt.Axis(title=None, format="%", values=[0, 0.25, 0.5, 0.75, 1])
    y, placed_y = (alt.Y(f"{name}:Q", scale=scale, axis=axis) for name in ("definite", "as_placed"))
    band = alt.Chart(rows).mark_area(color=look.ink, opacity=0.22, interpolate="step-after")
    tooltip = [
        alt.Tooltip("km", title="Within, km", format=",.0f"),
        alt.Tooltip("definite", title="At least", format=".0%"),
        alt.Tooltip("as_placed", title="As placed", format=".0%"),
        alt.Tooltip("possible", title="At most", format=".0%"),
    ]
    line = alt.Chart(rows).mark_line(color=look.ink, strokeWidth=1.8, interpolate="step-after")
    between = band.encode(x=x, y=y, y2=alt.Y2("possible"), tooltip=tooltip)
    placed = line.encode(x=x, y=placed_y, tooltip=tooltip)
    return finish_chart([between, placed], look, 230)


def _draw_inside(low: float, scale: alt.Scale, look: Look) -> list[alt.Chart]:
    """Return the ground of what lies inside the border, with its name."""
    ground = alt.Chart(pd.DataFrame({"low": [low], "zero": [0]}))
    y = alt.Y("low:Q", scale=scale)
    area = ground.mark_rect(color=css(look.palette.home)).encode(y=y, y2=alt.Y2("zero"))
    edge = ground.mark_rule(color=css(look.palette.border), strokeWidth=1.5)
    name = ground.mark_text(align="left", baseline="bottom", dx=4, dy=-3, fontSize=11)
    named = name.encode(x=LEFT_EDGE, y=y, color=alt.ColorValue(css(look.palette.city)))
    words = named.encode(text=alt.TextValue("inside the border"))
    return [area, edge.encode(y=alt.Y("zero:Q", scale=scale)), words]


def _draw_farthest(distances: DistanceOverTime, scale: alt.Scale, look: Look) -> list[alt.Chart]:
    """Return the steps of the farthest so far, each with its name at its end."""
    steps = distances.farthest.assign(middle=moments_ms(distances.farthest["moment"]))
    x = time_axis("middle", distances.range, choose_step(distances.range))
    end = milliseconds(distances.range.end)
    layers = []
    # The name of what was found is above its line, that of what was verified below.
    lines = {
        "reported_km": ("farthest found", [5, 3], -4),
        "checked_km": ("verified in part", [1, 0], 15),
    }
    same = steps["reported_km"].equals(steps["checked_km"])
    for column, (name, dash, dy) in lines.items():
        drawn = steps[["middle", column]].rename(columns={column: "km"}).dropna()
        if drawn.empty or (same and column == "checked_km"):
            continue
        y = alt.Y("km:Q", scale=scale)
        line = alt.Chart(drawn).mark_line(
            color=look.ink, strokeWidth=1.4, strokeDash=dash, interpolate="step-after"
        )
        words = f"{name}: at least {int(drawn['km'].iloc[-1]):,} km"
        at_end = pd.DataFrame({"middle": [end], "km": [drawn["km"].iloc[-1]]})
        named = alt.Chart(at_end).mark_text(
            align="right", baseline="bottom", dx=-2, dy=dy, fontSize=12, fontWeight=600, text=words
        )
        paper, ink = css(look.palette.halo), alt.ColorValue(look.ink)
        halo = draw_halo(named, paper)
        layers += [each.encode(x=x, y=y) for each in (line, halo, named.encode(color=ink))]
    return layers
