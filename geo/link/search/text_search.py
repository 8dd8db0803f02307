"""How text is found in an event: by any reader, in any case, accent and alphabet."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from geo.events import Claim
from geo.events.columns.shared_values import find_shared
from geo.link.search.close_words import CloseWords, split_words, starts_word
from geo.link.search.plain_letters import PLAIN_LETTERS

_AT_ONCE = 20_000
SEARCHED = ("title", "place", "place_local", "region", "summary", "target")


def fold(text: str) -> str:
    """Return text as it is searched: without case, accents, strokes and invisible characters.

    Examples
    --------
    >>> fold("ГАВАНЬ") == fold("Гавань")
    True
    >>> fold("Gubástovo\u200b")
    'gubastovo'
    >>> fold("Łódź, Đakovo, Malmø, Ærø")
    'lodz, dakovo, malmo, aero'
    """
    if text.isascii() and text.isprintable():
        return text.lower()
    return unicodedata.normalize("NFKD", text.casefold()).translate(_VISIBLE)


class _Visible(dict[int, int | str | None]):
    """For `str.translate`: drops accents and invisible characters, looking up each only once."""

    def __missing__(self, code: int) -> int | str | None:
        unseen = unicodedata.category(chr(code)) in ("Mn", "Cf", "Cc")
        self[code] = None if unseen else code
        return self[code]


_VISIBLE = _Visible({ord(letter): plain for letter, plain in PLAIN_LETTERS.items()})


@dataclass(frozen=True)
class Respelling:
    """A word that is typed, and the words of the record that come close to it, the shortest first.

    Attributes
    ----------
    typed : str
    found : tuple of str
        Folded.
    """

    typed: str
    found: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class SearchResult:
    """Where a text is found, and how its words had to be read.

    Attributes
    ----------
    mask : array of bool, n values
        The events that have every word, as it is typed or as it is read.
    read_as : tuple of Respelling
        Words that no event has, and what was looked for instead.
    missing : tuple of str
        Words that no event has in any close spelling.
    suggested : tuple of Respelling
        Words that are found only inside of others, and what may have been meant; not looked for.
    """

    mask: NDArray[np.bool_]
    read_as: tuple[Respelling, ...] = ()
    missing: tuple[str, ...] = ()
    suggested: tuple[Respelling, ...] = ()


class _SearchedTexts:
    """The folded texts of a record, with its words, and what was found in them last."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        self._texts = texts
        self.find = lru_cache(maxsize=32)(self._find)

    @cached_property
    def words(self) -> CloseWords:
        return CloseWords(tuple(sorted(split_words(*self._texts))))

    def _find(self, text: str) -> SearchResult:
        mask = np.ones(len(self._texts), bool)
        read_as, missing, suggested = [], [], []
        for typed, word in _list_typed(text):
            holds = self._hold(word)
            if holds.any():
                mask &= holds
                if not self._starts(word, holds) and (close := self.words.find(word)):
                    suggested.append(Respelling(typed, close))
            elif close := self.words.find(word):
                mask &= np.logical_or.reduce([self._hold(one) for one in close])
                read_as.append(Respelling(typed, close))
            else:
                mask[:] = False
                missing.append(typed)
        mask.flags.writeable = False
        return SearchResult(mask, tuple(read_as), tuple(missing), tuple(suggested))

    def _starts(self, word: str, holds: NDArray[np.bool_]) -> bool:
        return any(starts_word(self._texts[i], word) for i in np.flatnonzero(holds))

    def _hold(self, word: str) -> NDArray[np.bool_]:
        return np.fromiter((word in text for text in self._texts), bool, len(self._texts))


# Equal texts are the same objects from one call to the next, so that a look at them is short.
# Those of events and of statements, each before and after a change of the file.
_open_texts = lru_cache(maxsize=4)(_SearchedTexts)


def find_text(search_texts: pd.Series, text: str) -> SearchResult:
    """Return in which events a text is found: every word of it, in any order.

    A word that no event has is read as the words closest to it, where there are any: see
    `CloseWords`. A word that any event has is never read as another one.

    Parameters
    ----------
    search_texts : Series of str, n values
        Of `build_search_text`.
    text : str
        As a reader types it; a text without words is found everywhere.

    Examples
    --------
    >>> texts = pd.Series(["the harbour at ba", "a harbour", "гавань"])
    >>> find_text(texts, "Harbuor BA").mask.tolist()
    [True, False, False]
    >>> find_text(texts, "Harbuor").read_as
    (Respelling(typed='Harbuor', found=('harbour',)),)
    """
    return _open_texts(tuple(search_texts.to_numpy())).find(text)


