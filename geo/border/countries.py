"""The countries whose borders come with the library."""

from functools import cache
from itertools import islice

import pandas as pd

from geo.border.world_files import find_file
from geo.errors import quote
from geo.events.suggestion import find_nearest, format_suggestion

_MOST_NEAR = 4


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
    ValueError: found 'Norway', wanted an ISO 3166-1 alpha-3 code (did you mean 'NOR' for Norway?)
    """
    names = list_countries()
    if code in names:
        return code
    hint = suggest_country(code) or ", such as NOR for Norway"
    raise ValueError(f"found {quote(code)}, wanted an ISO 3166-1 alpha-3 code{hint}")


def suggest_country(text: str) -> str:
    """Return which country was probably meant, for the end of a message; "" if none is near.

    >>> suggest_country("nor"), suggest_country("Norwy"), suggest_country("coast.geojson")
    (" (did you mean 'NOR' for Norway?)", " (did you mean 'NOR' for Norway?)", '')
    """
    names = list_countries()
    return format_suggestion(f"{one!r} for {names[one]}" for one in _find_near(text, names))


def _find_near(text: str, names: dict[str, str]) -> list[str]:
    """Return the codes that are a letter away, or that of the country that is called so."""
    if text.upper() in names:
        return [text.upper()]
    spoken = {name.casefold(): code for code, name in names.items()}
    if called := find_nearest(text, spoken):
        return [spoken[called]]
    near = (code for code in names if _is_one_letter_off(text.upper(), code))
    return list(islice(near, _MOST_NEAR))


def _is_one_letter_off(one: str, other: str) -> bool:
    pairs = list(zip(one, other, strict=False))
    return len(one) == len(other) and sum(a != b for a, b in pairs) == 1
