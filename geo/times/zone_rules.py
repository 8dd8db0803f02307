"""What the rules of time zones are on this machine: governments change them from time to time."""

import hashlib
import zoneinfo
from collections.abc import Iterable
from importlib import resources
from pathlib import Path


def hash_rules(zones: Iterable[str]) -> str:
    """Return a hash that differs where a zone has other rules.

    Parameters
    ----------
    zones : iterable of str
        IANA names that this machine knows, in any order.

    Raises
    ------
    OSError, ModuleNotFoundError
        If it does not know one.
    """
    digest = hashlib.sha256()
    for zone in sorted(set(zones)):
        digest.update(_read_rules(zone))
    return digest.hexdigest()


def _read_rules(zone: str) -> bytes:
    """Return the file of a zone, found where Python finds it."""
    for folder in zoneinfo.TZPATH:
        path = Path(folder) / zone
        if path.is_file():
            return path.read_bytes()
    return resources.files("tzdata.zoneinfo").joinpath(zone).read_bytes()
