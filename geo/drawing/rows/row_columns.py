"""Rows as columns: a third as long as JSON, and no object is made for each row."""

import io
from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd
from pydantic_core import to_json


def write_columns(length: int, columns: Iterable[tuple[str, Sequence[object]]]) -> bytes:
    """Return columns as the JSON of which geo/drawing/browser/page/row_columns.js makes rows.

    Each column is written before the next is built: together they would fill the memory.

    Parameters
    ----------
    length : int
        n
    columns : iterable of str and n values

    Returns
    -------
    bytes
        length: n. columns: for each name its values; where few texts repeat, `words`, the
        different ones, and `codes`, n numbers that count into them.

    Examples
    --------
    >>> write_columns(2, [("lat", [1, 2]), ("group", ["coast", "coast"])]).decode()
    '{"length":2,"columns":{"lat":[1,2],"group":{"words":["coast"],"codes":[0,0]}}}'
    """
    out = io.BytesIO()
    out.write(b'{"length":%d,"columns":{' % length)
    for place, (name, values) in enumerate(columns):
        out.write(b"," * (place > 0) + to_json(name) + b":")
        out.write(to_json(_pack(values)))
    out.write(b"}}")
    return out.getvalue()


def _pack(values: Sequence[object]) -> object:
    if not values or not all(isinstance(value, str) for value in values):
        return values
    codes, words = pd.factorize(np.array(values, dtype=object))
    if 2 * len(words) > len(values):
        return values
    return {"words": words.tolist(), "codes": codes.tolist()}
