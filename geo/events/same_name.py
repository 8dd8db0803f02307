"""Whether two names are one, perhaps misspelt: an error must never turn one voice into two."""

from collections.abc import Iterable
from functools import lru_cache

# "AP" and "AFP" are two agencies; in longer names one letter more or less is an error.
_SHORTEST = 4


@lru_cache(maxsize=10_000)
def _simplify(name: str) -> tuple[str, str]:
    """Return the letters and digits of a name without case, and its digits alone."""
    folded = "".join(character for character in name.casefold() if character.isalnum())
    return folded or name, "".join(filter(str.isdigit, folded))


def is_same_name(one: str, other: str) -> bool:
    """Return whether two names differ by case, punctuation, or one slip at most.

    A slip is a letter more, a letter less, another letter, or two neighbours swapped. A name of
    fewer than four letters is only the same as an equal one; numbers in a name always count.

    >>> is_same_name("Harbour Radio", "Harbuor radio")
    True
    >>> is_same_name("wire-1", "wire-2"), is_same_name("ap", "afp")
    (False, False)
    """
    (a, digits), (b, other_digits) = _simplify(one), _simplify(other)
    if a == b:
        return True
    if digits != other_digits or abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < _SHORTEST:
        return False
    at = next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(map(len, (a, b)))
    )
    rest, other_rest = a[at:], b[at:]
    return (
        rest[1:] == other_rest[1:]
        or rest == other_rest[1:]
        or rest[1:] == other_rest
        or (rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:])
    )


def merge_same_names(names: Iterable[str]) -> dict[str, str]:
    """Return for each name the first one that it is the same as.

    >>> merge_same_names(["herald", "gazette", "heralt"])
    {'herald': 'herald', 'gazette': 'gazette', 'heralt': 'herald'}
    """
    merged: dict[str, str] = {}
    for name in names:
        same = (known for known in merged if is_same_name(name, known))
        merged.setdefault(name, merged.get(next(same, name), name))
    return merged
