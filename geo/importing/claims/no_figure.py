"""Cells that say that no number is known."""

import re

from geo.claims.counts.stated_number import NO_FIGURE
from geo.importing.words.unknown import list_unknown

_NONE_SAID = re.compile(
    r"\b(none|no \w+|nobody|zero|unknown|not)\b.*"
    r"\b(reported|known|stated|confirmed|verified)\b"
    rf"|^(?:{NO_FIGURE})",
    re.IGNORECASE,
)


def says_no_figure(text: str) -> bool:
    """Return whether a text says that no figure is known, or nothing.

    >>> says_no_figure("n/a"), says_no_figure("none reported"), says_no_figure("none")
    (True, True, False)
    """
    plain = " ".join(text.casefold().split())
    return plain in list_unknown() - {"none"} or not plain or bool(_NONE_SAID.search(plain))
