"""The drawn map: JavaScript and CSS that draw a pydeck spec and own the time bar.

Nothing of ours is built or minified. The files are ES modules; `join_modules` joins them into one,
in the order of their imports, so that an address needs one request and a page on disk can carry
them. Of deck.gl there is what the maps use (`deck_gl/`, made by ``make deck``).
"""

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_IMPORT = re.compile(r"^import \{[^}]*\} from '(\.[^']+)';\n", re.MULTILINE)


@cache
def read_bundle() -> bytes:
    """Return the parts of deck.gl that are used here: a script that sets the global ``deck``.

    It is of the version that pydeck's wheel carries, in a fifth of the bytes.
    """
    return (_FOLDER / "deck_gl" / "deck.js").read_bytes()


def read_licences() -> bytes:
    """Return the licences of all that is in the bundle, which go wherever a copy of it goes."""
    return (_FOLDER / "deck_gl" / "LICENSES.txt").read_bytes()


@cache
def join_modules(entry: Path) -> bytes:
    """Return the file `entry` and all that it imports as one ES module.

    Each file appears once, after the files that it imports; the import lines fall away, since all
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
