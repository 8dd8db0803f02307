"""Code and data as classic scripts: a page from disk loads no module and fetches no file."""

import re
from base64 import b64encode
from functools import cache
from pathlib import Path

from geo.drawing.browser import module as browser
from geo.publishing.inline import embed_json, strip_comments
from geo.publishing.site.paths import EXPLORER

SCRIPTS = {name: f"{EXPLORER}/{name}.js" for name in ("data", "explorer", "deck", "base", "search")}
"""The paths of the explorer's scripts, by name: a page runs those of one version."""


def assign(name: str, content: object) -> bytes:
    """Return a script that leaves a value in a global."""
    return f"globalThis.{name} = {embed_json(content)};\n".encode()


def name_script(path: str, hash_: str) -> str:
    """Return the address of a script as a page names it that wants this version of it."""
    return f"{path}?{hash_[:10]}"


def bind_script(path: str, hash_: str) -> dict[str, str]:
    """Return the address of a script, and the integrity without which a browser does not run it.

    Parameters
    ----------
    path : str
    hash_ : str
        Its SHA-256, in hexadecimal digits.
    """
    integrity = f"sha256-{b64encode(bytes.fromhex(hash_)).decode()}"
    return {"src": name_script(path, hash_), "integrity": integrity}


@cache
def join_classic_script(entry: Path) -> bytes:
    """Return a module and all that it imports as one classic script."""
    code = strip_comments(browser.join_modules(entry).decode())
    code = re.sub(r"^export (?=(?:async )?(?:class|const|function|let)\b)", "", code, flags=re.M)
    return f"(() => {{\n'use strict';\n{code}\n}})();\n".encode()
