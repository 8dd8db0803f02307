"""The tables of the analysis as pictures: pairs of words, and regions."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from geo.drawing.charts.axes import finish_chart
from geo.drawing.charts.look import Look, css
from geo.summaries import Crosstab, format_between

_ROW = 24
# A space: where a name is read aloud, nothing is added.
_GUARD = "\u00a0"
# A name of `_guard` as it is in the record.
_UNGUARDED = "slice(datum.label, 1)"
# More rows do not fit a picture; the file of numbers has them all.
_MOST_ROWS = 40


def crosstab_chart(
    table: Crosstab, rows: Sequence[str], columns: Sequence[str], look: Look
) -> alt.LayerChart:
    """Return the table of pairs of words as a grid, the darker the more events.

    Parameters
    ----------
    table : Crosstab
    rows, columns : sequence of str
        What readers see for the words of each.
    look : Look
    """
    cells = pd.DataFrame(
        [
            (_guard(row), _guard(column), int(sure), int(maybe))
            for row, sures, maybes in zip(
                rows, table.definite.to_numpy(), table.possible.to_numpy(), strict=True
            )
            for column, sure, maybe in zip(columns, sures, maybes, strict=True)
        ],
        columns=["row", "column", "definite", "possible"],
    )
    cells = cells.assign(
        at_most=cells["definite"] + cells["possible"],
        words=[_pair(*pair) for pair in zip(cells["definite"], cells["possible"], strict=True)],
    )
    axis = alt.Axis(
        title=None,
        labelLimit=170,
        ticks=False,
        orient="top",
        labelAngle=-30,
        labelExpr=_UNGUARDED,
    )
    x = alt.X("column:N", sort=None, axis=axis)
    row_axis = alt.Axis(title=None, labelLimit=220, ticks=False, labelExpr=_UNGUARDED)
    y = alt.Y("row:N", sort=None, axis=row_axis)
    most = max(1, int(cells["at_most"].max())) if len(cells) else 1
    base = alt.Chart(cells).encode(x=x, y=y)
    share = alt.Opacity("at_most:Q", legend=None, scale=alt.Scale(domain=[0, most], range=[0, 0.4]))
    grid = base.mark_rect(color=look.ink).encode(opacity=share)
    text = base.mark_text(fontSize=12).encode(
        text=alt.Text("words:N"), color=alt.ColorValue(look.ink)
    )
    return finish_chart([grid, text], look, _ROW * max(2, len(table.definite)))


def regions_chart(regions: pd.DataFrame, look: Look) -> alt.LayerChart:
    """Return how many events each region has, as bars, those with most on top.

    Parameters
    ----------
    regions : DataFrame
        Of `count_regions`.
    look : Look
    """
    rows = regions.head(_MOST_ROWS).reset_index()
    rows = pd.DataFrame(
        {
            "region": rows["region"].astype(str).map(_guard),
            "definite": rows["definite"],
            "at_most": rows["definite"] + rows["possible"],
            "words": [
                format_between(int(sure), int(maybe))
                for sure, maybe in zip(rows["definite"], rows["possible"], strict=True)
            ],
        }
    )
    most = max(1, int(rows["at_most"].max()))
    scale = alt.Scale(domain=[0, most * 1.12], nice=False)
    axis = alt.Axis(title=None, labelLimit=240, ticks=False, labelExpr=_UNGUARDED)
    y = alt.Y("region:N", sort=None, axis=axis)
    base = alt.Chart(rows).encode(y=y)
    sure, perhaps = (alt.X(f"{name}:Q", scale=scale, axis=None) for name in ("definite", "at_most"))
    pale = base.mark_bar(color=look.ink, opacity=0.28, height={"band": 0.7}).encode(x=perhaps)
    solid = base.mark_bar(color=look.ink, opacity=0.75, height={"band": 0.7}).encode(x=sure)
    text = base.mark_text(align="left", dx=5, fontSize=12, color=css(look.palette.city))
    return finish_chart(
        [pale, solid, text.encode(x=perhaps, text=alt.Text("words:N"))], look, _ROW * len(rows)
    )


def _guard(name: str) -> str:
    """Return a name of the record as one that no object of JavaScript has from the start.

    Vega looks names up as members of an object, and finds a function where one is "constructor".
    """
    return _GUARD + name


def _pair(definite: int, possible: int) -> str:
    if not definite + possible:
        return ""
    return f"{definite:,}" + (f" + {possible:,}" if possible else "")
