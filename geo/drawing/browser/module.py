"""The drawn map: JavaScript and CSS that draw a pydeck spec and own the time bar.

Nothing is built or minified. The files are ES modules; `join_modules` joins them into one, in the
order of their imports, so that an address needs one request and a page on disk can carry them.
"""

import re
from functools import cache
from pathlib import Path

import pydeck

_FOLDER = Path(__file__).parent
_IMPORT = re.compile(r"^import \{[^}]*\} from '(\.[^']+)';\n", re.MULTILINE)


@cache
def read_bundle() -> bytes:
    """Return deck.gl as pydeck's own wheel carries it: a script that sets the global ``deck``.

    Offline and of the pinned version; its source map is left out.
    """
    script = Path(pydeck.__file__).parent / "nbextension" / "static" / "index.js"
    return script.read_bytes().split(b"\n//# sourceMappingURL=")[0]


@cache
def join_modules(entry: Path) -> bytes:
    """Return the file `entry` and all that it imports as one ES module.

    Each file stands once, after the files that it imports; the import lines fall away, since all
    names then share one scope (tests/drawing/browser/test_module.py keeps them distinct).
    """
    joined: dict[Path, str] = {}

    def add(path: Path) -> None:
        if path in joined:
            return
        text = path.read_text("utf-8")
        for imported in _IMPORT.findall(text):
            add((path.parent / imported).resolve())
        joined[path] = _IMPORT.sub("", text)

    add(entry.resolve())
    return "\n".join(joined.values()).encode()


@cache
def read_style() -> bytes:
    """Return the style sheet of the map, the time bar, the list, the filters and the steps."""
    names = ("time_map", "beside_map", "filter_panel", "step_player", "paper")
    return b"".join((_FOLDER / f"{name}.css").read_bytes() for name in names)