def prepare_search(search_texts: pd.Series) -> None:
    """Collect the words of a record, for which the first search for a misspelt word would wait.

    Parameters
    ----------
    search_texts : Series of str, n values
        As for `find_text`.
    """
    _open_texts(tuple(search_texts.to_numpy())).words.prepare()


def _list_typed(text: str) -> list[tuple[str, str]]:
    """Return the words of a text, each as it is typed and folded."""
    typed, words = text.split(), fold(text).split()
    same = [fold(one) for one in typed] == words
    return list(zip(typed if same else words, words, strict=True))


def find_search_texts(events: pd.DataFrame) -> pd.Series:
    """Return the column search_text of events; that of `build_search_text` if it is missing."""
    return events["search_text"] if "search_text" in events else build_search_text(events)


def build_search_text(events: pd.DataFrame) -> pd.Series:
    """Return all that a reader may search of each event, folded.

    Titles, places in both spellings, the summary, the target, and who is on record saying
    what, so that a place is found by its name in either alphabet.
    """
    spoken = find_shared(events, ["claims"])
    said = [" ".join(_list_spoken(each)) for each in events["claims"].iloc[spoken.first]]
    # Text is folded character by character, so that each part can be folded alone, and once.
    columns = [_fold_each(pa.array(events[name], pa.string())) for name in SEARCHED]
    folded, codes = _fold_each(pa.array(said, pa.string())), pa.array(spoken.codes)
    texts: list[str] = []
    # Part by part: on the way each text is held four times.
    for start in range(0, len(events), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        texts += _join_texts([*(one[part] for one in columns), folded.take(codes[part])])
    return pd.Series(texts, index=events.index, dtype=object)


def _join_texts(columns: Iterable[pa.Array]) -> list[str]:
    """Return the texts of each row, with a space between those that say something."""
    filled = [pc.fill_null(column, "") for column in columns]
    # With a space before each: Arrow joins no row in which all is missing.
    spaces = [pc.if_else(pc.equal(column, ""), "", " ") for column in filled]
    pieces = [piece for pair in zip(spaces, filled, strict=True) for piece in pair]
    joined = pc.binary_join_element_wise(*pieces, "")
    texts: list[str] = pc.utf8_slice_codeunits(joined, 1).to_pylist()
    return texts


def _fold_each(texts: pa.Array) -> pa.Array:
    """Return texts folded: plain ones as columns, others by `fold`, each different one once."""
    numbered = texts.dictionary_encode()
    different = numbered.dictionary
    plain = pc.match_substring_regex(different, r"^[ -~]*\z")
    others = [fold(text) for text in different.filter(pc.invert(plain)).to_pylist()]
    folded = pc.replace_with_mask(
        pc.ascii_lower(different), pc.invert(plain), pa.array(others, pa.string())
    )
    return folded.take(numbered.indices)


def spell_as_written(events: pd.DataFrame, word: str) -> str:
    """Return a folded word as the first event that has it writes it; as it is where none does.

    Parameters
    ----------
    events : DataFrame, n rows
        With the column search_text.
    word : str
    """
    holding = events[[word in text for text in events["search_text"]]]
    for text in list_searched(holding):
        written = sorted(one for one in split_words(text) if fold(one) == word)
        if written:
            return written[0]
    return word


def list_searched(events: pd.DataFrame) -> list[str]:
    """Return all that a reader may search of each event, as it is written."""
    return [" ".join(parts) for parts in _list_parts(events)]


def _list_parts(events: pd.DataFrame) -> Iterator[list[str]]:
    """Yield what is searched of each event."""
    columns = (events[name].tolist() for name in (*SEARCHED, "claims"))
    for *words, claims in zip(*columns, strict=True):
        yield [*filter(None, words), *_list_spoken(claims)]


def _list_spoken(claims: Iterable[Claim]) -> list[str]:
    return [text for claim in claims for text in (str(claim.actor), claim.summary) if text]
