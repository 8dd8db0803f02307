"""The ids of a record's events as the words of a link."""

from collections.abc import Collection, Iterator

import pandas as pd


class KnownIds(Collection[str]):
    """The ids of an index of pandas, which itself is neither true nor false.

    Nothing is copied: there may be a hundred thousand, and every run of a page reads a link.

    Parameters
    ----------
    index : Index, n values

    Examples
    --------
    >>> ids = KnownIds(pd.Index(["fire-1", "fire-2"]))
    >>> "fire-2" in ids, len(ids), list(ids)
    (True, 2, ['fire-1', 'fire-2'])
    >>> bool(ids), bool(KnownIds(pd.Index([])))
    (True, False)
    """

    def __init__(self, index: pd.Index) -> None:
        self._index = index

    def __contains__(self, text: object) -> bool:
        return text in self._index

    def __iter__(self) -> Iterator[str]:
        return iter(self._index)

    def __len__(self) -> int:
        return len(self._index)
