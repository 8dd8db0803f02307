"""The errors that this library raises for input from outside, and what each says is wrong.

A new error names its parts, so that nobody has to take its sentence apart:
``EventFileError(Problem("", "an empty file", "events"), file="events.geojson")``. A plain sentence
is enough where it is only shown. What was found comes from outside and goes through `quote`.
"""

import math
import re
from typing import NamedTuple

# Longer texts are cut to this in messages.
MOST_SHOWN = 60


class Problem(NamedTuple):
    """One thing that is wrong: where in the file, what was found and what was wanted.

    Attributes
    ----------
    where : str
        Member, line or step, such as ``claims[2].source``; empty for the whole.
    found, wanted : str
        In plain words. Where nothing is wanted, `found` says it all.

    Examples
    --------
    >>> print(Problem("zone", "'Mars'", "a time zone"))
    zone: found 'Mars', wanted a time zone
    >>> print(Problem("", "an empty file", "events"))
    found an empty file, wanted events
    """

    where: str
    found: str
    wanted: str = ""

    @property
    def message(self) -> str:
        """What was found, and what was wanted."""
        return f"found {self.found}, wanted {self.wanted}" if self.wanted else self.found

    def within(self, part: str) -> "Problem":
        """Return it as a problem of a part of the file, such as a line; of none as it is."""
        return self._replace(where=", ".join(filter(None, (part, self.where))))

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


class GeoError(Exception):
    """Input that cannot be used; the message says where, what was found and what was wanted.

    Parameters
    ----------
    *problems : Problem or str
        What is wrong; a sentence where it is only shown.
    file : str, optional
        Name of the file that it is wrong in.

    Attributes
    ----------
    problems : tuple of Problem
    file : str
        Empty if the error is not about a file.

    Examples
    --------
    >>> print(GeoError(Problem("", "an empty file", "events"), file="events.geojson"))
    events.geojson: found an empty file, wanted events
    """

    def __init__(self, *problems: Problem | str, file: str = "") -> None:
        super().__init__(*problems)
        self.problems = tuple(
            problem if isinstance(problem, Problem) else Problem("", problem)
            for problem in problems
        )
        self.file = file

    @property
    def message(self) -> str:
        """All problems in one line, without the file."""
        return "; ".join(map(str, self.problems))

    def __str__(self) -> str:
        if not self.file:
            return self.message
        has_where = self.problems and self.problems[0].where
        return f"{self.file}{', ' if has_where else ': '}{self.message}"


class EventFileError(GeoError):
    """An event file without an event that can be read."""


class BorderFileError(GeoError):
    """A border file without a polygon to measure from."""


class StoryFileError(GeoError):
    """A story folder that lacks its story file, or a story file that cannot be used."""


class ExportError(GeoError):
    """A file that cannot be written: an unknown kind, or a place where nothing can be written."""


class LinkError(GeoError):
    """A query with a part that cannot be used, where no part may be ignored."""


def quote_name(name: str) -> str:
    """Return a name that was found, as the place of a problem; quoted unless it is short and plain.

    >>> quote_name("group"), quote_name("\\x1b[31m")
    ('group', "'\\\\x1b[31m'")
    """
    return name if re.fullmatch(rf"[\w#@.-]{{1,{MOST_SHOWN}}}", name) else quote(name)


def quote(value: object, most: int = MOST_SHOWN) -> str:
    """Return a value that was found as short, harmless text.

    Parameters
    ----------
    value : object
    most : int
        A longer text is cut to so many characters, and its length stated.

    Examples
    --------
    >>> quote("a" * 1_000_000)
    "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...' (1,000,000 characters)"
    >>> quote("\\x1b[31m<b>Båtsfjord")
    "'\\\\x1b[31m<b>Båtsfjord'"
    """
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case str() if len(value) > most:
            # repr escapes control and format characters, and keeps letters of all scripts.
            return f"{value[:most] + '...'!r} ({len(value):,} characters)"
        case int() if value.bit_length() > 128:
            return "a whole number of more than 38 digits"
        case float() if not math.isfinite(value):
            return "NaN" if math.isnan(value) else f"{'-' if value < 0 else ''}Infinity"
        case list() | tuple():
            return f"a list of {len(value)}" if value else "an empty list"
        case dict():
            return "an object"
        case str() | int() | float():
            return repr(value)
    return f"a value of type {type(value).__name__}"
