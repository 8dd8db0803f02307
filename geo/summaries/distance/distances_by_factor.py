"""How far from the border the events lie, in steps that grow with the distance."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from geo.link.filters import is_kept
from geo.summaries.bins import count_in_bins, sum_bins
from geo.summaries.count import ChartBasis, build_distance_basis
from geo.summaries.sentences import Subject, describe_bars


@dataclass(frozen=True)
class DistancesByFactor:
    """The distribution of the distances of a view's events over 1, 2, 5, 10, 20, ... kilometres.

    Attributes
    ----------
    edges_km : tuple of float, m + 1 values
        From minus infinity, which is inside the border, and 0 on.
    counts : DataFrame
        from_km, to_km, word, definite, possible.
    totals : DataFrame, m rows
        definite, possible.
    basis : ChartBasis
    """

    edges_km: tuple[float, ...]
    counts: pd.DataFrame
    totals: pd.DataFrame
    basis: ChartBasis

    @property
    def names(self) -> tuple[str, ...]:
        """What each bar is called."""
        pairs = zip(self.edges_km[1:], self.edges_km[2:], strict=False)
        return ("inside the border", *(f"{low:,g} to {high:,g} km outside" for low, high in pairs))

    @property
    def takeaway(self) -> str:
        """Where most events lie, as far as that is certain."""
        subject = Subject(
            unit="step",
            name=self.names.__getitem__,
            counted=self.basis.counted,
            among="with a distance",
            nothing="No event with a measured distance",
        )
        return describe_bars(self.totals["definite"], self.totals["possible"], subject)


def distribute_by_factor(
    events: pd.DataFrame, presence: pd.Series, field: str
) -> DistancesByFactor:
    """Return the distribution of distances from the border, in steps that grow with them.

    Parameters
    ----------
    events : DataFrame, n rows
        With low_m, high_m.
    presence : Series of str, n values
    field : str
        The column that counts are split by.
    """
    shown = events[is_kept(presence)]
    usable = shown["low_m"].notna()
    basis = build_distance_basis(shown)
    rows = shown[usable]
    low, high = rows["low_m"].to_numpy() / 1000, rows["high_m"].to_numpy() / 1000
    sure = (presence[rows.index] == "definite").to_numpy()
    edges = list_edges(float(high.max(initial=0.0)))
    counts = count_in_bins(low, high, sure, rows[field], np.array(edges))
    ends = np.array(edges)
    named = counts.assign(from_km=ends[counts["bin"]], to_km=ends[counts["bin"] + 1])
    return DistancesByFactor(
        edges,
        named[["from_km", "to_km", "word", "definite", "possible"]],
        sum_bins(counts, len(edges) - 1),
        basis,
    )


def list_edges(farthest_km: float) -> tuple[float, ...]:
    """Return the edges of the steps: inside the border, up to 1 km, to 2, to 5, to 10 and on.

    Examples
    --------
    >>> list_edges(7)
    (-inf, 0.0, 1.0, 2.0, 5.0, 10.0)
    >>> list_edges(0)
    (-inf, 0.0, 1.0)
    """
    edges, power = [-math.inf, 0.0], 0
    while edges[-1] < 1 or edges[-1] <= farthest_km:
        edges.append(float((1, 2, 5)[power % 3] * 10 ** (power // 3)))
        power += 1
    return tuple(edges)
