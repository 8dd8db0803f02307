"""On which side of a border many points lie at once, compared with the same points one by one."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from shapely import MultiPolygon, Polygon, box

from geo.border import Border, distance_to_border

# Fingers of 5 km and gaps of 5 km: a step over one leads to the same side again.
_TEETH = [
    (20 + tooth / 20, lat) for tooth in range(40) for lat in ((2, 0) if tooth % 2 else (0, 2))
]
_HOLE = box(21, 0, 21.1, 0.1).exterior
_ROUND = [(lon, 80 + (lon % 20) / 10) for lon in range(-180, 181, 10)]
BORDERS = {
    "a comb": Border(Polygon([(20, -1), *_TEETH, (22, 0), (22, -1)])),
    "a square with a hole": Border(Polygon(box(20, -1, 22, 1).exterior, [_HOLE])),
    "both sides of 180°": Border(MultiPolygon([box(179, -1, 180, 1), box(-180, -1, -179, 1)])),
    "beyond 180°": Border(box(179, -1, 181, 1)),
    "around a pole": Border(Polygon([*_ROUND, (180, 90), (-180, 90)])),
}


def _scatter(border: Border, count: int, seed: int, spread: float) -> NDArray[np.float64]:
    """Return points near the border and about it, some of them on its vertices."""
    random = np.random.default_rng(seed)
    corners = shapely.get_coordinates(border.polygon)
    near = corners[random.integers(0, len(corners), count)] + random.normal(0, spread, (count, 2))
    near[:, 0] = (near[:, 0] + 180) % 360 - 180
    near[:, 1] = np.clip(near[:, 1], -90, 90)
    return np.concatenate([corners, near, near[: count // 3]])


@given(
    st.sampled_from(sorted(BORDERS)),
    st.integers(0, 2**32 - 1),
    st.sampled_from([1e-7, 1e-3, 0.05, 1, 10]),
    # The last is more than is measured in one pass.
    st.sampled_from([0, 1, 2, 300, 7_000]),
)
def test_points_lie_where_each_alone_does(name: str, seed: int, spread: float, count: int) -> None:
    border = BORDERS[name]
    lon, lat = _scatter(border, count, seed, spread).T
    found = distance_to_border(gpd.GeoSeries(gpd.points_from_xy(lon, lat)), border)["inside"]
    # Plain geometry, as if the Earth were flat; the area reaches over the 180th meridian.
    wanted = shapely.covers(border.area, shapely.points(lon - 360 * np.round(lon / 360), lat))
    assert found.to_numpy().tolist() == wanted.tolist()


@pytest.mark.parametrize("step", [0.001, 0.01, 0.09, 0.1])
def test_a_row_of_points_across_fingers_is_on_both_sides_in_turn(step: float) -> None:
    lon = np.arange(20.001, 22, step)
    shapes = gpd.GeoSeries(gpd.points_from_xy(lon, np.full(len(lon), 1.0)))
    found = distance_to_border(shapes, BORDERS["a comb"])["inside"]
    wanted = shapely.covers(BORDERS["a comb"].polygon, shapely.points(lon, 1.0))
    assert found.tolist() == wanted.tolist()
    assert step > 0.05 or 0 < wanted.sum() < len(wanted)
