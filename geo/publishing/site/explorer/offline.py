"""The service worker of a site, which makes what was visited readable offline."""

from collections.abc import Mapping
from pathlib import Path

from geo.publishing.site.pages.scripts import SCRIPTS, assign, name_script
from geo.publishing.site.paths import OFFLINE, START, STYLE

_CODE = Path(__file__).parent / OFFLINE


def write_offline(version: str, hashes: Mapping[str, str]) -> bytes:
    """Return the script of the worker.

    Parameters
    ----------
    version : str
        Of all files of the site: when any changes, what a browser holds of another one goes.
    hashes : mapping of str to str
        The SHA-256 of the site's files, by path.
    """
    # What the explorer needs, as its page names it: once opened, it works offline.
    scripts = [name_script(path, hashes[path]) for path in SCRIPTS.values()]
    own = sorted({path.partition("/")[0] for path in hashes})
    content = {"version": version, "files": [START, STYLE, *scripts], "own": own}
    return assign("OFFLINE", content) + _CODE.read_bytes()
