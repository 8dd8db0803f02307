"""Rows that hold the same values, so that what is made of those is made once for all of them.

A table names each value once, however many rows hold it (`Column` in `column`); the events of one
speaker and one number then share one tuple of claims.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.events.columns.column import Codes, combine_codes


@dataclass(frozen=True)
class SharedValues:
    """Which rows hold the same values.

    Attributes
    ----------
    codes : array of int, n values
        A number for each row, the same for rows that hold the same values.
    first : array of int, m values
        For each number the first of its rows.
    """

    codes: Codes
    first: Codes

    def spread(self, values: Iterable[object]) -> NDArray[np.object_]:
        """Return for each row the value of its number, of m values."""
        few = np.empty(len(self.first), dtype=object)
        few[:] = list(values)
        return few[self.codes]


def find_shared(events: pd.DataFrame, names: Sequence[str]) -> SharedValues:
    """Return which rows hold the same values in some columns: the same objects, or equal texts.

    Parameters
    ----------
    events : DataFrame, n rows
    names : sequence of str
        At least one column.

    Examples
    --------
    >>> night = ("claim",)
    >>> shared = find_shared(pd.DataFrame({"claims": [night, (), night]}), ["claims"])
    >>> shared.codes.tolist(), shared.first.tolist()
    ([0, 1, 0], [0, 1])
    """
    joined = combine_codes(*(_number_values(events[name]) for name in names))
    codes = pd.factorize(joined)[0].astype(np.int64)
    first = np.empty(codes.max(initial=-1) + 1, dtype=np.int64)
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    return SharedValues(codes, first)


def _number_values(column: pd.Series) -> Codes:
    if column.dtype != object:
        # A missing text is -1; numbers below 0 would meet others when columns are joined.
        numbers: Codes = pd.factorize(column)[0].astype(np.int64) + 1
        return numbers
    # To compare lists of claims by their content would take longer than what is saved.
    identities = np.fromiter(map(id, column.to_numpy()), np.int64, len(column))
    codes: Codes = pd.factorize(identities)[0].astype(np.int64)
    return codes
