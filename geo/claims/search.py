"""Search across statements, whatever the case, accents or alphabet of a name."""

import re
from collections.abc import Iterable

import pandas as pd

from geo.claims.ledger import Entry, entry_of
from geo.event import Claim
from geo.filters import fold
from geo.vocabulary import label

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


def search_claims(events: pd.DataFrame, text: str) -> tuple[Entry, ...]:
    """Return the statements that hold every word of a text, in the order of the file.

    Speaker, summary, channel, place and stance are searched; case, accents and alphabet do not
    matter. An empty text finds nothing.
    """
    wanted = fold_name(text).split()
    if not wanted:
        return ()
    return tuple(
        entry_of(event, claim, {source.id: source for source in sources}, tz)
        for event, claims, sources, tz in zip(
            events.index, events["claims"], events["sources"], events["tz"], strict=True
        )
        for claim in claims
        if _holds(claim, wanted)
    )


def _holds(claim: Claim, wanted: Iterable[str]) -> bool:
    parts = (claim.actor, claim.summary, claim.channel, claim.where, label("stance", claim.stance))
    text = fold_name(" ".join((claim.stance.replace("_", " "), *filter(None, parts))))
    return all(word in text for word in wanted)
