"""The time zone of a place."""

from functools import cache, lru_cache

from timezonefinder import TimezoneFinder

from geo.events.fields import list_zones


@cache
def _open_finder() -> TimezoneFinder:
    return TimezoneFinder()


@lru_cache(maxsize=50_000)
def find_zone(lon: float, lat: float) -> str | None:
    """Return the IANA name of the time zone at a place; None where none is known.

    >>> find_zone(45.0, 12.8)
    'Asia/Aden'
    """
    name = _open_finder().timezone_at(lng=(lon + 180) % 360 - 180, lat=lat)
    return name if name in list_zones() else None
