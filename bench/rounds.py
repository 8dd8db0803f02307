"""How often a measurement is repeated, as its command line says."""

import sys
from collections.abc import Sequence


def read_rounds(arguments: Sequence[str], default: int) -> int:
    """Return the number that the first argument asks for, `default` where there is none.

    Raises
    ------
    SystemExit
        With what was found and wanted, where it is no whole number from 1 on.

    Examples
    --------
    >>> read_rounds(["5", "events.geojson"], 3), read_rounds([], 3)
    (5, 3)
    """
    if not arguments:
        return default
    text = arguments[0]
    if not (text.isascii() and text.isdecimal() and int(text)):
        sys.exit(f"rounds: found {text!r}, wanted a whole number from 1 on")
    return int(text)
