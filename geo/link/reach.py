"""How far from the border a reader looks, and which events lie that far."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray


@dataclass(frozen=True)
class Reach:
    """How far from the border an event lies, in kilometres, both ends included.

    An event inside the border counts as nearer than 0 km; None leaves an end open.
    """

    low_km: float | None = None
    high_km: float | None = None

    def __post_init__(self) -> None:
        if self.low_km is not None and self.high_km is not None and self.low_km > self.high_km:
            raise ValueError(f"reach: {self.low_km:g} to {self.high_km:g} km, wanted low to high")

    def __str__(self) -> str:
        if self.low_km is None:
            return f"up to {self.high_km:g} km from the border"
        if self.high_km is None:
            return f"{self.low_km:g} km or more from the border"
        return f"{self.low_km:g} to {self.high_km:g} km from the border"

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
