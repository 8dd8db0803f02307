"""Whose word counts in a story: the sides that it declares, and which of them are parties."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sides:
    """The sides of a story.

    A side that the story does not declare, misspelt or left out, does not count: its
    claims are shown and may oppose an account, but never support one.

    Attributes
    ----------
    labels : mapping of str to str
        The label of each declared side, by its id.
    parties : collection of str
        Those that are parties to the conflict.
    """

    labels: Mapping[str, str] = field(default_factory=dict)
    parties: Collection[str] = frozenset()

    def is_declared(self, side: str) -> bool:
        """Return whether a side is one of the story's."""
        return side in self.labels

    def label(self, side: str) -> str:
        """Return the label of a side; any other name as it is."""
        return self.labels.get(side, side)


NO_SIDES = Sides()
"""Without a story: nothing is corroborated."""
