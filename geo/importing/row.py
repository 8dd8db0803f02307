"""The parts of one event from the cells of one row."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from geo.events.fields import ID

MOST_LINE, MOST_PROSE = 400, 4_000
_ID = re.compile(ID)
_NOT_IN_ID = re.compile(r"[^A-Za-z0-9._-]+")


def make_id(text: str, prefix: str = "") -> str:
    """Return a text as an id, as little changed as possible; "" if nothing of it can be one.

    >>> make_id("Case 12/а"), make_id("9", "ucdp-")
    ('Case-12', 'ucdp-9')
    """
    plain = prefix + unicodedata.normalize("NFKC", text).strip()
    if _ID.fullmatch(plain) and len(plain) <= 100:
        return plain
    return _NOT_IN_ID.sub("-", plain).strip("-._")[:100]


def hash_cells(cells: Mapping[str, str]) -> str:
    """Return a short hash of the cells of a row, independent of their order."""
    text = json.dumps(sorted(cells.items()), ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def fill_template(template: str, cells: Mapping[str, str]) -> str:
    """Return a title made of cells; what an empty cell leaves over is left out.

    >>> fill_template("{a}: reported near {b}, {c}", {"a": "Clash", "c": "North"})
    'Clash: reported near North'
    """
    lower: dict[str, str] = {}
    pieces = []
    is_whole = True
    for literal, name in _split_template(template):
        cell = cells.get(name, "")
        if name and not cell:
            lower = lower or {one.lower(): text for one, text in cells.items()}
            cell = lower.get(name.lower(), "")
            is_whole &= bool(cell)
        pieces += [literal, cell]
    text = " ".join("".join(pieces).split())
    if is_whole:
        return text
    text = re.sub(r"(?:,\s*){2,}", ", ", re.sub(r"\b(near|in|at|on)\s*,\s*", r"\1 ", text))
    return re.sub(r"\s*(?:\b(?:near|in|at|on))?[\s,:–-]*$", "", text).strip(" ,:")


def cut_text(text: str, most: int) -> str:
    """Return a text of at most so many characters, cut at a space where there is one."""
    if len(text) <= most:
        return text
    short = text[: most - 1]
    at = short.rfind(" ", most // 2)
    return (short[:at] if at > 0 else short).rstrip() + "…"


@cache
def _split_template(template: str) -> list[tuple[str, str]]:
    """Return the text before each column of a template, and its name; "" after the last."""
    parts = [*re.split(r"\{([^}]*)\}", template), ""]
    return list(zip(parts[::2], parts[1::2], strict=True))


def join_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def write_note(notes: Iterable[str], extras: Mapping[str, str]) -> str:
    """Return the desk's note: what the table notes, then each cell that has no other place."""
    lines = [note for note in notes if note]
    lines += [f"{name}: {text}" for name, text in extras.items()]
    return "\n".join(lines)
