"""Letters of other alphabets as Latin ones: names are found however they were transliterated."""

import re
from functools import cache

from anyascii import anyascii

# Alphabets end here; beyond are syllables and ideographs, which are found as they are written.
_END_OF_ALPHABETS = 0x1100
# Mariya and Mariia, Yelena and Jelena are spellings of one name.
_SAME_SOUND = re.compile("[yij]+")
_PUNCTUATION = re.compile("[!-/:-@[-`{-~]+")


@cache
def list_roman_letters() -> dict[str, str]:
    """Return the lower-case letters of all alphabets with the Latin letters that stand for them.

    Examples
    --------
    >>> list_roman_letters()["щ"], list_roman_letters()["ψ"]
    ('shch', 'ps')
    """
    letters = filter(str.isalpha, map(chr, range(0x80, _END_OF_ALPHABETS)))
    # The soft sign has no Latin letter.
    roman = {letter: _PUNCTUATION.sub("", anyascii(letter).lower()) for letter in letters}
    return {letter: latin for letter, latin in roman.items() if letter == letter.lower()}


@cache
def _table() -> dict[int, str]:
    return {ord(letter): latin for letter, latin in list_roman_letters().items()}


def romanize(folded: str) -> str:
    """Return folded text in Latin letters, without punctuation and differences of i, y and j.

    Examples
    --------
    >>> romanize("зелений яр"), romanize("zelenyi yar")
    ('zeleni iar', 'zeleni iar')
    """
    latin = folded if folded.isascii() else folded.translate(_table())
    return _PUNCTUATION.sub("", _SAME_SOUND.sub("i", latin))
