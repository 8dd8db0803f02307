"""A file as what differs from another."""

import random

from hypothesis import given
from hypothesis import strategies as st

from geo.story.versions.delta import apply_delta, make_delta


@given(st.binary(max_size=400), st.binary(max_size=400))
def test_a_delta_makes_any_file_of_any_other(base: bytes, content: bytes) -> None:
    assert apply_delta(base, make_delta(base, content)) == content


def test_a_delta_of_a_small_change_is_small() -> None:
    numbers = random.Random(1)
    lines = [f"{numbers.random()}\n".encode() for _ in range(5000)]
    changed = [*lines[:2000], b"another\n", *lines[2001:]]
    delta = make_delta(b"".join(lines), b"".join(changed))
    assert len(delta) < 2000
