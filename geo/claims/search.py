"""Search across statements, regardless of case, accents and alphabet."""

from collections.abc import Collection, Iterable
from datetime import datetime

import pandas as pd

from geo.claims.entry import Entry
from geo.claims.ledger import iterate_statements
from geo.events import Claim
from geo.events.vocabulary import label
from geo.link.roman_letters import romanize
from geo.link.text_search import fold


def fold_name(text: str) -> str:
    """Return text as it is searched: without case, accents, signs, alphabet, and i for y.

    >>> fold_name("Марія") == fold_name("Mariya") == fold_name("Mariia")
    True
    >>> fold_name("Зелений Яр") == fold_name("Zelenyi Yar")
    True
    """
    return romanize(fold(text))


def search_claims(
    events: pd.DataFrame,
    text: str,
    stances: Collection[str] = (),
    sides: Collection[str] = (),
    as_known_at: datetime | None = None,
) -> tuple[Entry, ...]:
    """Return the statements that contain every word of a text, in the order of the file.

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
    tuple of Entry
        Empty where neither text, stances nor sides are given.
    """
    wanted = fold_name(text).split()
    if not (wanted or stances or sides):
        return ()
    return tuple(
        entry
        for entry in iterate_statements(events, as_known_at)
        if (not stances or entry.claim.stance in stances)
        and (not sides or entry.claim.side in sides)
        and _contains_words(entry.claim, wanted)
    )


def _contains_words(claim: Claim, wanted: Iterable[str]) -> bool:
    parts = (
        str(claim.actor),
        claim.summary,
        claim.channel,
        claim.where,
        label("stance", claim.stance),
    )
    text = fold_name(" ".join((claim.stance.replace("_", " "), *filter(None, parts))))
    return all(word in text for word in wanted)
