"""The parts that charts share: a calm grid, axes, and the same clock for every reader."""

from collections.abc import Mapping, Sequence

import altair as alt
import numpy as np
import pandas as pd

from geo.drawing.charts.look import Look, css
from geo.summaries.time.over_time import TimeStep, split_into_steps
from geo.times import Range, milliseconds

_FONT = '"Source Sans", "Source Sans Pro", Arial, sans-serif'
# Room for numbers on the highest grid line; Streamlit wants each side named.
_PADDING = {"left": 4, "top": 6, "right": 4, "bottom": 4}
# Time is drawn as plain numbers with ticks of our own: Vega's axes of time follow the zone of
# the browser, but a chart reads one clock for all readers.
_TICK_WORDS: Mapping[TimeStep, str] = {
    "hour": "utchours(datum.value) == 0 ? utcFormat(datum.value, '%-d %b')"
    " : utcFormat(datum.value, '%H:%M')",
    "day": "utcFormat(datum.value, '%-d %b')",
    "week": "utcFormat(datum.value, '%-d %b')",
    "month": "utcmonth(datum.value) == 0 || datum.index == 0"
    " ? [utcFormat(datum.value, '%b'), utcFormat(datum.value, '%Y')]"
    " : utcFormat(datum.value, '%b')",
    "year": "utcFormat(datum.value, '%Y')",
}
_MOST_TICKS = 30
_HALO_WIDTH = 4  # pixels
# Every chart starts here, with any scale.
LEFT_EDGE = alt.XValue(0)  # type: ignore[no-untyped-call]


def own_colour() -> alt.Color:
    """Each row in the colour that it names."""
    return alt.Color("colour:N", scale=None, legend=None)


def draw_halo(words: alt.Chart, colour: str) -> alt.Chart:
    """Return words as a broad line of one colour, to lie below them."""
    # Each channel by its name: of a plain value, Altair looks for the channel among all that it
    # knows, which takes longer than the rest of a chart.
    drawn: alt.Chart = words.encode(
        stroke=alt.StrokeValue(colour),
        strokeWidth=alt.StrokeWidthValue(_HALO_WIDTH),
        color=alt.ColorValue(colour),
    )
    return drawn


def time_axis(field: str, range_: Range, step: TimeStep) -> alt.X:
    """Return an axis of wall-clock time over a range; the field holds `milliseconds`."""
    ends = [milliseconds(range_.start), milliseconds(range_.end)]
    # A first step that is cut short starts at no round time.
    starts = split_into_steps(range_, step)[1:-1] or (range_.start,)
    axis = alt.Axis(
        title=None,
        values=[milliseconds(start) for start in starts[:: 1 + len(starts) // _MOST_TICKS]],
        grid=False,
        labelExpr=_TICK_WORDS[step],
        labelOverlap="greedy",
        labelSeparation=6,
        # A name follows the tick at which its step starts.
        labelAlign="left",
        labelOffset=-2,
        tickSize=9,
        labelPadding=-5,
        labelBound=True,
    )
    return alt.X(f"{field}:Q", scale=alt.Scale(domain=ends, nice=False, zero=False), axis=axis)


def km_axis(field: str, first: float, last: float, title: str) -> alt.X:
    """Return an axis of kilometres from the border; what lies below 0 is inside it."""
    ticks = np.arange(0, last + 1, round_step(last / 6)).tolist()
    axis = alt.Axis(
        title=title,
        values=[first / 2, *ticks] if first < 0 else ticks,
        grid=False,
        labelExpr="datum.value < 0 ? 'inside' : format(datum.value, ',')",
        labelOverlap="greedy",
        labelSeparation=8,
    )
    return alt.X(f"{field}:Q", scale=alt.Scale(domain=[first, last], nice=False), axis=axis)


def round_step(step: float) -> float:
    """Return the next larger of 1, 2, 5 times a power of ten.

    Examples
    --------
    >>> round_step(140.2), round_step(0.2)
    (200.0, 1.0)
    """
    power = 10.0 ** np.floor(np.log10(max(step, 1)))
    return next(float(base * power) for base in (1, 2, 5, 10) if base * power >= step)


def moments_ms(moments: "pd.Series[pd.Timestamp]") -> list[float]:
    """Return naive moments as an axis of time counts them."""
    return [float(milliseconds(moment.to_pydatetime())) for moment in moments]


def finish_chart(
    layers: Sequence[alt.Chart | alt.LayerChart], look: Look, height: int
) -> alt.LayerChart:
    """Return layers, the lowest first, as one chart in the look of the page."""
    quiet, line = css(look.palette.city), css(look.palette.region_line)
    axis = {
        "labelColor": quiet,
        "titleColor": quiet,
        "gridColor": line,
        "domain": False,
        "tickColor": css(look.palette.country_line),
        "tickSize": 4,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "labelPadding": 4,
    }
    config = {
        "background": "transparent",
        "font": _FONT,
        "view": {"stroke": None},
        "axis": axis,
        "axisY": {"ticks": False},
        "text": {"font": _FONT},
    }
    return alt.LayerChart(layer=layers, height=height, config=config, padding=_PADDING)
