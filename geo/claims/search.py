"""Search across statements, ignoring case, accents, alphabet and typing errors."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

import pandas as pd

from geo.claims.ledger.build import iterate_statements
from geo.claims.ledger.entry import Entry
from geo.events import Claim
from geo.events.vocabulary import label
from geo.link.search.close_words import split_words
from geo.link.search.roman_letters import romanize
from geo.link.search.search_note import SearchNote, describe_search
from geo.link.search.text_search import SearchResult, find_text, fold


def fold_name(text: str) -> str:
    """Return text as it is searched: without case, accents, punctuation, alphabet, and i for y.

    >>> fold_name("Марія") == fold_name("Mariya") == fold_name("Mariia")
    True
    >>> fold_name("Зелений Яр") == fold_name("Zelenyi Yar")
    True
    """
    return romanize(fold(text))


@dataclass(frozen=True)
class ClaimSearch:
    """What a search across statements has found.

    Attributes
    ----------
    entries : tuple of Entry
        In the order of the file.
    note : SearchNote
        Which words no statement has, and what was looked for instead.
    """

    entries: tuple[Entry, ...] = ()
    note: SearchNote = field(default_factory=SearchNote)


def search_claims(
    events: pd.DataFrame,
    text: str,
    stances: Collection[str] = (),
    sides: Collection[str] = (),
    as_known_at: datetime | None = None,
) -> ClaimSearch:
    """Return the statements that contain every word of a text.

    A word that no statement has is read as the words closest to it, as in the search of events.

    Parameters
    ----------
    events : DataFrame, n rows
    text : str
        Speaker, summary, channel, place and stance are searched; case, accents and alphabet do
        not matter.
    stances, sides : collection of str
        Only these, where any are given; the text may then be empty.
    as_known_at : datetime, optional
        Only what was certainly on record then.

    Returns
    -------
    ClaimSearch
        Empty if neither text, stances nor sides are given.
    """
    wanted = fold_name(text)
    if not (wanted.split() or stances or sides):
        return ClaimSearch()
    entries = tuple(iterate_statements(events, as_known_at))
    written = [" ".join(_list_parts(entry.claim)) for entry in entries]
    texts = pd.Series([fold_name(one) for one in written], dtype=object)
    result = _name_as_typed(find_text(texts, wanted), text)

    def spell(word: str) -> str:
        words = (one for each in written for one in split_words(each))
        return next((one for one in words if fold_name(one) == word), word)

    found = tuple(
        entry
        for entry, holds in zip(entries, result.mask, strict=True)
        if holds
        and (not stances or entry.claim.stance in stances)
        and (not sides or entry.claim.side in sides)
    )
    return ClaimSearch(found, describe_search(text, result, spell, "statement"))


def _name_as_typed(result: SearchResult, text: str) -> SearchResult:
    """Return a search result that names the words of a text as they are typed."""
    typed = {fold_name(word): word for word in text.split()}
    read_as, suggested = (
        tuple(replace(one, typed=typed.get(one.typed, one.typed)) for one in each)
        for each in (result.read_as, result.suggested)
    )
    missing = tuple(typed.get(word, word) for word in result.missing)
    return replace(result, read_as=read_as, missing=missing, suggested=suggested)


def _list_parts(claim: Claim) -> Iterator[str]:
    """Yield what is searched of a statement, as it is written."""
    yield claim.stance.replace("_", " ")
    yield label("stance", claim.stance)
    yield str(claim.actor)
    yield from filter(None, (claim.summary, claim.channel, claim.where))
