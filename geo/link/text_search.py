"""How text is found in an event: by any reader, in any case, accent and alphabet."""

import unicodedata
from collections.abc import Iterable
from functools import cache

import pandas as pd

from geo.events import Claim
from geo.link.plain_letters import PLAIN_LETTERS


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


def match_text(search_texts: pd.Series, text: str) -> pd.Series:
    """Return a mask of the events in whose `search_text` every word of a text stands."""
    match = pd.Series(True, index=search_texts.index)
    for word in fold(text).split():
        match &= search_texts.str.contains(word, regex=False)
    return match


def build_search_text(events: pd.DataFrame) -> pd.Series:
    """Return all that a reader may search of each event, folded.

    Titles, places in both spellings, the summary, the target, and who is on record saying
    what, so that a place is found by its name in either alphabet.
    """
    # Text is folded character by character, so each part can be folded alone, and only once.
    folded = cache(fold)
    texts = [
        " ".join(map(folded, [*filter(None, words), *_list_spoken(claims)]))
        for *words, claims in zip(
            *(events[name] for name in ("title", "place", "place_local", "region")),
            *(events[name] for name in ("summary", "target", "claims")),
            strict=True,
        )
    ]
    return pd.Series(texts, index=events.index, dtype=object)


def _list_spoken(claims: Iterable[Claim]) -> list[str]:
    return [text for claim in claims for text in (str(claim.actor), claim.summary) if text]
