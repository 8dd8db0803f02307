"""Lines of a border, however many vertices they have, and the certificate of the nearest piece."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.border import Border, distance_to_border
from geo.border.geodesic import inverse
from geo.border.linework import Linework
from tests.border.places import SQUARE, around_the_square, geodesic_m, places, points


@given(around_the_square, st.floats(0.01, 0.5))
def test_more_vertices_on_the_same_border_change_nothing(
    place: tuple[float, float], degrees: float
) -> None:
    denser = Border(shapely.segmentize(SQUARE.polygon, degrees))
    here = distance_to_border(points(place), SQUARE).iloc[0]
    there = distance_to_border(points(place), denser).iloc[0]
    assert there.distance_m == pytest.approx(here.distance_m, abs=0.001)
    assert there.inside == here.inside


lines = st.lists(st.tuples(st.floats(-20, 20), st.floats(-89, 89)), min_size=2, max_size=6)


@given(lines, st.floats(0.001, 1), places)
def test_no_point_of_a_line_is_nearer_than_the_distance_found(
    line: list[tuple[float, float]], scale: float, place: tuple[float, float]
) -> None:
    path = np.array(line) * scale
    (found,), (nearest,) = Linework([path]).find_nearest(*np.array([place]).T)
    along = np.arange(0, len(path) - 1, 0.001)
    lon, lat = (np.interp(along, range(len(path)), degrees) for degrees in path.T)
    assert found <= inverse(lon, lat, *place)[1].min() + 0.001
    assert found == pytest.approx(geodesic_m(*place, *nearest), abs=0.001)


@given(lines, st.floats(0.001, 0.2), places, st.floats(0, 0.3))
def test_no_vertex_is_left_out_that_lies_nearer_to_other_lines(
    line: list[tuple[float, float]], scale: float, place: tuple[float, float], size: float
) -> None:
    here = Linework([np.array(line) * scale])
    there = Linework([np.array([place, (place[0] + size, place[1])])])
    pairs = here.start[:, None], there.start[:: max(1, len(there.start) // 5)]
    length = inverse(*np.moveaxis(pairs[0], -1, 0), *pairs[1].T)[1].min(axis=1)
    least = float(np.median(length))
    near = here.start[length < least].tolist()
    assert {*map(tuple, near)} <= {*map(tuple, here.find_vertices_near(there, least).tolist())}
