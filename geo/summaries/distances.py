"""How far the events lie from the border: a histogram, and how many lie within a distance."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from geo.link.filters import is_kept
from geo.summaries.bins import count_in_bins, sum_bins
from geo.summaries.count import Basis, build_basis, describe_any, format_bounds, format_count

KM = 1000
_MOST_BARS = 20
_CURVE_POINTS = 240


@dataclass(frozen=True)
class DistanceDistribution:
    """The distribution of the distances of a view's events.

    Attributes
    ----------
    width_km : float
        Of a bar.
    counts : DataFrame
        from_km, to_km, word, definite, possible; the first bar, from minus infinity to 0,
        holds what lies inside the border.
    totals : DataFrame
        definite, possible for each bar.
    within : DataFrame
        km, definite, as_placed, possible: how many events lie at most so far out, for
        certain, by their place as given, and at most. Inside the border is nearer than 0.
    median_km : (float, float) or None
        Between which distances the middle event lies, whatever the true places are.
    unsure : int
        How many of the events are only possibly in the view, wherever they lie.
    basis : Basis
    """

    width_km: float
    counts: pd.DataFrame
    totals: pd.DataFrame
    within: pd.DataFrame
    median_km: tuple[float, float] | None
    unsure: int
    basis: Basis

    @property
    def takeaway(self) -> str:
        """Where most events lie, as far as that is certain."""
        if not self.basis.counted:
            return "No event with a measured distance"
        most, at_most = self.totals["definite"], self.totals.sum(axis=1)
        best = int(most.to_numpy().argmax())
        where = "inside the border" if best == 0 else self._bar_words(best)
        if not most[best]:
            return f"No distance is certain for {describe_any(self.basis.counted)}"
        if (at_most.drop(best) >= most[best]).any():
            found = format_bounds(*self.totals.iloc[best])
            return f"No distance stands out for certain; {where}: {found}"
        if self.basis.counted == 1:
            return f"The one event lies {where}"
        # The fullest bar need not hold one half: "most" alone would say so.
        found = f"{format_bounds(*self.totals.iloc[best])} of {self.basis.counted:,}"
        return f"More lie {where} than at any other distance: {found}"

    @property
    def median_words(self) -> str:
        """Between which distances half of the events lie."""
        if self.median_km is None:
            return "No event with a measured distance"
        low, high = self.median_km
        ends = f"{max(0, math.floor(low)):,} to {math.ceil(high):,} km out"
        if self.basis.counted == 1:
            return f"The one event lies {'inside the border' if high <= 0 else ends}"
        # Events that are only possibly in the view are included: without them the middle may move.
        scope = (
            f"Of all {self.basis.counted:,}, including the possible ones, " if self.unsure else ""
        )
        if high <= 0:
            words = "at least half of the events lie inside the border"
        else:
            words = f"the middle event lies {ends}: half are nearer or inside, half farther"
        return scope + words if scope else words[0].upper() + words[1:]

    def _bar_words(self, bar: int) -> str:
        low = (bar - 1) * self.width_km
        return f"{low:,g} to {low + self.width_km:,g} km beyond the border"


def distribute_distances(
    events: pd.DataFrame, presence: pd.Series, field: str, farthest_km: float = 0.0
) -> DistanceDistribution:
    """Return the distribution of distances from the border.

    Parameters
    ----------
    events : DataFrame, n rows
        With distance_m, inside, low_m, high_m.
    presence : Series of str, n values
    field : str
        The column that counts are split by.
    farthest_km : float
        The bars reach at least this far, so that two views can be compared side by side.
    """
    shown = events[is_kept(presence)]
    usable = shown["low_m"].notna()
    basis = build_basis(shown, usable, pd.Series("without a measured distance", index=shown.index))
    rows = shown[usable]
    low, high = rows["low_m"].to_numpy() / KM, rows["high_m"].to_numpy() / KM
    placed = np.where(rows["inside"].astype(bool), -1, 1) * rows["distance_m"].to_numpy() / KM
    sure = (presence[rows.index] == "definite").to_numpy()
    farthest = high.max(initial=farthest_km)
    width = bar_width(farthest)
    bars = max(1, math.ceil(farthest / width))
    edges = np.concatenate([[-np.inf], np.arange(bars + 1) * width])
    counts = count_in_bins(low, high, sure, rows[field], edges)
    bins = sum_bins(counts, len(edges) - 1)
    grid = np.linspace(0, bars * width, _CURVE_POINTS + 1)
    within = {
        "km": grid,
        "definite": _at_most(high[sure], grid),
        "as_placed": _at_most(placed, grid),
        "possible": _at_most(low, grid),
    }
    return DistanceDistribution(
        width_km=width,
        counts=counts.assign(from_km=edges[counts["bin"]], to_km=edges[counts["bin"] + 1])[
            ["from_km", "to_km", "word", "definite", "possible"]
        ],
        totals=bins,
        within=pd.DataFrame(within),
        median_km=_median(low, high),
        unsure=int((~sure).sum()),
        basis=basis,
    )


def bar_width(farthest_km: float) -> float:
    """Return the width of a bar: 1, 2 or 5 times a power of ten, for at most twenty bars.

    Examples
    --------
    >>> bar_width(841.2), bar_width(19), bar_width(0)
    (50.0, 1.0, 1.0)
    """
    widths = (base * ten for ten in (1.0, 10.0, 100.0, 1000.0) for base in (1.0, 2.0, 5.0))
    return next(width for width in widths if farthest_km <= width * _MOST_BARS)


def _at_most(values: np.ndarray, grid: np.ndarray) -> np.ndarray:
    return np.searchsorted(np.sort(values), grid, side="right")


def _median(low: np.ndarray, high: np.ndarray) -> tuple[float, float] | None:
    """Return bounds of the lower median: the order statistics of the ends bound its own."""
    if not len(low):
        return None
    middle = (len(low) - 1) // 2
    return float(np.sort(low)[middle]), float(np.sort(high)[middle])


def describe_inside(distances: DistanceDistribution) -> str:
    """Return how many events lie inside the border; "" for none.

    Examples
    --------
    An empty record has none:

    >>> nothing = pd.DataFrame({"definite": [0], "possible": [0]})
    >>> describe_inside(DistanceDistribution(1.0, nothing, nothing, nothing, None, 0, Basis(0)))
    ''
    """
    definite, possible = (int(number) for number in distances.totals.iloc[0])
    if not definite + possible:
        return ""
    if not possible:
        return f"{format_count(definite)} inside the border."
    return f"{format_count(definite)} inside the border, {possible:,} more possibly."
