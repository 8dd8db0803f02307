"""How often each pair of words of two fields occurs together: a table of counts."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from geo.link.filters import Filters, is_kept
from geo.summaries.count import ChartBasis, build_basis
from geo.summaries.sentences import Subject, describe_bars


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
    basis : ChartBasis
    """

    rows: str
    columns: str
    definite: pd.DataFrame
    possible: pd.DataFrame
    basis: ChartBasis

    def numbers(self) -> pd.DataFrame:
        """Return the counts with one row for each pair, for a file."""
        stacked = {
            "definite": self.definite.stack(),
            "possible": self.possible.stack(),
        }
        return pd.DataFrame(stacked).rename_axis([self.rows, self.columns]).reset_index()

    def describe(self, label: Callable[[str, str], str]) -> str:
        """Return which pair of words has the most events, as far as that is certain.

        Parameters
        ----------
        label : callable
            Returns what readers see for a word, of a field and the word.

        Examples
        --------
        >>> sure = pd.DataFrame({"x": [3, 0]}, index=["a", "b"])
        >>> Crosstab("r", "c", sure, sure * 0, ChartBasis(3)).describe(lambda _, word: word)
        'A (x): all 3 events with both words'
        >>> both = pd.DataFrame({"x": [3, 3]}, index=["a", "b"])
        >>> Crosstab("r", "c", both, both * 0, ChartBasis(6)).describe(lambda _, word: word)
        'A (x) and b (x): 3 each of the 6 events with both words'
        """

        def name(cell: int) -> str:
            row, column = divmod(cell, len(self.definite.columns))
            first = label(self.rows, str(self.definite.index[row]))
            return f"{first} ({label(self.columns, str(self.definite.columns[column]))})"

        subject = Subject(
            unit="pair",
            name=name,
            counted=self.basis.counted,
            among="with both words",
            nothing="No event has both words",
        )
        return describe_bars(
            self.definite.to_numpy().ravel(), self.possible.to_numpy().ravel(), subject
        )


def count_pairs(events: pd.DataFrame, presence: pd.Series, rows: str, columns: str) -> Crosstab:
    """Return how many of a view's events have each pair of words.

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
