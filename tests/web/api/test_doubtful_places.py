"""A place in a box is certain only where all of its circle is."""

import numpy as np
import pandas as pd
import pytest
import shapely
from geographiclib.geodesic import Geodesic
from shapely import box

from web.api.doubtful_places import is_surely_within


def is_sure(lon: float, lat: float, radius_m: float, *areas: shapely.Polygon) -> bool:
    events = pd.DataFrame({"lon": [lon], "lat": [lat], "radius_m": [radius_m]})
    return bool(is_surely_within(events, shapely.union_all(areas))[0])


@pytest.mark.parametrize("lat", [0, 51.6, -72])
@pytest.mark.parametrize("azimuth", [0, 90, 180, 270])
def test_a_box_that_ends_inside_the_circle_leaves_it_possible(lat: float, azimuth: int) -> None:
    rim = Geodesic.WGS84.Direct(lat, 39, azimuth, 80_000)
    wide = [38 - 4, lat - 3, 40 + 4, lat + 3]
    assert is_sure(39, lat, 80_000, box(*wide))
    at, value = {0: (3, rim["lat2"]), 90: (2, rim["lon2"]), 180: (1, rim["lat2"])}.get(
        azimuth, (0, rim["lon2"])
    )
    inwards = -0.02 if at > 1 else 0.02
    cut = [*wide]
    cut[at] = value + inwards
    assert not is_sure(39, lat, 80_000, box(*cut))
    cut[at] = value - 2.5 * inwards
    assert is_sure(39, lat, 80_000, box(*cut))


def test_a_circle_across_180_degrees_lies_in_a_box_across_it() -> None:
    turned = [box(178 + turn, -20, 182 + turn, -14) for turn in (-360, 0, 360)]
    assert is_sure(179.9, -17, 50_000, *turned)
    assert is_sure(-179.9, -17, 50_000, *turned)
    assert not is_sure(-178.1, -17, 50_000, *turned)


def test_only_a_box_of_all_longitudes_holds_a_circle_at_a_pole() -> None:
    assert not is_sure(10, 89.9, 50_000, box(-100, 80, 100, 90))
    assert is_sure(10, 89.9, 50_000, *[box(t - 180, 80, t + 180, 90) for t in (-360, 0, 360)])


def test_a_place_without_a_radius_or_no_place_is_nowhere_for_certain() -> None:
    assert not is_sure(1, 1, np.nan, box(0, 0, 2, 2))
    nothing = pd.DataFrame({"lon": [], "lat": [], "radius_m": []}, dtype=float)
    assert is_surely_within(nothing, box(0, 0, 2, 2)).size == 0
