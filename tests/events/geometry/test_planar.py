"""Shapes on a flat map: what jumps across 180 degrees lies on both of its sides."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon, box

from geo.events.geometry.planar import cut_jumps

STRIP = Polygon([(179, -18), (-179, -18), (-179, -16), (179, -16)])
CUT = MultiPolygon([box(179, -18, 180, -16), box(-180, -18, -179, -16)])


def cut(shape: shapely.Geometry | None) -> shapely.Geometry:
    shapes = np.array([None, shape], dtype=object)
    missing, found = cut_jumps(shapes)
    assert missing is None
    return found


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (STRIP, CUT),
        (Polygon(list(STRIP.exterior.coords)[::-1]), CUT),
        (
            MultiPolygon([STRIP, box(0, 0, 1, 1)]),
            MultiPolygon([*CUT.geoms, box(0, 0, 1, 1)]),
        ),
        (
            LineString([(179, 0), (-177, 4)]),
            MultiLineString([[(179, 0), (180, 1)], [(-180, 1), (-177, 4)]]),
        ),
        (
            MultiLineString([[(-179, 0), (179, 2)], [(0, 0), (1, 1)]]),
            MultiLineString([[(-179, 0), (-180, 1)], [(180, 1), (179, 2)], [(0, 0), (1, 1)]]),
        ),
        (
            Polygon(STRIP.exterior, [[(179.5, -17.5), (-179.5, -17.5), (179.5, -16.5)]]),
            CUT.difference(Polygon([(179.5, -17.5), (180, -17.5), (180, -17), (179.5, -16.5)]))
            - Polygon([(-180, -17.5), (-179.5, -17.5), (-180, -17)]),
        ),
    ],
)
def test_a_shape_that_jumps_is_cut_on_the_short_way_round(
    shape: shapely.Geometry, expected: shapely.Geometry
) -> None:
    assert cut(shape).equals(expected)


def test_a_ring_round_a_pole_holds_all_that_lies_beyond_it() -> None:
    cap = cut(Polygon([(-120, 80), (0, 81), (120, 80)]))
    inside = [(0, 90), (180, 85), (-180, 85), (150, 85), (0, 81.5)]
    outside = [(0, 80.5), (180, 79), (0, -90)]
    assert [one for one in inside if not cap.intersects(Point(one))] == []
    assert [one for one in outside if cap.intersects(Point(one))] == []


@pytest.mark.parametrize(
    "shape",
    [
        None,
        Point(180, 0),
        MultiPoint([(-180, 0), (180, 0)]),
        CUT,
        box(-180, -45, 180, 45),
        box(-180, 80, 180, 90),
        box(-80, 0, 80, 1),
        # An edge of half a turn has two shortest ways.
        LineString([(-90, 0), (90, 0)]),
        Polygon([(-179, 0), (-60, 0), (60, 0), (179, 0), (179, 1), (0, 2), (-179, 1)]),
        Polygon(),
    ],
)
def test_what_does_not_jump_stays_as_it_is(shape: shapely.Geometry | None) -> None:
    shapes = np.array([shape, Point(0, 0)], dtype=object)
    assert cut_jumps(shapes) is shapes


def test_there_may_be_no_shapes() -> None:
    assert len(cut_jumps(np.array([], dtype=object))) == 0


def test_a_ring_that_only_crosses_itself_on_the_short_way_covers_what_it_encloses() -> None:
    # Its spike at 179.9 reaches across the edge from 179 to 181, but not across one by Greenwich.
    ring = [(179, 0), (-179, 10), (-179, 20), (179, 20), (178, 10), (179.9, 3), (178, 5)]
    assert Polygon(ring).is_valid
    found = cut(Polygon(ring))
    assert found.is_valid
    assert [found.intersects(Point(lon, 15)) for lon in (180, -180, 0)] == [True, True, False]


@given(
    west=st.floats(120, 179.5),
    width=st.floats(1, 179),
    south=st.floats(-89, 80),
    height=st.floats(0.5, 9),
    lon=st.floats(-180, 180),
    share=st.floats(-0.5, 1.5),
)
def test_a_place_is_in_a_cut_shape_where_it_is_in_the_whole_one(
    west: float, width: float, south: float, height: float, lon: float, share: float
) -> None:
    whole = Polygon([(west, south), (west + width, south), (west + width / 2, south + height)])
    lat = south + share * height
    turned = [((x + 180) % 360 - 180, y) for x, y in whole.exterior.coords]
    expected = any(whole.intersects(Point(lon + turn, lat)) for turn in (-360, 0, 360))
    is_close = any(whole.exterior.distance(Point(lon + turn, lat)) < 1e-6 for turn in (0, 360))
    if not is_close:
        assert cut(Polygon(turned)).intersects(Point(lon, lat)) == expected
