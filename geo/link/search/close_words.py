"""Words of a record that are spelled almost like one that it does not have."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from geo.link.search.roman_letters import romanize

# A typing error: a letter wrong, left out or too many, or two of them swapped. Long words
# may have two; words of two letters are too like each other, and three may be four that lost one.
_SHORTEST_TYPED, _SHORTEST_FOUND, _LONG = 3, 4, 8
_ONE_ERROR, _TWO_ERRORS, _FAR = 1, 2, 99
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, eq=False)
class CloseWords:
    """The words of a record, for a search of those like another.

    Attributes
    ----------
    words : tuple of str, n values
        Each once, folded, in the order of their letters.
    """

    words: tuple[str, ...]

    def prepare(self) -> None:
        """Work out now what each search compares with: how the words sound, and their lengths."""
        _ = self._roman, self._can_differ

    @cached_property
    def _roman(self) -> list[str]:
        return [romanize(word) for word in self.words]

    @cached_property
    def _can_differ(self) -> NDArray[np.bool_]:
        return np.array([len(word) >= _SHORTEST_FOUND for word in self.words], bool)

    def find(self, typed: str) -> tuple[str, ...]:
        """Return the words closest to one that is typed, the shortest first; often none.

        Words of the same sound in another alphabet or transliteration, with all that hold them,
        and words one error away; where there are neither, words two errors away from a long word.
        Numbers are never corrected. Of words that hold one another the shortest stands for all.

        Parameters
        ----------
        typed : str
            One folded word.
        """
        word = _trim(typed)
        if not word or not self.words:
            return ()
        errors = self._count_errors(word)
        closest = max(_ONE_ERROR, int(errors.min()))
        if closest > _TWO_ERRORS:
            return ()
        at = np.flatnonzero(errors <= closest)
        digits = _DIGITS.findall(word)
        found = (self.words[i] for i in at)
        return _drop_longer(one for one in found if _DIGITS.findall(one) == digits)

    def _count_errors(self, word: str) -> NDArray[np.int_]:
        """Return how many errors lie between a word and each of the record, `_FAR` for many."""
        most = _TWO_ERRORS if len(word) >= _LONG else _ONE_ERROR
        roman = romanize(word)
        errors = np.full(len(self.words), _FAR)
        if len(word) >= _SHORTEST_TYPED:
            for one, others in ((word, self.words), (roman, self._roman)):
                counted = cdist([one], others, scorer=OSA.distance, score_cutoff=most)[0]
                near = (counted <= most) & self._can_differ
                errors[near] = np.minimum(errors[near], counted[near])
        whole = len(roman) < _SHORTEST_FOUND
        sounds = (other == roman if whole else roman in other for other in self._roman)
        if roman:
            errors[np.fromiter(sounds, bool, len(errors))] = 0
        return errors


class _Letters(dict[int, int | str]):
    """For `str.translate`: a space for all but letters, numbers and marks; looks up each once."""

    def __missing__(self, code: int) -> int | str:
        self[code] = code if unicodedata.category(chr(code))[0] in "LNM" else " "
        return self[code]


_LETTERS = _Letters()


def split_words(*texts: str) -> set[str]:
    """Return the words of texts: what lies between blanks, and its parts between hyphens.

    Examples
    --------
    >>> sorted(split_words("(Port-on-Sea) o'clock; e.g."))
    ['Port', 'Port-on-Sea', 'Sea', 'clock', 'e', 'e.g', 'g', 'o', "o'clock", 'on']
    """
    words, blocks = set(), set[str]()
    for text in texts:
        blocks.update(text.split())
    for between in blocks:
        parts = between.translate(_LETTERS).split()
        words.update(parts)
        if len(parts) > 1:
            words.add(_trim(between))
    return words


def starts_word(text: str, word: str) -> bool:
    """Whether a word of a text starts with another text.

    Examples
    --------
    >>> starts_word("sputnik (putnam)", "putn"), starts_word("sputnik", "putn")
    (True, False)
    """
    at = text.find(word)
    while at > 0 and _LETTERS[ord(text[at - 1])] != " ":
        at = text.find(word, at + 1)
    return at >= 0


def _trim(word: str) -> str:
    """Return a word without punctuation before and after it."""
    letters = word.translate(_LETTERS)
    return word[len(letters) - len(letters.lstrip()) : len(letters.rstrip())]


def _drop_longer(words: Iterable[str]) -> tuple[str, ...]:
    """Return words without those in which a shorter one of them is found anyway."""
    kept: list[str] = []
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not any(shorter in word for shorter in kept):
            kept.append(word)
    return tuple(kept)
