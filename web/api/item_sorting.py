"""The parameter `sortby` of requests for events: the order that it asks for, and rows in it."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.errors import LinkError, quote
from web.api.event_columns import list_sortable


def read_order(text: str | None) -> tuple[tuple[str, bool], ...]:
    """Return the columns to sort by, each with whether it rises; each once, as it is named first.

    Examples
    --------
    >>> read_order("-distance_m,title,distance_m")
    (('distance_m', False), ('title', True))

    Raises
    ------
    LinkError
        If events have no such property to sort by.
    """
    order: dict[str, bool] = {}
    for part in (text or "").split(",") if text else ():
        # A plus in an address is read as a space.
        name = part.strip().removeprefix("+").removeprefix("-")
        if name not in (sortable := list_sortable()):
            wanted = (
                f"properties of {', '.join(sortable)}, each with - before it for descending order"
            )
            raise LinkError(f"sortby: found {quote(part)}, wanted {wanted}")
        # The first mention of a property counts.
        order.setdefault(name, not part.strip().startswith("-"))
    return tuple(order.items())


def sort_rows(
    events: pd.DataFrame, rows: NDArray[np.intp], order: Sequence[tuple[str, bool]]
) -> NDArray[np.intp]:
    """Return rows in an order; what is missing comes last, and equal ones as in the record."""
    if not order:
        return rows
    part = events.iloc[rows]
    columns = {
        str(number): part.index if name == "id" else part[name].to_numpy()
        for number, (name, _) in enumerate(order)
    }
    # Stable: from the last column to the first.
    table = pd.DataFrame(columns, index=rows)
    for number, (_, rises) in reversed(list(enumerate(order))):
        table = table.sort_values(str(number), ascending=rises, kind="stable", na_position="last")
    return table.index.to_numpy()
