"""A title made of the cells of a row."""

import re
from collections.abc import Mapping
from functools import cache


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


@cache
def _split_template(template: str) -> list[tuple[str, str]]:
    """Return the text before each column of a template, and its name; "" after the last."""
    parts = [*re.split(r"\{([^}]*)\}", template), ""]
    return list(zip(parts[::2], parts[1::2], strict=True))
