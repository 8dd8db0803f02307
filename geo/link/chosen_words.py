"""Words that a reader picked, field by field, as a value that can be compared and hashed."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet


class ChosenWords(Mapping[str, AbstractSet[str]]):
    """Words picked in each field, by column; never changed, and equal however they were made.

    Examples
    --------
    >>> ChosenWords({"group": {"coast"}, "region": set()}) == ChosenWords({"group": {"coast"}})
    True
    """

    def __init__(self, words: Mapping[str, AbstractSet[str]]) -> None:
        self._words = {column: frozenset(chosen) for column, chosen in words.items() if chosen}

    def __getitem__(self, column: str) -> AbstractSet[str]:
        return self._words[column]

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    def __hash__(self) -> int:
        return hash(frozenset(self._words.items()))

    def __repr__(self) -> str:
        return repr({column: sorted(chosen) for column, chosen in self._words.items()})
