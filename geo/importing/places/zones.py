"""The time zone of a place."""

from functools import cache, lru_cache

from timezonefinder import TimezoneFinder

from geo.events.fields import list_zones


@cache
def _open_finder() -> TimezoneFinder:
    return TimezoneFinder()


@lru_cache(maxsize=50_000)
def find_zone(lon: float, lat: float) -> str | None:
    """Return the IANA name of the time zone of a place on land or off its coast; None at sea.

    At sea ships keep nautical zones, such as Etc/GMT+12. No account of an event there is on such a
    clock, and on either side of the date line the two differ by a day.

    >>> find_zone(45.0, 12.8), find_zone(-175.2, -21.6)
    ('Asia/Aden', None)
    """
    name = _open_finder().timezone_at_land(lng=(lon + 180) % 360 - 180, lat=lat)
    return name if name in list_zones() else None
