"""Bars over time for each group or region, one above the other, on one scale."""

import altair as alt
import numpy as np
import pandas as pd

from geo.drawing.charts.axes import LEFT_EDGE, finish_chart, own_colour, time_axis
from geo.drawing.charts.look import Look, css
from geo.summaries import Multiples, stack_bars
from geo.summaries.sentences import format_between
from geo.summaries.time.over_time import format_step
from geo.times import Range, milliseconds

_HEIGHT = 62
# Share of a panel's height; its name is above the bars.
_BARS = 0.66


def multiples_chart(multiples: Multiples, labels: dict[str, str], look: Look) -> alt.LayerChart:
    """Return a panel of bars over time for each word, the one with most events on top.

    Parameters
    ----------
    multiples : Multiples
    labels : dict of str to str
        What readers see for each word.
    look : Look
    """
    over_time, words = multiples.over_time, multiples.words
    edges = np.array([milliseconds(edge) for edge in over_time.edges], dtype=float)
    place = {start: bar for bar, start in enumerate(over_time.edges)}
    counts = over_time.counts[over_time.counts["word"].isin(words)]
    counts = counts.assign(
        step=counts["start"].map(place),
        panel=counts["word"].map({w: i for i, w in enumerate(words)}),
    )
    counts["bar"] = counts["panel"] * len(edges) + counts["step"]
    tallest = counts[["definite", "possible"]].sum(axis=1)
    most = max(1, int(tallest.max())) if len(counts) else 1
    pieces = stack_bars(counts.drop(columns=["start", "end"]), "bar", words)
    step = pieces["step"].to_numpy(int)
    floor = len(words) - 1 - pieces["panel"].to_numpy(int)
    gap = 0.04 * (edges[step + 1] - edges[step])
    bars = look.name_words(pieces).assign(
        left=edges[step] + gap,
        right=edges[step + 1] - gap,
        low=floor + _BARS * pieces["bottom"] / most,
        high=floor + _BARS * pieces["top"] / most,
        panel_name=[labels.get(word, word) for word in pieces["word"]],
        where=[format_step(over_time.edges[bar], over_time.step) for bar in step],
    )
    range_ = Range(over_time.edges[0], over_time.edges[-1])
    scale = alt.Scale(domain=[0, max(1, len(words))], nice=False)
    x, y = time_axis("left", range_, over_time.step), alt.Y("low:Q", scale=scale, axis=None)
    tooltip = [
        alt.Tooltip("where", title="Where"),
        alt.Tooltip("panel_name", title="What"),
        alt.Tooltip("number", title="Events"),
        alt.Tooltip("sure", title="How sure"),
    ]
    drawn = (
        alt.Chart(bars)
        .mark_bar()
        .encode(
            x=x, x2=alt.X2("right"), y=y, y2=alt.Y2("high"), color=own_colour(), tooltip=tooltip
        )
    )
    names = pd.DataFrame(
        {
            "low": [len(words) - 1.0 - panel for panel in range(len(words))],
            "top": [len(words) - panel - 0.06 for panel in range(len(words))],
            "name": [
                _name_panel(
                    counts[counts["panel"] == panel], labels.get(word, word), over_time.step
                )
                for panel, word in enumerate(words)
            ],
        }
    )
    lines = alt.Chart(names).mark_rule(color=css(look.palette.country_line)).encode(y=y)
    text = alt.Chart(names).mark_text(align="left", baseline="top", fontSize=12, fontWeight=600)
    text = text.encode(
        x=LEFT_EDGE,
        y=alt.Y("top:Q", scale=scale),
        text=alt.Text("name:N"),
        color=alt.ColorValue(look.ink),
    )
    return finish_chart([lines, drawn, text], look, _HEIGHT * max(1, len(words)) + 20)


def _name_panel(counts: pd.DataFrame, label: str, step: str) -> str:
    """Return what is written above the bars of a word: its name, and its tallest bar."""
    best = counts.assign(top=counts["definite"] + counts["possible"]).nlargest(1, "top")
    if best.empty:
        return label
    found = format_between(int(best["definite"].iloc[0]), int(best["possible"].iloc[0]))
    return f"{label}: {found} in the tallest {step}"
