"""Where the features of a GeoJSON text without a slip stand, found by its quotes and brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Positions = NDArray[np.intp]

_LIST = re.compile(rb'"features"[ \t\r\n]*:[ \t\r\n]*(?=\[)')
_GAP = b" \t\r\n"
# More than this between a name and its colon is no layout; each takes a look at all names.
_WIDEST_GAP = 8
# Small enough to stay in the processor's cache.
_CHUNK = 1 << 18
_QUOTE, _OPENS, _CLOSES = 1, 2, 3
_MARKS = bytearray(256)
for _signs, _mark in ((b'"', _QUOTE), (b"{[", _OPENS), (b"}]", _CLOSES)):
    for _sign in _signs:
        _MARKS[_sign] = _mark
_IS_GAP = np.isin(np.arange(256), list(_GAP))


@dataclass(frozen=True)
class Spans:
    """Where the features of a list stand in a text.

    Attributes
    ----------
    begin, end : int
        Of the list, its brackets included.
    features : list of (int, int)
        Begin and end of each.
    names : list of int
        How many names of members stand in each, at all depths.
    """

    begin: int
    end: int
    features: list[tuple[int, int]]
    names: list[int]


def find_features(content: bytes) -> Spans | None:
    """Return where the first list called "features" and its members stand; None where unclear.

    Only quotes, brackets and commas are looked at. The spans are right if each of them, and the
    text around the list, turns out to be JSON.
    """
    found = _LIST.search(content)
    if found is None:
        return None
    begin = found.end()
    parts = list(_structure(content, begin))
    brackets, steps, names = (np.concatenate(part) for part in zip(*parts, strict=True))
    depth = np.cumsum(steps)
    ends = np.flatnonzero(depth == 0)
    if len(ends) == 0 or (names < 0).any():
        return None
    last = ends[0]
    brackets, steps, depth = brackets[: last + 1], steps[: last + 1], depth[: last + 1]
    opened = brackets[(steps > 0) & (depth == 2)]
    closed = brackets[(steps < 0) & (depth == 1)] + 1
    end = int(brackets[last]) + 1
    befores = [begin + 1, *closed.tolist()]
    afters = [*opened.tolist(), end - 1]
    gaps = [content[a:b].strip(_GAP) for a, b in zip(befores, afters, strict=True)]
    if any(gaps[:1] + gaps[-1:]) or any(gap != b"," for gap in gaps[1:-1]):
        return None
    counts = np.searchsorted(names, closed) - np.searchsorted(names, opened)
    spans = list(zip(opened.tolist(), closed.tolist(), strict=True))
    return Spans(begin, end, spans, counts.tolist())


def _structure(content: bytes, begin: int) -> Iterator[tuple[Positions, Positions, Positions]]:
    """Yield the brackets outside texts, their steps in depth, and the ends of names; by chunks."""
    whole = np.frombuffer(content, np.uint8)
    inside = np.uint8(0)
    while begin < len(content):
        end = begin + _CHUNK
        while content[end - 1 : end] == b"\\":
            end += 1
        chunk = content[begin:end]
        if b"\\" in chunk:
            # They stand in texts only; with pairs of them gone, one before a quote escapes it.
            chunk = chunk.replace(rb"\\", b"__").replace(rb"\"", b"__")
        marks = np.frombuffer(chunk.translate(_MARKS), np.uint8)
        places = np.flatnonzero(marks != 0)
        mark = marks[places]
        is_quote = mark == _QUOTE
        # Whether a text is open behind each mark: an odd number of quotes so far.
        opened = (np.cumsum(is_quote, dtype=np.uint8) + inside) & 1
        closing = places[(opened == 0) & is_quote] + begin
        is_bracket = (opened == 0) & ~is_quote
        steps = np.where(mark[is_bracket] == _OPENS, 1, -1)
        yield places[is_bracket] + begin, steps, _name_ends(whole, closing)
        inside = opened[-1] if len(opened) else inside
        begin = end


def _name_ends(whole: NDArray[np.uint8], closing: Positions) -> Positions:
    """Return those of the closing quotes that a colon follows; -1 where that cannot be seen."""
    after = closing
    for _ in range(_WIDEST_GAP):
        after = np.minimum(after + 1, len(whole) - 1)
        sign = whole[after]
        is_gap = _IS_GAP[sign]
        if not is_gap.any():
            followed: Positions = closing[sign == ord(":")]
            return followed
        after -= ~is_gap
    return np.array([-1])
