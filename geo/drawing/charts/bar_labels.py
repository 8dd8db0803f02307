"""The numbers above the bars of a chart."""

from collections.abc import Iterator
from typing import Literal

import altair as alt
import numpy as np
import pandas as pd

from geo.drawing.charts.axes import draw_halo
from geo.drawing.charts.look import Look, css
from geo.events.geometry.arrays import Flags, Floats
from geo.summaries.sentences import format_between
from geo.summaries.standing import judge_bars

_Side = Literal["left", "center", "right"]

# Each bar is named where one number has room on a phone; else only the tallest.
_MOST_NUMBERS = 20
# Three are named by a title at most; more than three are said to be so many.
_MOST_NAMED = 3
# A label of so many characters is wider than a bar on a phone.
_WIDE = 3


def label_bars(
    totals: pd.DataFrame,
    edges: Floats,
    x: alt.X,
    look: Look,
    is_lined: bool = False,
) -> list[alt.Chart]:
    """Return the number above each bar, and its halo.

    Where a line is beside the first bar, a wide number over that bar would cross it: there is
    none, and the table has it.

    Where there are many bars, or wide numbers, only above those that the title names; above the
    tallest where it names none.
    """
    named = totals.assign(middle=(edges[:-1] + edges[1:]) / 2, top=totals.sum(axis=1))
    if len(totals) > _MOST_NUMBERS or named["possible"].any():
        bars = judge_bars(totals["definite"], totals["possible"]).bars[:_MOST_NAMED]
        named = named.iloc[list(bars)] if bars else named.nlargest(1, "top")
    named = named[named["top"] > 0]
    pairs = zip(named["definite"], named["possible"], strict=True)
    named = named.assign(words=[format_between(*pair) for pair in pairs])
    if is_lined:
        named = named[(named.index > 0) | (named["words"].str.len() <= _WIDE)]
    paper, quiet = (css(hue) for hue in (look.palette.halo, look.palette.city))
    layers = []
    # Over the first bar a wide number would lie on the axis, over the last one beside the chart.
    for align, dx, part in _align(named, len(totals)):
        chart = alt.Chart(part).encode(x=x, y=alt.Y("top:Q"), text=alt.Text("words:N"))
        # Screen readers skip the halo, or they would read the number twice.
        halo = chart.mark_text(dy=-7, dx=dx, fontSize=11, align=align, aria=False)
        layers.append(draw_halo(halo, paper))
        own = chart.mark_text(dy=-7, dx=dx, fontSize=11, align=align)
        layers.append(own.encode(color=alt.ColorValue(quiet)))
    return layers


def _align(named: pd.DataFrame, bars: int) -> Iterator[tuple[_Side, int, pd.DataFrame]]:
    """Yield rows by how their wide words lie over their bar, with a shift in pixels."""
    wide = np.array([len(words) > _WIDE for words in named["words"]], dtype=bool)
    first, last = wide & (named.index == 0), wide & (named.index == bars - 1)
    kinds: tuple[tuple[_Side, int, Flags], ...]
    kinds = (("left", -8, first), ("right", 8, last & ~first), ("center", 0, ~first & ~last))
    yield from ((align, dx, named[rows]) for align, dx, rows in kinds if rows.any())
