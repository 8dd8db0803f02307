"""The events nearest in time to one of them, where a choice cannot hold all of a record."""

import numpy as np
from geopandas import GeoDataFrame


def select_near_in_time(events: GeoDataFrame, event: str | None, most: int) -> GeoDataFrame:
    """Return events in the order in which they start, as many before one of them as after it.

    Parameters
    ----------
    events : DataFrame, n rows
    event : str or None
        Its id; None stands for the last one.
    most : int
        How many there may be, the one itself among them. Where one side has fewer, the other
        has more.

    Examples
    --------
    >>> import pandas as pd
    >>> events = pd.DataFrame({"start": [3, 1, 5, 2, 4]}, index=list("caebd"))
    >>> select_near_in_time(events, "d", 3).index.tolist()
    ['c', 'd', 'e']
    >>> select_near_in_time(events, None, 2).index.tolist()
    ['d', 'e']
    """
    order = np.argsort(events["start"].to_numpy(), kind="stable")
    place = len(order)
    if event is not None:
        place = int(np.flatnonzero(order == events.index.get_loc(event))[0])
    first = max(0, min(place - most // 2, len(order) - most))
    return events.iloc[order[first : first + most]]
