"""Since when an event is as it is now: what "new or changed since ..." is judged by."""

import re
from dataclasses import dataclass

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class LastChange:
    """The last change of substance of an event.

    Attributes
    ----------
    date : str
        ISO day of the first version of the data that has the event as it is now; "" where the
        story has no versions.
    differs_from : frozenset of str
        The versions before that change.
    """

    date: str = ""
    differs_from: frozenset[str] = frozenset()

    def is_since(self, moment: str) -> bool:
        """Whether the change came on a day or after it, or after a version of the data.

        Examples
        --------
        >>> change = LastChange("2023-05-04", frozenset({"3f9a0c417be2"}))
        >>> [change.is_since(one) for one in ("2023-05-04", "2023-05-05", "3f9a0c417be2")]
        [True, False, True]
        """
        return self.date >= moment if is_day(moment) else moment in self.differs_from


def is_day(moment: str) -> bool:
    """Whether a moment is a day; a version of the data, where not.

    Examples
    --------
    >>> is_day("2023-05-03"), is_day("3f9a0c417be2")
    (True, False)
    """
    return _DAY.fullmatch(moment) is not None
