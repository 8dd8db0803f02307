"""How far the events lie from the border: a histogram, and how many lie within a distance."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from geo.link.filters import is_kept
from geo.summaries.bins import count_in_bins, sum_bins
from geo.summaries.count import ChartBasis, build_distance_basis, format_count
from geo.summaries.distance.sentences import describe_halves
from geo.summaries.sentences import Subject, describe_bars

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
    halves_km : (float, float) or None
        At least half of the events lie the first or farther out, and at least half the second
        or nearer, wherever the true places are.
    unsure : int
        How many of the events are only possibly in the view, wherever they lie.
    basis : ChartBasis
    """

    width_km: float
    counts: pd.DataFrame
    totals: pd.DataFrame
    within: pd.DataFrame
    halves_km: tuple[float, float] | None
    unsure: int
    basis: ChartBasis

    @property
    def takeaway(self) -> str:
        """Where most events lie, as far as that is certain."""
        subject = Subject(
            unit="distance",
            name=self._name_bar,
            counted=self.basis.counted,
            among="with a distance",
            nothing="No event with a measured distance",
        )
        return describe_bars(self.totals["definite"], self.totals["possible"], subject)

    @property
    def median_words(self) -> str:
        """Within, and beyond, which distances at least half of the events lie."""
        return describe_halves(self.halves_km, self.basis.counted, self.unsure)

    def _name_bar(self, bar: int) -> str:
        low = (bar - 1) * self.width_km
        return (
            "inside the border" if bar == 0 else f"{low:,g} to {low + self.width_km:,g} km outside"
        )


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
    basis = build_distance_basis(shown)
    rows = shown[usable]
    low, high = rows["low_m"].to_numpy() / 1000, rows["high_m"].to_numpy() / 1000
    placed = np.where(rows["inside"].astype(bool), -1, 1) * rows["distance_m"].to_numpy() / 1000
    sure = (presence[rows.index] == "definite").to_numpy()
    farthest = high.max(initial=farthest_km)
    width = choose_bar_width(farthest)
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
        halves_km=_halves(low, high),
        unsure=int((~sure).sum()),
        basis=basis,
    )


def choose_bar_width(farthest_km: float) -> float:
    """Return the width of a bar: 1, 2 or 5 times a power of ten, for at most twenty bars.

    Examples
    --------
    >>> choose_bar_width(841.2), choose_bar_width(19), choose_bar_width(0)
    (50.0, 1.0, 1.0)
    """
    widths = (base * ten for ten in (1.0, 10.0, 100.0, 1000.0) for base in (1.0, 2.0, 5.0))
    return next(width for width in widths if farthest_km <= width * _MOST_BARS)


def _at_most(values: np.ndarray, grid: np.ndarray) -> np.ndarray:
    return np.searchsorted(np.sort(values), grid, side="right")


def _halves(low: np.ndarray, high: np.ndarray) -> tuple[float, float] | None:
    """Return what half of the events reach, and what half stay within.

    The order statistics of the ends bound those of the true distances. An even number has two
    middle events: the farther one starts the far half, the nearer one ends the near half.
    """
    if not len(low):
        return None
    return float(np.sort(low)[len(low) // 2]), float(np.sort(high)[(len(high) - 1) // 2])


def describe_inside(distances: DistanceDistribution) -> str:
    """Return how many events lie inside the border; "" for none.

    Examples
    --------
    An empty record has none:

    >>> nothing = pd.DataFrame({"definite": [0], "possible": [0]})
    >>> basis = ChartBasis(0)
    >>> describe_inside(DistanceDistribution(1.0, nothing, nothing, nothing, None, 0, basis))
    ''
    """
    definite, possible = (int(number) for number in distances.totals.iloc[0])
    if not definite + possible:
        return ""
    if not possible:
        return f"{format_count(definite)} inside the border."
    return f"{format_count(definite)} inside the border, {possible:,} more possibly."
