"""A point in WGS 84 with how well it is known, and why a cell is not a point."""

import math
from dataclasses import dataclass, replace

from geo.events.sparse.defaults import UNSTATED_RADIUS_M

METRES_OF_A_DEGREE = 111_320
METRES, SWAPPED, BEYOND = "crs", "swapped", "beyond"
"""Ids of questions about places: metres of which system, which way round, beyond 180 degrees."""


@dataclass(frozen=True)
class ReadPosition:
    """A point; `radius_m` where its own digits leave more open than an unstated place does."""

    lon: float
    lat: float
    radius_m: int | None = None
    remark: str = ""


class PlaceProblem(Exception):  # noqa: N818
    """Cells that are not a place: what was found and what was wanted.

    `kind` is that of a question which could settle it; `meant` is the place if it is answered yes.
    `axis` says which of two cells it is, "lat" or "lon", where it is one of them.
    """

    def __init__(
        self, found: str, wanted: str, kind: str = "", meant: ReadPosition | None = None
    ) -> None:
        super().__init__(f"found {found}, wanted {wanted}")
        self.found, self.wanted, self.kind, self.meant = found, wanted, kind, meant
        self.axis = ""


def swap(position: ReadPosition) -> ReadPosition:
    """Return a point with latitude and longitude swapped.

    >>> swap(ReadPosition(12.8, 45.0)).lon, swap(ReadPosition(12.8, 45.0)).lat
    (45.0, 12.8)
    """
    return replace(position, lon=position.lat, lat=position.lon, remark="lat and lon swapped")


def turn_back(lon: float) -> float:
    """Return a longitude between -180 and 180 that was counted on beyond them.

    >>> turn_back(181.5), turn_back(-190.25), turn_back(170)
    (-178.5, 169.75, 170)
    """
    return lon if abs(lon) <= 180 else round(lon - math.copysign(360, lon), 9)


def round_radius(metres: float) -> int | None:
    """Return whole kilometres where they are more than a place that nobody qualifies has.

    >>> round_radius(7_200.5), round_radius(1.0)
    (8000, None)
    """
    return math.ceil(metres / 1000) * 1000 if metres > UNSTATED_RADIUS_M else None
