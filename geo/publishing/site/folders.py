"""Folders of a site whose names differ on every file system."""

from collections.abc import Iterable
from hashlib import sha256

START = "index.html"
"""The file that a server sends for a folder."""


def name_folders(ids: Iterable[str]) -> dict[str, str]:
    """Return a folder for each event, whose names differ on every file system.

    It is the id of the event. An id that differs from another only by its capitals, or that ends
    with a full stop, which some file systems drop, gets a hash of its own.

    Examples
    --------
    >>> name_folders(["bridge-2", "Bridge-2"])
    {'bridge-2': 'bridge-2-557ecb', 'Bridge-2': 'Bridge-2-7e324e'}
    """
    ids = list(ids)
    count: dict[str, int] = {}
    for one in ids:
        count[one.casefold()] = count.get(one.casefold(), 0) + 1
    return {
        one: f"{one}-{sha256(one.encode()).hexdigest()[:6]}"
        if count[one.casefold()] > 1 or one.endswith(".")
        else one
        for one in ids
    }
