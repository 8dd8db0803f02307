"""Which typefaces have the characters of some words: our own, matplotlib's, this machine's."""

import re
import unicodedata
from functools import cache
from typing import Literal

from matplotlib.font_manager import FontProperties, findfont, fontManager, get_font

Font = Literal["text", "strong", "headline"]
FAMILIES: dict[Font, str] = {
    "text": "Source Sans 3",
    "strong": "Source Sans 3 Semibold",
    "headline": "Source Serif 4",
}
# Arabic, Hebrew, Georgian, Armenian and many more; it comes with matplotlib.
_BROAD = "DejaVu Sans"
# It has a box for every character.
_BOXES = "Last Resort"
NOT_SET = "[characters that no typeface here has]"


def choose_weight(name: Font) -> str:
    """Return the weight by which matplotlib finds a font in its family."""
    return "bold" if name == "headline" else "normal"


def list_families(words: str, name: Font) -> list[str]:
    """Return the families that words are set in: each character by the first one that has it."""
    own = list_characters(FAMILIES[name], choose_weight(name))
    broad = list_characters(_BROAD, choose_weight(name))
    rest = {one for one in words if one not in own and one not in broad and not one.isspace()}
    found = dict.fromkeys(_find_family(one) for one in sorted(rest))
    return [FAMILIES[name], _BROAD, *(family for family in found if family)]


def name_lacking(words: str, name: Font) -> str:
    """Return words in which a plain sentence replaces characters that no typeface here has.

    Pictures and symbols among them are left out; readers never see boxes.

    Examples
    --------
    >>> name_lacking("Port \\U00018b00\\U00018b01 closed", "text")
    'Port [characters that no typeface here has] closed'
    """
    if words.isascii():
        return words
    families = list_families(words, name)
    weight = choose_weight(name)
    lacking = {
        one
        for one in words
        if not one.isspace()
        and not any(one in list_characters(family, weight) for family in families)
    }
    if not lacking:
        return words
    symbols = {one for one in lacking if unicodedata.category(one)[0] in "SM"}
    without = "".join(one for one in words if one not in symbols)
    letters = lacking - symbols
    if letters:
        one = f"[{re.escape(''.join(sorted(letters)))}]"
        without = re.sub(rf"{one}(?:[^\w]*{one})*", NOT_SET, without)
    return " ".join(without.split()) or NOT_SET


@cache
def list_characters(family: str, weight: str) -> frozenset[str]:
    """Return the characters that a family has."""
    return _read_characters(findfont(FontProperties(family=[family], weight=weight)))


@cache
def _find_family(character: str) -> str | None:
    """Return a family of this machine that has a character; of Noto, where there are several."""
    files = {known.name: known.fname for known in fontManager.ttflist}
    ordered = sorted(files, key=lambda family: (not family.startswith("Noto Sans"), family))
    return next(
        (
            family
            for family in ordered
            if not family.startswith(_BOXES) and character in _read_characters(files[family])
        ),
        None,
    )


@cache
def _read_characters(path: str) -> frozenset[str]:
    """Return the characters of a file; none if its outlines cannot be drawn."""
    try:
        font = get_font(path)
    except (RuntimeError, OSError, ValueError):  # whatever lies in the folders of a machine
        return frozenset()
    # Emoji in colour are bitmaps of one size.
    return frozenset(map(chr, font.get_charmap())) if font.scalable else frozenset()
