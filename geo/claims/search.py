"""Search across statements, regardless of case, accents and alphabet."""

import re
from collections.abc import Collection, Iterable
from datetime import datetime

import pandas as pd

from geo.claims.entry import Entry
from geo.claims.ledger import iterate_statements
from geo.events import Claim
from geo.events.vocabulary import label
from geo.link.text_search import fold

# Cyrillic as English-language news spells it, after accents are gone (so й is и, ї is і).
_LATIN = str.maketrans(
    dict(zip("абвгґдезийіклмнопрстуфыэ", "abvggdeziiiklmnoprstufie", strict=True))
    | {"є": "ie", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"}
    | {"ю": "iu", "я": "ia", "ь": "", "ъ": "", "’": "", "ʼ": ""}
)
# Mariya and Mariia, Yelena and Jelena are spellings of one name.
_SPELLINGS = re.compile("[yij]+")


def fold_name(text: str) -> str:
    """Return text as it is searched: without case, accents, alphabet, and differences of i and y.

    >>> fold_name("Марія") == fold_name("Mariya") == fold_name("Mariia")
    True
    >>> fold_name("Зелений Яр") == fold_name("Zelenyi Yar")
    True
    """
    folded = text.casefold() if text.isascii() else fold(text).translate(_LATIN)
    return _SPELLINGS.sub("i", folded)


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
