"""Rows as columns: a third as long as JSON, and no object is made for each row."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

Columns = Mapping[str, Sequence[object]]
"""A list of values for each member of a row."""


def pack_columns(columns: Columns) -> dict[str, object]:
    """Return columns as geo/drawing/browser/row_columns.js makes rows of them.

    Parameters
    ----------
    columns : mapping of str to n values
        At least one column.

    Returns
    -------
    dict
        length: n. columns: for each name its values; where few texts repeat, `words`, the
        different ones, and `codes`, n numbers that count into them.

    Examples
    --------
    >>> pack_columns({"lat": [1, 2], "group": ["coast", "coast"]})["columns"]
    {'lat': [1, 2], 'group': {'words': ['coast'], 'codes': [0, 0]}}
    """
    length = len(next(iter(columns.values())))
    return {"length": length, "columns": {name: _pack(each) for name, each in columns.items()}}


def _pack(values: Sequence[object]) -> object:
    if not values or not all(isinstance(value, str) for value in values):
        return values
    codes, words = pd.factorize(np.array(values, dtype=object))
    if 2 * len(words) > len(values):
        return values
    return {"words": words.tolist(), "codes": codes.tolist()}
