"""Which name was probably meant in place of one that is not known: one rule for every message."""

import difflib
import re
from collections.abc import Collection, Iterable, Iterator

from geo.events.same_name import is_same_name

# The share of letters, in order, that two names must have in common for one to be the other
# misspelt. Two letters wrong in one of seven leave 0.71; with 0.6, difflib's own, "id" is near to
# "kind", and countries would be offered that nobody meant.
_LEAST_ALIKE = 0.7
# One error is forgiven in so many letters, and likewise in so many digits: "fire-12" is not
# "fire-11" misspelt.
_LETTERS_FOR_AN_ERROR = 3
# How many names are looked at that have enough letters in common.
_MOST_TRIED = 5
# Nobody misspells a longer one, and comparing takes time.
_LONGEST = 100
# "of" is a part of many names, and many start with the same three letters.
_SHORTEST_PART, _SHORTEST_START = 3, 4


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

    It differs by case, punctuation or one letter; or it alone starts so, consists of the same words
    and some more, or of most of them; or few of its letters are others, and as few of its digits.
    Where names are paths, such as Europe/Oslo, the last part has to be near, and what is before it
    too unless the last part is the same.

    >>> find_nearest("Grup", ["group", "from"]), find_nearest("ged", ["acled", "ucdp-ged"])
    ('group', 'ucdp-ged')
    >>> find_nearest("Europe/Atlantis", ["Canada/Atlantic"]), find_nearest("oslo", ["Europe/Oslo"])
    (None, 'Europe/Oslo')
    """
    if not isinstance(found, str) or not found or len(found) > _LONGEST:
        return None
    if any("/" in name for name in names):
        return _find_path(found, names)
    return next(_rank(found, names), None)


def _find_path(found: str, names: Collection[str]) -> str | None:
    above, _, last = found.rpartition("/")
    by_last: dict[str, list[str]] = {}
    for name in names:
        by_last.setdefault(name.rpartition("/")[2], []).append(name)
    for near in _rank(last, by_last):
        starts = {name.rpartition("/")[0]: name for name in reversed(by_last[near])}
        if not above:
            return by_last[near][0]
        if meant := next(_rank(above, starts), None):
            return starts[meant]
        if near.casefold() == last.casefold():
            return by_last[near][0]
    return None


def _rank(found: str, names: Collection[str]) -> Iterator[str]:
    """Yield the names that may have been meant, the most probable one first."""
    folded = {name.casefold(): name for name in names}
    plain = found.casefold()
    if equal := folded.get(plain):
        yield equal
    yield from (name for name in names if is_same_name(found, name))
    words = _split(found)
    parts = [
        name
        for name in names
        if (words and _is_part(words, _split(name)))
        or (len(plain) >= _SHORTEST_START and name.casefold().startswith(plain))
    ]
    if len(parts) == 1:
        yield parts[0]
    near = difflib.get_close_matches(plain, folded, _MOST_TRIED, _LEAST_ALIKE)
    yield from (folded[name] for name in near if _is_alike(plain, name))


def _split(name: str) -> frozenset[str]:
    words = re.split(r"[\W_]+", name.casefold())
    return frozenset(word for word in words if len(word) >= _SHORTEST_PART or word.isdigit())


def _is_part(some: frozenset[str], others: frozenset[str]) -> bool:
    is_most = others <= some and 2 * len(others) >= len(some)
    return bool(others) and (some <= others or is_most)


def _is_alike(one: str, other: str) -> bool:
    """Return whether few letters of two names differ, for how long they are; and few digits."""
    digits = ["".join(filter(str.isdigit, name)) for name in (one, other)]
    if not _has_few_errors(*digits):
        return False
    # With another first letter and more errors it is another word, such as fortification.
    return _count_errors(one, other) <= 1 or (one[:1] == other[:1] and _has_few_errors(one, other))


def _has_few_errors(one: str, other: str) -> bool:
    most = max(len(one), len(other)) // _LETTERS_FOR_AN_ERROR
    return _count_errors(one, other) <= most


def _count_errors(one: str, other: str) -> int:
    """Return how many letters were added, left out, changed, or swapped with the next one."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        now = [i + 1]
        for j, there in enumerate(other):
            least = min(last[j + 1] + 1, now[j] + 1, last[j] + (letter != there))
            if i and j and (letter, one[i - 1]) == (other[j - 1], there):
                least = min(least, before[j - 1] + 1)
            now.append(least)
        before, last = last, now
    return last[-1]
