"""The line from the selected event to the border."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pydeck as pdk
import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st

from geo.drawing.colours.palette import LIGHT
from geo.drawing.marks.selection import build_selection_layers, dash_geodesic, trace_geodesic

EVENT = {
    "lon": 37.6175,
    "lat": 55.752,
    "radius_m": 100.0,
    "location_precision": "vicinity",
    "distance_m": 451_222.0,
    "nearest_lon": 33.8365,
    "nearest_lat": 52.3614,
}
positions = st.tuples(st.floats(-180, 180), st.floats(-80, 80))


def layers(**changes: object) -> dict[str, pdk.Layer]:
    event = pd.Series(EVENT | changes)
    drawn = build_selection_layers(event, (7, 0), "451 km", LIGHT, lambda *_: "ring.png")
    return {layer.id: layer for layer in drawn}


def test_a_selected_event_has_a_ring_a_line_its_foot_and_words() -> None:
    assert set(layers()) == {
        "selection-line",
        "selection-foot",
        "selection-ring",
        "selection-words",
    }


def test_without_a_distance_there_is_the_ring_alone() -> None:
    assert set(layers(distance_m=float("nan"))) == {"selection-ring"}
    assert set(layers(distance_m=0.0)) == {"selection-ring"}


def test_a_vague_place_has_its_ring_around_the_disc() -> None:
    assert layers(location_precision="region")["selection-ring"].type == "ScatterplotLayer"
    assert layers()["selection-ring"].type == "IconLayer"


@pytest.mark.parametrize(("lat", "there"), [(0.0, 0.0), (-60.0, -60.0), (90.0, 89.9)])
def test_the_ring_of_a_vague_place_is_as_wide_as_its_parallel_says(
    lat: float, there: float
) -> None:
    ring = layers(location_precision="region", lat=lat, radius_m=50_000)["selection-ring"]
    (place,) = ring.data
    degree_m = 1000 * Geodesic.WGS84.Inverse(there, 0, there, 0.001)["s12"]
    assert ring.radius_units == "common"
    assert place["r"] == pytest.approx(50_000 / degree_m / 360 * 512, rel=1e-6)


def test_the_line_runs_from_the_event_to_the_nearest_point() -> None:
    dashes = dash_geodesic((37.6175, 55.752), (33.8365, 52.3614))
    assert dashes[0][0] == [37.6175, 55.752]
    assert dashes[-1][-1] == [33.8365, 52.3614]


def test_the_middle_of_the_line_is_where_another_library_puts_it() -> None:
    line = Geodesic.WGS84.InverseLine(55.752, 37.6175, 52.3614, 33.8365)
    middle = line.Position(line.s13 / 2)
    assert trace_geodesic((37.6175, 55.752), (33.8365, 52.3614), 3)[1] == pytest.approx(
        [middle["lon2"], middle["lat2"]], abs=1e-9
    )


@given(positions, positions)
def test_a_line_never_leaps_around_the_world(
    start: tuple[float, float], end: tuple[float, float]
) -> None:
    points = trace_geodesic(start, end, 64)
    assert np.abs(np.diff(points[:, 0])).max() <= 180
    assert points[0] == pytest.approx(start)
    assert (points[-1][0] - end[0]) % 360 == pytest.approx(0, abs=1e-6) or (
        points[-1][0] - end[0]
    ) % 360 == pytest.approx(360, abs=1e-6)


def test_a_line_of_no_length_is_a_point() -> None:
    assert np.ptp(trace_geodesic((37.6, 55.7), (37.6, 55.7), 5), axis=0) == pytest.approx([0, 0])


def test_dashes_have_equal_lengths_and_gaps() -> None:
    dashes = dash_geodesic((37.6175, 55.752), (33.8365, 52.3614))
    ends = np.array(dashes).reshape(-1, 2)
    steps = [Geodesic.WGS84.Inverse(a[1], a[0], b[1], b[0])["s12"] for a, b in pairwise(ends)]
    assert sum(steps) == pytest.approx(451_222, abs=5)  # of rounded positions
    assert max(steps) - min(steps) < 1
