"""The mark of an event: the colour says the group or type, the fill its verification.

Every renderer draws from this table: the map's atlas, the list in the browser, the legends of
pages, and pictures on paper.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import quote

from markupsafe import Markup


@dataclass(frozen=True)
class Mark:
    """How one word of `verification` is drawn.

    Attributes
    ----------
    path : str
        An SVG path in a square of `BOX` units, filled with one colour. Subpaths that run against
        the clock are holes.
    disc_fill : int
        Opacity of a disc without a pin, 0 to 255: fainter where less is verified.
    """

    path: str
    disc_fill: int = 24


BOX = 16
# A ring of radius 5.5 around the middle, 2 wide.
_DISC = "M14.5 8A6.5 6.5 0 0 1 1.5 8A6.5 6.5 0 0 1 14.5 8z"
_RING = _DISC + "M12.5 8A4.5 4.5 0 0 0 3.5 8A4.5 4.5 0 0 0 12.5 8z"
_LEFT_HALF = "M8 14.5A6.5 6.5 0 0 1 8 1.5z"
_SLASH = "M1.67 12.92L12.92 1.67 14.33 3.08 3.08 14.33z"
_DASHES = (
    "M8 1.5A6.5 6.5 0 0 1 11.33 2.42L10.31 4.14A4.5 4.5 0 0 0 8 3.5z"
    "M13.08 3.95A6.5 6.5 0 0 1 14.44 7.13L12.46 7.4A4.5 4.5 0 0 0 11.52 5.19z"
    "M14.34 9.45A6.5 6.5 0 0 1 12.7 12.49L11.25 11.11A4.5 4.5 0 0 0 12.39 9z"
    "M10.82 13.86A6.5 6.5 0 0 1 7.42 14.47L7.6 12.48A4.5 4.5 0 0 0 9.95 12.05z"
    "M5.18 13.86A6.5 6.5 0 0 1 2.58 11.58L4.24 10.48A4.5 4.5 0 0 0 6.05 12.05z"
    "M1.66 9.45A6.5 6.5 0 0 1 1.82 5.99L3.72 6.61A4.5 4.5 0 0 0 3.61 9z"
    "M2.92 3.95A6.5 6.5 0 0 1 5.72 1.91L6.42 3.79A4.5 4.5 0 0 0 4.48 5.19z"
)

MARKS: Mapping[str, Mark] = MappingProxyType(
    {
        "verified": Mark(_DISC, disc_fill=60),
        "partly_verified": Mark(_RING + _LEFT_HALF, disc_fill=42),
        "unverified": Mark(_RING),
        "unverifiable": Mark(_RING),
        "disputed": Mark(_DASHES),
        "false": Mark(_RING + _SLASH),
        "retracted": Mark(_RING + _SLASH),
    }
)
# Below each mark of a map, so that marks on top of each other stay apart. It reaches half a
# unit over the edge of the square.
HALO = "M16.5 8A8.5 8.5 0 0 1 -.5 8A8.5 8.5 0 0 1 16.5 8z"
# Opacity of an event that only possibly passes the filters.
POSSIBLE_OPACITY = 0.45


def find_mark(verification: str) -> Mark:
    """Return the mark of a word; that of an unverified event for a word that has none."""
    return MARKS.get(verification, MARKS["unverified"])


def list_paths() -> dict[str, str]:
    """Return the path of each word's mark."""
    return {word: mark.path for word, mark in MARKS.items()}


def write_svg(verification: str) -> Markup:
    """Return a mark as an SVG element in the colour of the words around it."""
    return Markup(
        '<svg class="glyph" viewBox="0 0 {box} {box}" fill="currentColor" aria-hidden="true">'
        '<path d="{path}"/></svg>'
    ).format(box=BOX, path=find_mark(verification).path)


def write_css() -> str:
    """Return rules that draw the marks, for pages that allow no SVG element.

    An element of the classes `glyph` and `glyph-<word>` shows the mark of that word in the colour
    of the words around it. A `swatch` that is `possible` is that of events of which a chart says
    only that they may count.
    """
    # A mask cuts the mark out of a plain background, which print and forced colours would drop.
    rules = [
        ".glyph { background: currentColor; mask: var(--mark) center / contain no-repeat;"
        " print-color-adjust: exact; forced-color-adjust: none; }",
        f".swatch.possible {{ opacity: {POSSIBLE_OPACITY}; }}",
    ]
    for word, mark in MARKS.items():
        svg = (
            f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {BOX} {BOX}'>"
            f"<path d='{mark.path}'/></svg>"
        )
        rules.append(f'.glyph-{word} {{ --mark: url("data:image/svg+xml,{quote(svg)}"); }}')
    return "\n".join(rules)
