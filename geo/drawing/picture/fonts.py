"""The fonts of a picture: measured, drawn with, and embedded where the file is text."""

import base64
import io
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.text import Text
from PIL import ImageFont

Font = Literal["text", "strong", "headline"]

_FOLDER = Path(__file__).parent / "typefaces"
_FILES: dict[Font, str] = {
    "text": "SourceSans3-Regular.ttf",
    "strong": "SourceSans3-Semibold.ttf",
    "headline": "SourceSerif4-Bold.ttf",
}
_FAMILIES: dict[Font, str] = {
    "text": "Source Sans 3",
    "strong": "Source Sans 3 Semibold",
    "headline": "Source Serif 4",
}
_MEASURED_AT = 64


@cache
def load_font(name: Font) -> FontProperties:
    """Return a font, without a size."""
    path = _FOLDER / _FILES[name]
    if not any(Path(known.fname) == path for known in fontManager.ttflist):
        fontManager.addfont(path)
    # The generic name brings a font of matplotlib's own for characters that the first one lacks.
    generic = "serif" if name == "headline" else "sans-serif"
    return FontProperties(family=[_FAMILIES[name], generic], weight=_choose_weight(name))


def measure_text(words: str, size: float, name: Font = "text") -> float:
    """Return how wide words are, in the unit of their size."""
    return float(_load_for_measuring(name).getlength(words) * size / _MEASURED_AT)


def embed_fonts(svg: bytes, texts: Iterable[Text]) -> bytes:
    """Return an SVG with the letters of its fonts that its texts use.

    Without them its words would be set in any font that a reader has, and would overlap.
    """
    used: dict[str, set[str]] = {}
    for text in texts:
        used.setdefault(text.get_fontfamily()[0], set()).update(text.get_text())
    faces = "".join(
        f'@font-face{{font-family:"{family}";font-weight:{_choose_weight(name)};'
        f"src:url(data:font/ttf;base64,{_subset_font(name, used[family])})}}"
        for name, family in _FAMILIES.items()
        if family in used
    )
    return svg.replace(b"</style>", faces.encode() + b"</style>", 1)


@cache
def _load_for_measuring(name: Font) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FOLDER / _FILES[name], _MEASURED_AT)


def _choose_weight(name: Font) -> str:
    return "bold" if name == "headline" else "normal"


def _subset_font(name: Font, characters: set[str]) -> str:
    """Return a font with these characters alone, as base64."""
    subsetter = Subsetter(Options(layout_features=["kern", "mark", "mkmk", "ccmp", "locl"]))
    subsetter.populate(text="".join(characters))
    content = io.BytesIO()
    with TTFont(_FOLDER / _FILES[name], lazy=True, recalcTimestamp=False) as whole:
        subsetter.subset(whole)
        whole.save(content)
    return base64.b64encode(content.getvalue()).decode()
