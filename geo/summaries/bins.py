"""Counting intervals in bins: what lies in a bin for certain, and what only possibly."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike


def count_in_bins(
    low: ArrayLike, high: ArrayLike, sure: ArrayLike, words: ArrayLike, edges: ArrayLike
) -> pd.DataFrame:
    """Return how many intervals lie in each bin, for each word.

    An interval lies in a bin for certain if all of it does, possibly if only a part does. Of
    the bins that it overlaps it belongs to one, so the true count of a bin is at least its
    definite and at most its definite and possible ones together.

    Parameters
    ----------
    low, high : array, n values
        Ends of each interval, numbers or moments; `high` is not part of it unless equal to `low`.
    sure : array of bool, n values
        Where false, an interval is only possible wherever it lies.
    words : array of str, n values
        What the counts are split by.
    edges : array, m + 1 values
        Rising ends of the bins; a bin does not include its end.

    Returns
    -------
    DataFrame
        bin (0 to m - 1), word, definite, possible: one row for each bin and each word in use,
        also where both counts are 0. Intervals outside all bins are not counted.

    Examples
    --------
    >>> count_in_bins([0, 5, 12], [3, 15, 12], [True] * 3, ["a"] * 3, [0, 10, 20])
       bin word  definite  possible
    0    0    a         1         1
    1    1    a         1         1
    """
    low, high, edges = np.asarray(low), np.asarray(high), np.asarray(edges)
    sure, words = np.asarray(sure, dtype=bool), np.asarray(words, dtype=object)
    bins = len(edges) - 1
    first = np.searchsorted(edges, low, side="right") - 1
    last = np.maximum(np.searchsorted(edges, high, side="left") - 1, first)
    definite = sure & (first == last)
    # From here on the parts outside all bins are cut off.
    start, stop = np.maximum(first, 0), np.minimum(last, bins - 1) + 1
    lengths = np.maximum(stop - start, 0)
    rows = np.repeat(np.arange(len(low)), lengths)
    steps = np.arange(len(rows)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    used, codes = np.unique(words.astype(str), return_inverse=True)
    cells = (start[rows] + steps) * len(used) + codes[rows]
    size = bins * len(used)
    certain = definite[rows]
    return pd.DataFrame(
        {
            "bin": np.repeat(np.arange(bins), len(used)),
            "word": np.tile(used.astype(object), bins),
            "definite": np.bincount(cells[certain], minlength=size).astype(int),
            "possible": np.bincount(cells[~certain], minlength=size).astype(int),
        }
    )


def sum_bins(counts: pd.DataFrame, bins: int) -> pd.DataFrame:
    """Return definite and possible counts for each bin, summed over the words."""
    summed = counts.groupby("bin")[["definite", "possible"]].sum()
    return summed.reindex(range(bins), fill_value=0)


def stack_bars(counts: pd.DataFrame, by: str, order: Sequence[str]) -> pd.DataFrame:
    """Return counts as pieces of bars: definite ones at the bottom, possible ones on top.

    Parameters
    ----------
    counts : DataFrame
        With the column `by`, one value per bar, and word, definite, possible.
    by : str
    order : sequence of str
        Words from the bottom up; others follow by name.

    Returns
    -------
    DataFrame
        The rows of counts that are not 0, with certain (bool), number, bottom, top.

    Examples
    --------
    >>> counts = pd.DataFrame({"bar": [1, 1], "word": ["b", "a"], "definite": [2, 1],
    ...                        "possible": [1, 0]})
    >>> stack_bars(counts, "bar", ["a", "b"])[["word", "certain", "bottom", "top"]]
      word  certain  bottom  top
    0    a     True       0    1
    1    b     True       1    3
    2    b    False       3    4
    """
    rank = {word: place for place, word in enumerate(order)}
    kinds = [
        counts.assign(certain=certain, number=counts[name])
        for certain, name in ((True, "definite"), (False, "possible"))
    ]
    pieces = pd.concat(kinds).query("number > 0")
    pieces["rank"] = pieces["word"].map(rank).fillna(len(rank))
    keys, rising = [by, "certain", "rank", "word"], [True, False, True, True]
    pieces = pieces.sort_values(keys, ascending=rising, ignore_index=True)
    top = pieces.groupby(by)["number"].cumsum()
    shown = pieces.drop(columns=["rank", "definite", "possible"])
    return shown.assign(bottom=top - pieces["number"], top=top)
