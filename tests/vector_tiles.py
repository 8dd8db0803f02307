"""Vector tiles for tests, written by hand after the specification (Mapbox Vector Tile 2.1)."""

from collections.abc import Mapping, Sequence

EXTENT = 4096
Ring = Sequence[tuple[int, int]]


def varint(value: int) -> bytes:
    """Return a whole number, seven bits a byte."""
    more = value >> 7
    return bytes([value & 127 | 128]) + varint(more) if more else bytes([value])


def part(field: int, content: bytes) -> bytes:
    """Return a field that has a length."""
    return varint(field << 3 | 2) + varint(len(content)) + content


def zigzag(value: int) -> bytes:
    """Return a whole number that may be negative."""
    return varint(2 * value if value >= 0 else -2 * value - 1)


def area(ring: Ring, properties: Mapping[str, str]) -> bytes:
    """Return a layer's content but its name: one area, clockwise on the screen."""
    commands, at = b"", (0, 0)
    for i, (x, y) in enumerate(ring):
        if i < 2:
            commands += varint(9 if i == 0 else (len(ring) - 1) << 3 | 2)
        commands += zigzag(x - at[0]) + zigzag(y - at[1])
        at = (x, y)
    tags = b"".join(varint(i) * 2 for i in range(len(properties)))
    feature = part(2, tags) + varint(3 << 3) + varint(3) + part(4, commands + varint(15))
    keys = b"".join(part(3, key.encode()) for key in properties)
    values = b"".join(part(4, part(1, value.encode())) for value in properties.values())
    return part(2, feature) + keys + values


def layer(name: str, content: bytes) -> bytes:
    """Return a layer of a tile."""
    head = varint(15 << 3) + varint(2) + part(1, name.encode())
    return part(3, head + content + varint(5 << 3) + varint(EXTENT))
