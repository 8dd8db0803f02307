"""Which name was probably meant in place of one that is not known: one rule for every message."""

import difflib
import re
from collections.abc import Collection, Iterable

from geo.events.same_name import is_same_name

# The share of letters, in order, that two names must have in common for one to be the other
# misspelt. Two letters wrong in one of seven leave 0.71; with 0.6, difflib's own, "id" is near to
# "kind", and countries would be offered that nobody meant.
LEAST_ALIKE = 0.7
# Nobody misspells a longer one, and comparing takes time.
_LONGEST = 100
# "of" is a part of many names.
_SHORTEST_PART = 3


def suggest(found: object, names: Collection[str]) -> str:
    """Return which name was probably meant, for the end of a message; "" if none is near.

    Parameters
    ----------
    found : object
    names : collection of str
        The names that there are.

    Examples
    --------
    >>> suggest("harbor", ["harbour", "coast"])
    " (did you mean 'harbour'?)"
    >>> suggest("mars", ["harbour", "coast"]), suggest(3, ["harbour"])
    ('', '')
    """
    near = find_nearest(found, names)
    return format_suggestion([repr(near)] if near else [])


def format_suggestion(meant: Iterable[str]) -> str:
    """Return the question whether one of some names was meant, each as it shall be shown.

    >>> format_suggestion(["'limit'", "'offset'"])
    " (did you mean 'limit' or 'offset'?)"
    """
    names = " or ".join(meant)
    return f" (did you mean {names}?)" if names else ""


def find_nearest(found: object, names: Collection[str]) -> str | None:
    """Return the name that was probably meant; None if none is near.

    It differs by case, punctuation or one letter; or it alone consists of the same words and some
    more, or of some of them; or most of its letters are the same.

    >>> find_nearest("Grup", ["group", "from"]), find_nearest("ged", ["acled", "ucdp-ged"])
    ('group', 'ucdp-ged')
    """
    if not isinstance(found, str) or not found or len(found) > _LONGEST:
        return None
    folded = {name.casefold(): name for name in names}
    if equal := folded.get(found.casefold()):
        return equal
    if same := next((name for name in names if is_same_name(found, name)), None):
        return same
    words = _split(found)
    parts = [name for name in names if words and _is_part(words, _split(name))]
    if len(parts) == 1:
        return parts[0]
    near = difflib.get_close_matches(found.casefold(), folded, 1, LEAST_ALIKE)
    return folded[near[0]] if near else None


def _split(name: str) -> frozenset[str]:
    words = re.split(r"[\W_]+", name.casefold())
    return frozenset(word for word in words if len(word) >= _SHORTEST_PART)


def _is_part(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(others) and (some <= others or others <= some)
