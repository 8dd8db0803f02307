"""The countries whose borders come with the library."""

import difflib
from functools import cache
from itertools import islice

import pandas as pd

from geo.border.world_files import find_file

_MOST_NEAR = 4
# How much of two names is the same, of 1. A letter wrong in a name of four, as the shortest are,
# leaves 0.75; two wrong in one of seven 0.71. Below, a country that was not meant would be offered.
_LEAST_ALIKE = 0.7


@cache
def list_countries() -> dict[str, str]:
    """Return the English name of each country by its ISO 3166-1 alpha-3 code."""
    table = pd.read_parquet(find_file("borders.parquet"), columns=["iso_a3", "name_en"])
    return dict(sorted(zip(table["iso_a3"], table["name_en"], strict=True)))


def check_country(code: str) -> str:
    """Return a code that is one of a country; raise ValueError with the nearest ones if not.

    Examples
    --------
    >>> check_country("NOR")
    'NOR'
    >>> check_country("Norway")
    Traceback (most recent call last):
    ValueError: found 'Norway', wanted an ISO 3166-1 alpha-3 code; did you mean NOR (Norway)?
    """
    names = list_countries()
    if code in names:
        return code
    near = _find_near(code, names)
    meant = " or ".join(f"{one} ({names[one]})" for one in near)
    hint = f"; did you mean {meant}?" if near else ", such as NOR for Norway"
    raise ValueError(f"found {code[:40]!r}, wanted an ISO 3166-1 alpha-3 code{hint}")


def _find_near(text: str, names: dict[str, str]) -> list[str]:
    """Return the codes that are a letter away, or that of the country that is called so."""
    if text.upper() in names:
        return [text.upper()]
    spoken = {name.casefold(): code for code, name in names.items()}
    called = difflib.get_close_matches(text.casefold(), spoken, n=1, cutoff=_LEAST_ALIKE)
    if called:
        return [spoken[called[0]]]
    near = (code for code in names if _is_one_letter_off(text.upper(), code))
    return list(islice(near, _MOST_NEAR))


def _is_one_letter_off(one: str, other: str) -> bool:
    pairs = list(zip(one, other, strict=False))
    return len(one) == len(other) and sum(a != b for a, b in pairs) == 1
