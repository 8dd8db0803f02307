"""The fonts of a picture: measured, drawn with, and embedded where the file is text."""

import base64
import io
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from matplotlib.font_manager import FontProperties, findfont, fontManager, get_font
from matplotlib.ft2font import LoadFlags
from matplotlib.text import Text
from PIL import ImageFont

from geo.drawing.picture.font_families import (
    FAMILIES,
    Font,
    choose_weight,
    list_characters,
    list_families,
    name_lacking,
)

_FOLDER = Path(__file__).parent / "typefaces"
_FILES: dict[Font, str] = {
    "text": "SourceSans3-Regular.ttf",
    "strong": "SourceSans3-Semibold.ttf",
    "headline": "SourceSerif4-Bold.ttf",
}
_MEASURED_AT = 64
for _file in _FILES.values():
    fontManager.addfont(_FOLDER / _file)


def clean(words: str) -> str:
    """Return words without what XML forbids or a line cannot hold.

    Examples
    --------
    >>> clean("a\\x00b\\nc \\ud800")
    'a b c'
    """
    return " ".join("".join(one if one.isprintable() else " " for one in words).split())


def load_font(name: Font, words: str = "") -> FontProperties:
    """Return a font for some words, without a size."""
    return FontProperties(family=list_families(words, name), weight=choose_weight(name))


def measure_text(words: str, size: float, name: Font = "text") -> float:
    """Return how wide words are, in the unit of their size."""
    words = name_lacking(clean(words), name)
    if words.isascii() or all(one in _own_characters(name) for one in words):
        return float(_load_for_measuring(name).getlength(words) * size / _MEASURED_AT)
    weight = choose_weight(name)
    files = [
        findfont(FontProperties(family=[family], weight=weight))
        for family in list_families(words, name)
    ]
    font = get_font(files)
    font.set_size(_MEASURED_AT, 72)
    font.set_text(words, 0, flags=LoadFlags.NO_HINTING)
    return float(font.get_width_height()[0] / 64 * size / _MEASURED_AT)


def embed_fonts(svg: bytes, texts: Iterable[Text]) -> bytes:
    """Return an SVG with the letters of its fonts that its texts use.

    Without them its words would be set in any font that a reader has, and would overlap.
    """
    used: dict[tuple[str, str], set[str]] = {}
    for text in texts:
        weight = str(text.get_fontweight())
        left = set(text.get_text())
        for family in text.get_fontfamily():
            has = left & list_characters(family, weight)
            used.setdefault((family, weight), set()).update(has)
            left -= has
    faces = "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};'
        f"src:url(data:font/ttf;base64,{_subset_font(family, weight, frozenset(characters))})}}"
        for (family, weight), characters in used.items()
        if characters
    )
    return svg.replace(b"</style>", faces.encode() + b"</style>", 1)


@cache
def _own_characters(name: Font) -> frozenset[str]:
    return list_characters(FAMILIES[name], choose_weight(name))


@cache
def _load_for_measuring(name: Font) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FOLDER / _FILES[name], _MEASURED_AT)


@lru_cache(maxsize=128)  # some 25 kB each; sheets of one record often use the same letters
def _subset_font(family: str, weight: str, characters: frozenset[str]) -> str:
    """Return a font with these characters alone, as base64."""
    # Features that join Arabic letters and position marks.
    joining = ["init", "medi", "fina", "isol", "rlig", "calt", "liga"]
    options = Options(layout_features=["kern", "mark", "mkmk", "ccmp", "locl", *joining])
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(characters))
    content = io.BytesIO()
    path = findfont(FontProperties(family=[family], weight=weight))
    with TTFont(path, lazy=True, recalcTimestamp=False, fontNumber=0) as whole:
        subsetter.subset(whole)
        whole.save(content)
    return base64.b64encode(content.getvalue()).decode()
