"""The service worker of a site, which makes what was visited readable offline."""

from collections.abc import Iterable
from pathlib import Path

from geo.publishing.site.pages.scripts import assign
from geo.publishing.site.paths import EXPLORER, OFFLINE, START, STYLE

# What the explorer needs: once opened, it works offline.
_FILES = (
    START,
    STYLE,
    *(f"{EXPLORER}/{name}.js" for name in ("data", "explorer", "deck", "base", "search")),
)
_CODE = Path(__file__).parent / OFFLINE


def write_offline(version: str, written: Iterable[str]) -> bytes:
    """Return the script of the worker.

    Parameters
    ----------
    version : str
        Of all files of the site: when any changes, what a browser holds of another one goes.
    written : iterable of str
        The paths of the site's files.
    """
    paths = set(written)
    content = {"version": version, "files": [path for path in _FILES if path in paths]}
    return assign("OFFLINE", content) + _CODE.read_bytes()
