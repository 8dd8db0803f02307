"""Shapes within shapes: those that no reader survives are known before they are read."""

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import box, multipolygons, points

from geo.events.files.deep_shapes import is_deep_wkb, is_deep_wkt

LEVELS = st.sampled_from([4, 5, 6, 7, 1007, 2007, 3007, 3006])


@given(st.lists(LEVELS, min_size=1, max_size=9), st.sampled_from(["little", "big"]))
def test_any_kind_of_shape_a_thousand_deep_is_deep(kinds: list[int], order: str) -> None:
    mark = b"\x01" if order == "little" else b"\x00"
    start = b"".join(
        mark + kind.to_bytes(4, order) + (1).to_bytes(4, order)  # type: ignore[arg-type]
        for kind in kinds
    )
    assert is_deep_wkb(start * 1_000)


MANY = multipolygons([box(x, 0, x + 0.5, 1) for x in range(9_000)])


@pytest.mark.parametrize("shape", [points(1, 2), box(0, 0, 1, 1), MANY])
def test_shapes_of_events_are_not(shape: shapely.Geometry) -> None:
    assert not is_deep_wkb(shapely.to_wkb(shape))
    assert not is_deep_wkt(shape.wkt)


@pytest.mark.parametrize(("levels", "is_deep"), [(99, False), (100, True)])
def test_the_shortest_deep_shape_is_found(levels: int, is_deep: bool) -> None:
    assert is_deep_wkb(b"\x01\x07\x00\x00\x00\x01\x00\x00\x00" * levels) == is_deep


def test_a_deep_shape_after_others_is_found() -> None:
    level = b"\x01\x07\x00\x00\x00\x04\x00\x00\x00"
    before = b"".join(
        shapely.to_wkb(one) for one in (points(1, 2), points(1, 2, 3), box(0, 0, 1, 1).boundary)
    )
    assert is_deep_wkb((level + before) * 1_000)


@pytest.mark.parametrize("content", [None, b"", b"\x01", b"\x01\x07\x00\x00\x00\xff\xff\xff\xff"])
def test_anything_but_a_shape_is_not_deep(content: bytes | None) -> None:
    assert not is_deep_wkb(content)


@given(st.binary(max_size=200))
def test_any_bytes_are_measured(content: bytes) -> None:
    assert not is_deep_wkb(content)
