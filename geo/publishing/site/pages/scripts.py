"""Code and data as classic scripts: a page from disk loads no module and fetches no file."""

import re
from functools import cache
from pathlib import Path

from geo.drawing.browser import module as browser
from geo.publishing.inline import embed_json, strip_comments


def assign(name: str, content: object) -> bytes:
    """Return a script that leaves a value in a global."""
    return f"globalThis.{name} = {embed_json(content)};\n".encode()


@cache
def join_classic_script(entry: Path) -> bytes:
    """Return a module and all that it imports as one classic script."""
    code = strip_comments(browser.join_modules(entry).decode())
    code = re.sub(r"^export (?=(?:async )?(?:class|const|function|let)\b)", "", code, flags=re.M)
    return f"(() => {{\n'use strict';\n{code}\n}})();\n".encode()
