"""What a list of words is, and how a story adds its own words to those that every story has."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from geo.events.suggestion import suggest

# Says what readers see for a word of a field: takes the field, then the word.
WordLabel = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Word:
    """What readers see in place of a stored word: a short label and one sentence of meaning."""

    label: str
    meaning: str


class Vocabulary(Mapping[str, Mapping[str, Word]]):
    """The words that each field of an event may have; never changed.

    Attributes
    ----------
    declared_in : mapping of str to str
        For each field to which a story may add words, the member of story.json that holds them;
        empty without a story.
    """

    def __init__(
        self,
        lists: Mapping[str, Mapping[str, Word]],
        declared_in: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._lists = {field: MappingProxyType(dict(words)) for field, words in lists.items()}
        self.declared_in = declared_in

    def __getitem__(self, field: str) -> Mapping[str, Word]:
        return self._lists[field]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)

    def __hash__(self) -> int:
        return hash(frozenset((field, frozenset(words)) for field, words in self._lists.items()))

    def label(self, field: str, word: str) -> str:
        """Return the label of a word; the word itself where the field or the word is unknown."""
        words = self._lists.get(field)
        return words[word].label if words and word in words else word

    def extend(
        self, own: Mapping[str, Mapping[str, Word]], declared_in: Mapping[str, str]
    ) -> "Vocabulary":
        """Return the words with a story's own ones before them, field by field.

        Examples
        --------
        >>> shared = Vocabulary({"event_type": {"other": Word("Other", "No other kind fits.")}})
        >>> own = {"event_type": {"collision": Word("Collision", "Ships are said to have met.")}}
        >>> list(shared.extend(own, {"event_type": "event_types"})["event_type"])
        ['collision', 'other']
        """
        lists = {field: {**own.get(field, {}), **words} for field, words in self._lists.items()}
        return Vocabulary(lists, declared_in)

    def describe_wanted(self, field: str, found: object) -> str:
        """Return what a message asks for where a field has a word that it may not have.

        Examples
        --------
        >>> shared = Vocabulary({"stance": {"denies": Word("Denies", "Says it was not they.")}})
        >>> shared.describe_wanted("stance", "denied")
        "one of denies (did you mean 'denies'?)"
        """
        wanted = describe_wanted_word(self._lists[field], found)
        if member := self.declared_in.get(field):
            wanted += f"; a word of the story's own is declared in {member} of story.json"
        return wanted


def describe_wanted_word(words: Collection[str], found: object) -> str:
    """Return the words allowed, with the nearest one where there is one.

    >>> describe_wanted_word(["asserts", "denies"], "denied")
    "one of asserts, denies (did you mean 'denies'?)"
    """
    return f"one of {', '.join(words)}{suggest(found, words)}"
