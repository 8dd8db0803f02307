"""Events per week, and the running total of events: at least and at most."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from geo.drawing.charts.axes import finish_chart, moments_ms, time_axis
from geo.drawing.charts.look import Look, css
from geo.drawing.charts.notes import mark_notes
from geo.summaries import Cumulative, WeeklyRate
from geo.summaries.time.over_time import choose_step, format_step
from geo.times import Range

_HEIGHT = 230


def rate_chart(rate: WeeklyRate, look: Look, notes: Sequence[Range]) -> alt.LayerChart:
    """Return the events a week of each step as a band, and where nothing was found.

    Parameters
    ----------
    rate : WeeklyRate
    look : Look
    notes : sequence of Range
        What the notes that are marked span.
    """
    steps = rate.steps
    rows = steps.assign(
        left=moments_ms(steps["start"]),
        right=moments_ms(steps["end"]),
        where=[format_step(start.to_pydatetime(), rate.over_time.step) for start in steps["start"]],
    ).drop(columns=["start", "end"])
    most = max(0.1, float(rows["at_most"].max()))
    x = time_axis("left", rate.range, choose_step(rate.range))
    scale = alt.Scale(domain=[0, most * 1.1], nice=False)
    y = alt.Y("at_least:Q", scale=scale, axis=alt.Axis(title=None, tickCount=4, format="~g"))
    tooltip = [
        alt.Tooltip("where", title="When"),
        alt.Tooltip("at_least", title="A week, at least", format=".2~f"),
        alt.Tooltip("at_most", title="A week, at most", format=".2~f"),
        alt.Tooltip("days", title="Days", format=".1~f"),
    ]
    base = alt.Chart(rows).encode(x=x, x2=alt.X2("right"), tooltip=tooltip)
    empty = alt.Chart(rows[rows["is_empty"]]).encode(x=x, x2=alt.X2("right"), tooltip=tooltip)
    # A full-height background, so that "nothing found" does not look like zero.
    missing = empty.mark_rect(color=css(look.palette.region_line), opacity=0.45)
    zero = alt.Y("zero:Q", scale=scale)
    solid = base.transform_calculate(zero="0").mark_rect(color=look.ink, opacity=0.62)
    pale = base.mark_rect(color=look.ink, opacity=0.25)
    layers = [
        missing,
        solid.encode(y=zero, y2=alt.Y2("at_least")),
        pale.encode(y=y, y2=alt.Y2("at_most")),
    ]
    return finish_chart([*layers, *mark_notes(notes, rate.range, look)], look, _HEIGHT)


def cumulative_chart(running: Cumulative, look: Look, notes: Sequence[Range]) -> alt.LayerChart:
    """Return the running number of events as a band from its least to its most.

    Parameters
    ----------
    running : Cumulative
    look : Look
    notes : sequence of Range
        What the notes that are marked span.
    """
    steps = running.steps
    rows = pd.DataFrame(
        {
            "at": moments_ms(steps["moment"]),
            "day": [f"{moment:%Y-%m-%d %H:%M}" for moment in steps["moment"]],
            "at_least": steps["definite"],
            "at_most": steps["definite"] + steps["possible"],
        }
    )
    most = max(1, int(rows["at_most"].max()))
    x = time_axis("at", running.range, choose_step(running.range))
    scale = alt.Scale(domain=[0, most * 1.06], nice=False)
    axis = alt.Axis(title=None, tickCount=4, tickMinStep=1, format=",d")
    y = alt.Y("at_least:Q", scale=scale, axis=axis)
    tooltip = [
        alt.Tooltip("day", title="Up to"),
        alt.Tooltip("at_least", title="At least"),
        alt.Tooltip("at_most", title="At most"),
    ]
    base = alt.Chart(rows).encode(x=x, tooltip=tooltip)
    band = base.mark_area(color=look.ink, opacity=0.22, interpolate="step-after")
    line = base.mark_line(color=look.ink, strokeWidth=1.8, interpolate="step-after")
    layers = [band.encode(y=y, y2=alt.Y2("at_most")), line.encode(y=y)]
    return finish_chart([*layers, *mark_notes(notes, running.range, look)], look, _HEIGHT)
