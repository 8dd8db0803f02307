"""How often a measurement is repeated, and how much is measured, as its command line says."""

import sys
from collections.abc import Sequence


def read_rounds(arguments: Sequence[str], default: int) -> int:
    """Return the number that the first argument asks for, `default` without arguments.

    Raises
    ------
    SystemExit
        With what was found and wanted, if it is not a whole number of at least 1.

    Examples
    --------
    >>> read_rounds(["5", "events.geojson"], 3), read_rounds([], 3)
    (5, 3)
    """
    return _read_number("rounds", arguments[0]) if arguments else default


def read_sizes(arguments: Sequence[str], default: Sequence[int]) -> tuple[int, ...]:
    """Return the numbers of events that arguments ask for, `default` without arguments.

    Raises
    ------
    SystemExit
        As for `read_rounds`.

    Examples
    --------
    >>> read_sizes(["100", "1000"], [10_000]), read_sizes([], [10_000])
    ((100, 1000), (10000,))
    """
    return tuple(_read_number("events", text) for text in arguments) or tuple(default)


def _read_number(name: str, text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text)):
        sys.exit(f"{name}: found {text!r}, wanted a whole number from 1 on")
    return int(text)
