"""Distances of events known to a radius."""

import numpy as np
import pandas as pd

from geo.border import distance_interval


def test_a_disc_that_reaches_over_the_border_has_a_negative_end() -> None:
    interval = distance_interval(
        pd.Series([30_000, 5_000, 5_000, 0], index=[*"abcd"]),
        pd.Series([False, False, True, False], index=[*"abcd"]),
        pd.Series([10_000, 10_000, 10_000, np.nan], index=[*"abcd"]),
    )
    assert interval.low_m.tolist()[:3] == [20_000, -5_000, -15_000]
    assert interval.high_m.tolist()[:3] == [40_000, 15_000, 5_000]
    assert interval.loc["d"].isna().all()
