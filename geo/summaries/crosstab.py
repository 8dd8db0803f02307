"""How often each pair of words of two fields occurs together: a table of counts."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from geo.link.filters import Filters, is_kept
from geo.summaries.count import Basis, build_basis


@dataclass(frozen=True)
class Crosstab:
    """Counts for each pair of words of two fields.

    Attributes
    ----------
    rows, columns : str
        The fields.
    definite, possible : DataFrame
        A row for each word of `rows`, a column for each of `columns`, both in order of their
        count, the largest first.
    basis : Basis
    """

    rows: str
    columns: str
    definite: pd.DataFrame
    possible: pd.DataFrame
    basis: Basis

    def numbers(self) -> pd.DataFrame:
        """Return the counts with one row for each pair, for a file."""
        stacked = {
            "definite": self.definite.stack(),
            "possible": self.possible.stack(),
        }
        return pd.DataFrame(stacked).rename_axis([self.rows, self.columns]).reset_index()

    def largest(self) -> tuple[str, str] | None:
        """Return the words of the cell that surely has more events than any other, or None.

        Examples
        --------
        >>> sure = pd.DataFrame({"x": [3, 0]}, index=["a", "b"])
        >>> Crosstab("r", "c", sure, sure * 0, Basis(3)).largest()
        ('a', 'x')
        >>> Crosstab("r", "c", sure, sure[::-1].set_axis(["a", "b"]), Basis(6)).largest()
        """
        definite = self.definite.to_numpy().ravel()
        at_most = definite + self.possible.to_numpy().ravel()
        if not definite.any():
            return None
        best = int(definite.argmax())
        if (np.delete(at_most, best) >= definite[best]).any():
            return None
        row, column = divmod(best, len(self.definite.columns))
        return str(self.definite.index[row]), str(self.definite.columns[column])


def count_pairs(events: pd.DataFrame, presence: pd.Series, rows: str, columns: str) -> Crosstab:
    """Return how many of a view's events carry each pair of words.

    Parameters
    ----------
    events : DataFrame, n rows
    presence : Series of str, n values
    rows, columns : str
        Two different columns of words.
    """
    shown = events[is_kept(presence)]
    usable = shown[rows].notna() & shown[columns].notna()
    reason = pd.Series("without one of the two words", index=shown.index)
    used = shown[usable]
    # A word keeps its row even if no event with it is definite.
    by = [
        used[field].value_counts().sort_index().sort_values(ascending=False, kind="stable").index
        for field in (rows, columns)
    ]
    counts = {
        word: pd.crosstab(part[rows], part[columns]).reindex(
            index=by[0], columns=by[1], fill_value=0
        )
        for word in ("definite", "possible")
        for part in [used[presence[used.index] == word]]
    }
    basis = build_basis(shown, usable, reason)
    return Crosstab(rows, columns, counts["definite"], counts["possible"], basis)


def narrow_to_cell(filters: Filters, words: dict[str, str]) -> Filters:
    """Return the filters that keep only the events of a cell: one word for each field."""
    return filters.with_words({field: {word} for field, word in words.items()})
