"""Events over time for each group or region, side by side on one scale."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from geo.link.filters import is_kept
from geo.summaries.count import ChartBasis, build_basis
from geo.summaries.standing import judge_bars
from geo.summaries.time.over_time import OverTime, count_over_time, format_step
from geo.summaries.time.sentences import describe_leaders
from geo.times import Range, Zone

MOST_PANELS = 12


@dataclass(frozen=True)
class Multiples:
    """Counts over time for each word of a field.

    Attributes
    ----------
    field : str
    over_time : OverTime
        Split by the words of the field.
    words : tuple of str
        The words that are drawn: those with most events first, definite ones before possible.
    others : int
        How many words are in use beside them.
    basis : ChartBasis
    """

    field: str
    over_time: OverTime
    words: tuple[str, ...]
    others: int
    basis: ChartBasis

    def describe(self, unit: str) -> str:
        """Return which step has the most in how many of the words that are drawn.

        Parameters
        ----------
        unit : str
            What a word of the field is called, such as "group".
        """
        table = self.over_time.counts
        leaders = []
        for word in self.words:
            own = table[table["word"] == word]
            standing = judge_bars(own["definite"], own["possible"])
            leaders.append(standing.bars[0] if standing.kind == "leads" else None)
        step, edges = self.over_time.step, self.over_time.edges
        scope = " drawn" if self.others else ""
        name: Callable[[int], str] = lambda bar: format_step(edges[bar], step)  # noqa: E731
        return describe_leaders(leaders, name, (step, unit, scope))


def count_multiples(
    events: pd.DataFrame, presence: pd.Series, range_: Range, zone: Zone, field: str
) -> Multiples:
    """Return how many of a view's events fall in each step of a range, for each word of a field.

    Parameters
    ----------
    events : DataFrame, n rows
    presence : Series of str, n values
    range_ : Range
    zone : {"place", "utc"}
    field : str
        A column of words.
    """
    shown = events[is_kept(presence)]
    usable = shown[field].notna()
    basis = build_basis(shown, usable, pd.Series(f"of no stated {field}", index=shown.index))
    used = shown[usable]
    counted = count_over_time(used, presence[used.index], range_, zone, field)
    sure = (presence[used.index] == "definite").to_numpy()
    sums = pd.DataFrame({"word": used[field].astype(str).to_numpy(), "sure": sure, "all": 1})
    totals = sums.groupby("word")[["sure", "all"]].sum()
    order = np.lexsort((totals.index.to_numpy(str), -totals["sure"], -totals["all"]))
    words = tuple(map(str, totals.index[order]))
    return Multiples(field, counted, words[:MOST_PANELS], max(0, len(words) - MOST_PANELS), basis)
