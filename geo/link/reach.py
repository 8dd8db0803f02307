"""How far from the border a reader looks, and which events lie that far.

geo/drawing/browser/filters/reach.js says the same words.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray


@dataclass(frozen=True)
class Reach:
    """How far outside the border an event lies, in kilometres, both ends included.

    Inside the border distances are negative, so that without `low_km` all events there belong;
    None leaves an end open.
    """

    low_km: float | None = None
    high_km: float | None = None

    def __post_init__(self) -> None:
        if self.low_km is not None and self.high_km is not None and self.low_km > self.high_km:
            raise ValueError(f"reach: {self.low_km:g} to {self.high_km:g} km, wanted low to high")

    def __str__(self) -> str:
        low, high = (None if km is None else _format_km(km) for km in (self.low_km, self.high_km))
        if self.low_km is None or self.high_km is None:
            return self._describe_open(low, high)
        if self.low_km == self.high_km == 0:
            return "on the border"
        if self.low_km == self.high_km:
            return f"{low} km {'inside' if self.low_km < 0 else 'outside'}"
        if self.low_km < 0 < self.high_km:
            return f"{low} km inside to {high} km outside"
        return f"{low} to {high} km outside" if self.low_km >= 0 else f"{high} to {low} km inside"

    def _describe_open(self, low: str | None, high: str | None) -> str:
        if self.high_km is not None:
            if self.high_km > 0:
                return f"up to {high} km outside, or inside"
            return f"{high} km or more inside" if self.high_km else "inside"
        if self.low_km is None:
            return "any"
        if self.low_km < 0:
            return f"outside, or up to {low} km inside"
        return f"{low} km or more outside" if self.low_km else "outside"

    def touches(self, events: pd.DataFrame) -> NDArray[np.bool_]:
        """Return a mask of the events that lie at such a distance, surely or possibly.

        Parameters
        ----------
        events : DataFrame, n rows
            With low_m, high_m in metres; an event without them lies at no distance.
        """
        low, high = self._metres()
        return ((events["low_m"] <= high) & (events["high_m"] >= low)).to_numpy(bool)

    def holds(self, events: pd.DataFrame) -> NDArray[np.bool_]:
        """Return a mask of the events that lie at such a distance for certain."""
        low, high = self._metres()
        return ((events["low_m"] >= low) & (events["high_m"] <= high)).to_numpy(bool)

    def _metres(self) -> tuple[float, float]:
        low = -np.inf if self.low_km is None else self.low_km * 1000
        return low, np.inf if self.high_km is None else self.high_km * 1000


def _format_km(km: float) -> str:
    """Return a length to the metre, as links have it; without the minus of one inside."""
    return f"{abs(km):.3f}".rstrip("0").rstrip(".")
