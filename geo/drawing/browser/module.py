"""The JavaScript and CSS of map, filters, list, time bar and steps, joined into one module.

Nothing of ours is built or minified. The files are ES modules; `join_modules` joins them into one,
in the order of their imports, so that an address needs one request and a page on disk can carry
them. Of deck.gl there is what the maps use (`deck_gl/`, made by ``make deck``).

Imports point down from folder to folder (tests/drawing/browser/test_module.py checks it)::

    time_map.js  the map with its time bar
    map/         the canvases and what lies over them: base/, events/, tiles/, canvas/, camera/
    list/        the events as a list, their count, and the mark of each
    steps/       the steps of a briefing
    sharing/     what copies and shares
    panels/      where filters and list lie beside the map, and the sheet of a phone
    filters/     what each filter means, its control, and what a reader has chosen
    time/        the time bar
    controls/    bars, handles and fields that know no events
    page/        what all parts share: elements, words, rows, reports
    types/       types of what Python sends, and of deck.gl
"""

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_IMPORT = re.compile(r"^import \{[^}]*\} from '(\.[^']+)';\n", re.MULTILINE)
_IMPORT_OF_TYPES = re.compile(r"^/\*\* @import .* \*/\n", re.MULTILINE)
_STYLES = (
    "page/page",
    "map/map",
    "time/time_bar",
    "list/event_list",
    "list/event_count",
    "panels/panels",
    "map/legend",
    "sharing/sharing",
    "filters/filter_panel",
    "steps/step_player",
    "page/paper",
)


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
        joined[path] = _IMPORT_OF_TYPES.sub("", _IMPORT.sub("", text))

    add(entry.resolve())
    return "\n".join(joined.values()).encode()


@cache
def read_style() -> bytes:
    """Return the style sheet of all parts of a page."""
    return b"".join((_FOLDER / f"{name}.css").read_bytes() for name in _STYLES)
