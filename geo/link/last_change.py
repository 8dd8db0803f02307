"""When an event got its present form: the basis of "new or changed since ..."."""

import re
from dataclasses import dataclass

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_KIND = re.compile(r"(new|changed|reworded)-(?=.)")


@dataclass(frozen=True)
class Since:
    """A version of the data, as far as it can be compared with a moment.

    Attributes
    ----------
    date : str
        ISO day of the version; "" if the story has no versions.
    later_than : frozenset of str
        The versions before it.
    """

    date: str = ""
    later_than: frozenset[str] = frozenset()

    def is_since(self, moment: str) -> bool:
        """Whether it came on a day or after it, or after a version of the data.

        Examples
        --------
        >>> since = Since("2024-05-16", frozenset({"3f9a0c417be2"}))
        >>> [since.is_since(one) for one in ("2024-05-16", "2024-05-17", "3f9a0c417be2")]
        [True, False, True]
        """
        return self.date >= moment if is_day(moment) else moment in self.later_than


@dataclass(frozen=True)
class LastChange:
    """When an event got its present form.

    Attributes
    ----------
    changed : Since
        The first version that has it as it is now in substance.
    added : Since
        The first version that has it, and all later ones do.
    edited : Since
        The first version that has it as it is now, word for word.
    """

    changed: Since = Since()
    added: Since = Since()
    edited: Since = Since()

    def is_since(self, asked: str) -> bool:
        """Whether the event is new, changed or reworded since a moment, as a link asks.

        Examples
        --------
        >>> first, last = Since("2024-05-13"), Since("2024-05-16")
        >>> change = LastChange(changed=first, added=first, edited=last)
        >>> [change.is_since(one) for one in ("2024-05-15", "reworded-2024-05-15")]
        [False, True]
        """
        kind, moment = split_asked(asked)
        is_changed, is_new = self.changed.is_since(moment), self.added.is_since(moment)
        if kind == "new":
            return is_new
        if kind == "changed":
            return is_changed and not is_new
        if kind == "reworded":
            return self.edited.is_since(moment) and not is_changed
        return is_changed


def split_asked(asked: str) -> tuple[str, str]:
    """Return which kind of change a link asks for, "" for new and changed, and since when.

    Examples
    --------
    >>> split_asked("new-2024-05-15"), split_asked("3f9a0c417be2")
    (('new', '2024-05-15'), ('', '3f9a0c417be2'))
    """
    found = _KIND.match(asked)
    return (found[1], asked[found.end() :]) if found else ("", asked)


def is_day(moment: str) -> bool:
    """Whether a moment is a day; a version of the data, where not.

    Examples
    --------
    >>> is_day("2024-05-15"), is_day("3f9a0c417be2")
    (True, False)
    """
    return _DAY.fullmatch(moment) is not None
