"""Shapes within shapes within shapes: the library that reads them ends its process over many."""

import struct
from struct import unpack_from

DEEPEST = 100
# Each shape around others takes a byte of order, four of kind and four of count: what is shorter
# cannot be deep, as no point is, and needs no look.
_SHORTEST_DEEP = 9 * DEEPEST
_POINT, _LINE, _AREA, _CURVE = 1, 2, 3, 8
_HAS_Z, _HAS_M, _HAS_CRS = 0x80000000, 0x40000000, 0x20000000


def is_deep_wkb(content: bytes | None) -> bool:
    """Return whether a shape in WKB holds so many within one another that it cannot be read."""
    try:
        return content is not None and len(content) >= _SHORTEST_DEEP and _is_deep(content)
    except (struct.error, IndexError):
        # It is cut off, before it was deep.
        return False


def _is_deep(content: bytes) -> bool:
    at, order = 0, "<"
    # How many shapes are left at each depth.
    left = [1]
    while left:
        if not left[-1]:
            left.pop()
            continue
        left[-1] -= 1
        order = {0: ">", 1: "<"}.get(content[at], order)
        [kind] = unpack_from(f"{order}I", content, at + 1)
        at += 9 if kind & _HAS_CRS else 5
        base, size = _read_kind(kind)
        if base == _POINT:
            at += size
            continue
        [count] = unpack_from(f"{order}I", content, at)
        at += 4
        if base in (_LINE, _CURVE):
            at += count * size
        elif base == _AREA:
            for _ in range(count):
                at += 4 + unpack_from(f"{order}I", content, at)[0] * size
        else:
            left.append(count)
            if len(left) > DEEPEST:
                return True
    return False


def _read_kind(kind: int) -> tuple[int, int]:
    """Return a kind of shape without the marks of its dimensions, and the bytes of a position."""
    plain = kind & 0x0FFFFFFF
    more = {1: 1, 2: 1, 3: 2}.get(plain // 1000, 0)
    return plain % 1000, 8 * (2 + more + bool(kind & _HAS_Z) + bool(kind & _HAS_M))


def is_deep_wkt(text: str) -> bool:
    """Return whether a shape in WKT may hold so many within one another that it cannot be read.

    >>> is_deep_wkt("GEOMETRYCOLLECTION(" * 1000), is_deep_wkt("POINT (1 2)")
    (True, False)
    """
    return text.upper().count("COLLECTION") > DEEPEST
