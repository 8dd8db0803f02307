"""The difference between two files as copies of parts of one and what is new in the other."""

import json
import zlib
from collections.abc import Iterator

# Every eighth line, on average, ends a part: where the text says so, not at a fixed place, so
# that parts before and after a change are the same in both files.
_LINES_IN_PART = 8


def make_delta(base: bytes, content: bytes) -> bytes:
    """Return what turns a file into another; small where most parts of both are the same.

    Examples
    --------
    >>> lines = [b"%d\\n" % number for number in range(1000)]
    >>> changed = b"".join([*lines[:500], b"new\\n", *lines[500:]])
    >>> delta = make_delta(b"".join(lines), changed)
    >>> apply_delta(b"".join(lines), delta) == changed, len(delta) < len(changed) / 10
    (True, True)
    """
    positions = {part: number for number, part in enumerate(_split(base))}
    steps: list[list[int] | str] = []
    for part in _split(content):
        position = positions.get(part)
        last = steps[-1] if steps else None
        if position is None:
            # JSON holds text; Latin-1 has a character for every byte.
            steps.append(part.decode("latin-1"))
        elif isinstance(last, list) and sum(last) == position:
            last[1] += 1
        else:
            steps.append([position, 1])
    return json.dumps(steps).encode()


def apply_delta(base: bytes, delta: bytes) -> bytes:
    """Return the file that a delta makes of its base.

    Raises
    ------
    ValueError
        If it is not a delta of `make_delta`.
    """
    parts = list(_split(base))
    made = []
    for step in json.loads(delta):
        match step:
            case str():
                made.append(step.encode("latin-1"))
            case [int() as start, int() as count]:
                made += parts[start : start + count]
            case _:
                raise ValueError("found a step of another kind, wanted a text or two numbers")
    return b"".join(made)


def _split(content: bytes) -> Iterator[bytes]:
    part: list[bytes] = []
    for line in content.splitlines(keepends=True):
        part.append(line)
        if zlib.crc32(line) % _LINES_IN_PART == 0:
            yield b"".join(part)
            part = []
    if part:
        yield b"".join(part)
