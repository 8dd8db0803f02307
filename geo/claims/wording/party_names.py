"""The names of a story's parties as a text uses them: Zendan, Zendans; Ruritania, Ruritanian."""

import re
from collections.abc import Iterator
from functools import lru_cache

from geo.claims.sides import Sides
from geo.claims.wording.word_lists import load_word_lists

# Words of a label that name no party: "Northern side", "Mouvement du Nord", "Северная сторона".
_GENERIC = frozenset(word for lists in load_word_lists().values() for word in lists.party_words)
_ENDINGS = re.compile(r"(?:ians?|eans?|ans?|ish|ese|is?|ns?|s)$")
_CYRILLIC_STEM = 5
_SHORTEST_STEM = 4


def find_party_names(sides: Sides) -> re.Pattern[str] | None:
    """Return a pattern of the names of the parties; None if the story has none.

    >>> from geo.claims.sides import Sides
    >>> labels = {"zenda": "Zendan side", "us": "United States and its navy", "media": "Media"}
    >>> names = find_party_names(Sides(labels, {"zenda", "us"}))
    >>> names.findall("The Zendans met the US; the media saw United States ships.")
    ['Zendans', 'US', 'United States']
    """
    return _compile(tuple((party, sides.label(party)) for party in sorted(sides.parties)))


@lru_cache(maxsize=100)
def _compile(parties: tuple[tuple[str, str], ...]) -> re.Pattern[str] | None:
    forms = {form for id_, label in parties for form in _list_forms(id_, label)}
    if not forms:
        return None
    return re.compile(rf"\b(?:{'|'.join(sorted(forms, key=len, reverse=True))})")


def _list_forms(id_: str, label: str) -> Iterator[str]:
    words = [word for word in re.findall(r"[\w-]+", label) if word.casefold() not in _GENERIC]
    named = [word for word in words if word[0].isupper()] or words
    if len(named) > 1 and all(word[0].isupper() for word in named):
        yield r"\s+".join(map(re.escape, named)) + r"\b"
    elif named:
        yield _stem(named[0])
    spoken = id_.replace("_", " ")
    if len(id_) < _SHORTEST_STEM:
        # A short code is written in capitals: US is a state, "us" is not.
        yield rf"{re.escape(id_.upper())}\b"
    elif spoken.casefold() not in _GENERIC:
        yield _stem(spoken.capitalize())


def _stem(word: str) -> str:
    """Return a pattern of a name with any ending; its capital may be missing as in the label."""
    if re.match(r"[А-Яа-яЁёІіЇїЄєҐґ]", word):
        stem = word[:_CYRILLIC_STEM]
    else:
        cut = _ENDINGS.sub("", word)
        stem = cut if len(cut) >= _SHORTEST_STEM else word
    # With a capital it is a name; "north" alone is a direction.
    first = f"[{stem[0].upper()}{stem[0]}]" if stem[0].islower() else re.escape(stem[0])
    return rf"{first}{re.escape(stem[1:])}\w*\b"
