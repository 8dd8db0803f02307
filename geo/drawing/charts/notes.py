"""Notes of a story on a time axis: numbered, since the words have no room on a phone."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from geo.drawing.charts.axes import time_axis
from geo.drawing.charts.look import Look, css
from geo.summaries.time.over_time import choose_step
from geo.times import Range, milliseconds

# Off the plot, in a disc: beside the count on top of a bar, a bare number would be read as part of
# that count.
_ABOVE = alt.YValue(-10)  # type: ignore[no-untyped-call]


def mark_notes(notes: Sequence[Range], range_: Range, look: Look) -> list[alt.Chart]:
    """Return a line, or a band, with its number for each note that lies on an axis.

    Parameters
    ----------
    notes : sequence of Range
        Those that are shown, in the order of their numbers.
    range_ : Range
        What the axis spans.
    look : Look
    """
    if not notes:
        return []
    rows = pd.DataFrame(
        {
            "note_start": [milliseconds(max(note.start, range_.start)) for note in notes],
            "note_end": [milliseconds(min(note.end, range_.end)) for note in notes],
            "number": [str(place + 1) for place in range(len(notes))],
        }
    )
    rows["note_middle"] = (rows["note_start"] + rows["note_end"]) / 2
    step = choose_step(range_)
    start, middle = (time_axis(name, range_, step) for name in ("note_start", "note_middle"))
    quiet, paper = css(look.palette.city), css(look.palette.halo)
    above = {"x": middle, "y": _ABOVE}
    base = alt.Chart(rows)
    band = base.mark_rect(color=quiet, opacity=0.13).encode(x=start, x2=alt.X2("note_end"))
    line = base.mark_rule(color=quiet, strokeDash=[2, 3]).encode(x=middle)
    disc = base.mark_point(shape="circle", filled=True, size=200, opacity=1, color=look.ink)
    text = base.mark_text(baseline="middle", fontSize=10, fontWeight=600, color=paper)
    return [band, line, disc.encode(**above), text.encode(**above, text=alt.Text("number:N"))]
