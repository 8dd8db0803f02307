"""Towns of the world by their name in several languages, without a network."""

import re
from functools import cache
from typing import NamedTuple

import pandas as pd
import shapely

from geo.border.countries import list_countries
from geo.border.world_files import find_file
from geo.importing.words.simplify import simplify_name

_LANGUAGES = ("en", "fr", "ru", "de", "es", "pt")
_NEAR = re.compile(
    r"^(near|off|around|outside|outskirts of|north of|south of|east of|west of)\s+", re.I
)


class Town(NamedTuple):
    """A town that a name may mean, with the metres within which all of it lies."""

    name: str
    country: str
    people: int
    lon: float
    lat: float
    radius_m: int

    def __str__(self) -> str:
        within = f"within {self.radius_m // 1000} km"
        return f"{self.name}, {self.country}, {self.people:,} people, {within}"


@cache
def _list_towns() -> dict[str, list[Town]]:
    table = pd.read_parquet(find_file("places.parquet"))
    points = shapely.from_wkb(table["geometry"].to_numpy())
    countries = list_countries()
    towns: dict[str, list[Town]] = {}
    columns: list[list[str | None]] = [table[f"name_{one}"].tolist() for one in _LANGUAGES]
    for row in zip(
        table["iso_a3"].astype(str),
        table["pop_max"].fillna(0).astype(int),
        shapely.get_x(points).tolist(),
        shapely.get_y(points).tolist(),
        zip(*columns, strict=True),
        strict=True,
    ):
        code, people, lon, lat, names = row
        country = countries.get(code, code)
        town = Town(str(names[0]), country, int(people), lon, lat, _find_radius(int(people)))
        for name in {simplify_name(one) for one in names if isinstance(one, str)} - {""}:
            towns.setdefault(name, []).append(town)
    return towns


def _find_radius(people: int) -> int:
    """Return metres by size: a town of a million is some 20 km from its middle to its edge."""
    steps = ((1_000_000, 20_000), (100_000, 10_000), (10_000, 5_000))
    return next((metres for least, metres in steps if people >= least), 3_000)


def find_towns(name: str) -> list[Town]:
    """Return the towns that a place may mean, the largest first; none if it is not known.

    For "Port, Town" the whole is looked up first, then each part.

    Examples
    --------
    >>> [town.country for town in find_towns("Suva")]
    ['Fiji']
    """
    towns = _list_towns()
    plain = _NEAR.sub("", name.strip())
    for part in (plain, *re.split(r"\s*[,;(/]\s*", plain)):
        if found := towns.get(simplify_name(part.strip(" )"))):
            return sorted(found, key=lambda town: -town.people)
    return []
