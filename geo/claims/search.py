"""Search across statements, whatever the case, accents or alphabet of a name."""

import re
from collections.abc import Collection, Iterable
from datetime import datetime

import pandas as pd

from geo.claims.ledger import Entry, statements
from geo.events.event import Claim
from geo.events.vocabulary import label
from geo.link.filters import fold

# Cyrillic as English-language news spells it, after accents are gone (so й is и, ї is і).
_LATIN = str.maketrans(
    dict(zip("абвгґдезийіклмнопрстуфыэ", "abvggdeziiiklmnoprstufie", strict=True))
    | {"є": "ie", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"}
    | {"ю": "iu", "я": "ia", "ь": "", "ъ": "", "’": "", "ʼ": ""}
)
# Podolyak and Podoliak, Zelensky and Zelenskyy are spellings of one name.
_SPELLINGS = re.compile("[yij]+")


def fold_name(text: str) -> str:
    """Return text as it is searched: without case, accents, alphabet and spelling of i and y.

    >>> fold_name("Подоляк") == fold_name("Podolyak") == fold_name("Podoliak")
    True
    >>> fold_name("Київ") == fold_name("Kyiv")
    True
    """
    plain = text.casefold() if text.isascii() else fold(text).translate(_LATIN)
    return _SPELLINGS.sub("i", plain)


def search_claims(
    events: pd.DataFrame,
    text: str,
    stances: Collection[str] = (),
    sides: Collection[str] = (),
    as_known_at: datetime | None = None,
) -> tuple[Entry, ...]:
    """Return the statements that hold every word of a text, in the order of the file.

    Parameters
    ----------
    events : DataFrame, n rows
    text : str
        Speaker, summary, channel, place and stance are searched; case, accents and alphabet do
        not matter.
    stances, sides : collection of str
        Only these, where any are given; they may stand without a text.
    as_known_at : datetime, optional
        Only what was surely on record then.

    Returns
    -------
    tuple of Entry
        Empty where nothing is asked for.
    """
    wanted = fold_name(text).split()
    if not (wanted or stances or sides):
        return ()
    return tuple(
        entry
        for entry in statements(events, as_known_at)
        if (not stances or entry.claim.stance in stances)
        and (not sides or entry.claim.side in sides)
        and _holds(entry.claim, wanted)
    )


def _holds(claim: Claim, wanted: Iterable[str]) -> bool:
    parts = (claim.actor, claim.summary, claim.channel, claim.where, label("stance", claim.stance))
    text = fold_name(" ".join((claim.stance.replace("_", " "), *filter(None, parts))))
    return all(word in text for word in wanted)
