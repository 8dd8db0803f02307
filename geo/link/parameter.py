"""What one parameter of a link is: the shape of a row of the grammar."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from geo.events.suggestion import suggest

# The words that a record and its story have, by what they are: "group", "event", "briefing" ...
KnownWords = Mapping[str, Collection[str]]

LONGEST = 200
# A server compares what it was asked with no more: a record may have thousands of places.
_MOST_COMPARED = 1_000
# What a message calls a parameter that nothing here takes.
UNKNOWN_PARAMETER = "an unknown parameter"


class WantedError(ValueError):
    """A text of the right form that says what cannot be; as text it is what was wanted instead."""


@dataclass(frozen=True)
class Kind:
    """A kind of value: how it is read and written.

    Attributes
    ----------
    name : str
        By which published sites, too, know how to read it: `READERS` in link_values.js.
    read : callable
        Takes text that is not empty and fits; returns the value, or raises ValueError, and
        `WantedError` where the row's own words for what is wanted would mislead.
    write : callable
        Takes the value, returns text.
    """

    name: str
    read: Callable[[str], object] = str
    write: Callable[..., str] = str


WORD = Kind("word")


@dataclass(frozen=True)
class Parameter:
    """One parameter of the link.

    Attributes
    ----------
    name : str
    attribute : str
        Of `Link`, that has its value; of its parts, and for keys of mappings, with dots between.
    help : str
        What it means, in one sentence.
    example : str
    kind : Kind
        How its value is read and written.
    pattern : str
        Regular expression that the whole text must match; "" for any text.
    choices : collection of str
        The only texts that there are; empty for any text.
    known_as : str
        What the record's own words are known as; where they are known, they are the choices.
    suits : callable
        Whether a value that was read suits the known words.
    wanted : str
        What an error says was wanted; the choices, where it is left out.
    repeated : bool
        Whether it holds a set of words, one for each time that it is written.
    qualifies : bool
        Whether it only says how another filter is read, and hides nothing alone.
    """

    name: str
    attribute: str
    help: str
    example: str
    kind: Kind = WORD
    pattern: str = ""
    choices: Collection[str] = ()
    known_as: str = ""
    suits: Callable[[object, KnownWords], bool] = lambda _value, _known_words: True
    wanted: str = ""
    repeated: bool = False
    qualifies: bool = False

    @property
    def chooses_events(self) -> bool:
        """Whether it is a filter, or says how one is read; all others hide nothing."""
        return self.attribute.startswith("filters.")

    @property
    def chooses_figures(self) -> bool:
        """Whether it says which figures the analysis shows, and how."""
        return self.attribute.startswith("analysis.")

    @property
    def hides_by_itself(self) -> bool:
        """Whether it is a filter that can hide anything alone."""
        return self.chooses_events and not self.qualifies

    def words(self, known_words: KnownWords) -> Collection[str] | None:
        """Return the only texts that there are, as far as they are known; None for any."""
        return known_words.get(self.known_as, self.choices or None)

    def value(self, text: str, known_words: KnownWords) -> object:
        """Return the value of a text.

        Raises
        ------
        ValueError, OverflowError
            If the text does not fit.
        """
        words = self.words(known_words)
        fits = not self.pattern or re.fullmatch(self.pattern, text, re.ASCII)
        if not fits or (words is not None and text not in words):
            raise ValueError(text)
        value = self.kind.read(text)
        if not self.suits(value, known_words):
            raise ValueError(text)
        return value

    def suggest(self, text: str, known_words: KnownWords) -> str:
        """Return which of the texts that there are was probably meant; "" if none is near."""
        words = self.words(known_words) or ()
        return suggest(text, words) if len(words) <= _MOST_COMPARED else ""

    def describe_wanted(self, known_words: KnownWords) -> str:
        """Return what an error says was wanted."""
        if self.wanted:
            return self.wanted
        words = self.words(known_words) or ()
        return f"one of {list_some(words)}" if self.repeated else " or ".join(words)


def list_some(words: Collection[str]) -> str:
    """Return the first words of a list by name, for an error.

    Examples
    --------
    >>> list_some(["north", "coast"])
    'coast, north'
    """
    listed = sorted(words)
    return ", ".join(listed[:12]) + (" ..." if len(listed) > 12 else "")


def describe_wanted_name(name: str, names: Collection[str]) -> str:
    """Return what an error says was wanted in place of a name that is not known.

    Examples
    --------
    >>> describe_wanted_name("grup", ["group", "from"])
    "one of from, group (did you mean 'group'?)"
    """
    return f"one of {list_some(names)}{suggest(name, names)}"
