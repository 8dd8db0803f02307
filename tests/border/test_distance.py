"""Distances to a border, compared with references and with plain geometry."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from shapely import GeometryCollection, LineString, MultiPoint, MultiPolygon, Point, Polygon, box

from geo.border import Border, distance_to_border, read_border
from geo.border.geodesic import inverse
from geo.events.geometry.arrays import Floats
from tests.border.places import (
    SQUARE,
    TRUTH,
    UKRAINE,
    around_the_square,
    distance_of,
    places,
    points,
)


def lon_lat(table: pd.DataFrame, prefix: str = "") -> tuple[Floats, Floats]:
    return table[f"{prefix}lon"].to_numpy(), table[f"{prefix}lat"].to_numpy()


@pytest.fixture(scope="module")
def truth() -> pd.DataFrame:
    return pd.read_csv(TRUTH / "truth_ua_wa.csv")


@pytest.fixture(scope="module")
def measured(truth: pd.DataFrame) -> pd.DataFrame:
    border = read_border(TRUTH / "truth_ua_wa_polygon.geojson")
    return distance_to_border(gpd.GeoSeries(gpd.points_from_xy(truth.lon, truth.lat)), border)


def test_distances_agree_with_the_reference_to_a_fifth_of_a_millimetre(
    truth: pd.DataFrame, measured: pd.DataFrame
) -> None:
    assert (measured.distance_m - truth.distance_m).abs().max() < 0.0002


def test_sides_agree_with_the_reference(truth: pd.DataFrame, measured: pd.DataFrame) -> None:
    assert (measured.inside == truth.inside.astype(bool)).all()


def test_nearest_points_lie_where_the_reference_has_them(
    truth: pd.DataFrame, measured: pd.DataFrame
) -> None:
    _, apart = inverse(*lon_lat(measured, "nearest_"), *lon_lat(truth, "nearest_"))
    # Along the border a move of 2 m changes a distance of 100 km by 0.02 mm.
    assert apart.max() < 2


def test_nearest_points_are_as_far_away_as_the_distance_says(
    truth: pd.DataFrame, measured: pd.DataFrame
) -> None:
    _, away = inverse(*lon_lat(truth), *lon_lat(measured, "nearest_"))
    assert np.abs(away - measured.distance_m).max() < 0.0003


@pytest.mark.parametrize(
    ("lon", "lat", "kilometres"),
    [
        (37.6175, 55.7520, 451.222),
        (38.86, 55.045, 446.206),
        (46.20, 51.48, 476.984),
        (39.57, 54.64, 456.071),
        (38.90, 47.24, 43.001),
        (36.60, 50.57, 29.123),
        (39.08, 44.10, 236.066),
    ],
    ids=["Kremlin", "Gubastovo", "Engels-2", "Dyagilevo", "Taganrog", "Belgorod", "Tuapse"],
)
def test_distances_agree_with_those_measured_on_the_unsimplified_border(
    lon: float, lat: float, kilometres: float
) -> None:
    found = distance_to_border(points((lon, lat)), UKRAINE).iloc[0]
    assert found.distance_m == pytest.approx(kilometres * 1000, abs=10)
    assert not found.inside


def test_sevastopol_lies_inside_the_recognised_border() -> None:
    assert distance_to_border(points((33.525, 44.616)), UKRAINE).inside.all()


@given(places, st.floats(0, 360), st.floats(0, 1e6))
def test_moving_an_event_changes_its_distance_by_no_more_than_the_move(
    place: tuple[float, float], azimuth: float, move_m: float
) -> None:
    moved = Geodesic.WGS84.Direct(place[1], place[0], azimuth, move_m)
    found = distance_to_border(points(place, (moved["lon2"], moved["lat2"])), UKRAINE)
    signed = found.distance_m.where(~found.inside, -found.distance_m)
    assert abs(signed[0] - signed[1]) <= move_m + 0.001


@given(around_the_square, st.sampled_from([-720, -360, 360]))
def test_a_whole_turn_of_longitude_changes_nothing(place: tuple[float, float], turn: float) -> None:
    here, there = distance_to_border(points(place, (place[0] + turn, place[1])), SQUARE).values
    assert there == pytest.approx(here, abs=1e-6)


@given(around_the_square, st.floats(-180, 180))
def test_turning_border_and_event_about_the_axis_changes_nothing(
    place: tuple[float, float], turn: float
) -> None:
    west = (10 + turn + 180) % 360 - 180
    turned = Border(box(west, 40, west + 2, 42))  # May run on beyond 180.
    here = distance_to_border(points(place), SQUARE).iloc[0]
    there = distance_to_border(points((place[0] + west - 10, place[1])), turned).iloc[0]
    assert there.distance_m == pytest.approx(here.distance_m, abs=1e-5)


def test_an_event_amid_a_round_border_finds_the_nearest_side() -> None:
    ring = [Geodesic.WGS84.Direct(50, 30, azimuth, 250_000) for azimuth in range(-180, 180)]
    ring[77] = Geodesic.WGS84.Direct(50, 30, -103, 249_000)
    border = Border(Polygon([(end["lon2"], end["lat2"]) for end in ring]))
    found = distance_to_border(points((30, 50)), border).iloc[0]
    assert found.distance_m == pytest.approx(249_000, abs=0.001)
    assert found.nearest_lon == pytest.approx(ring[77]["lon2"])


def test_no_event_gives_no_row() -> None:
    assert distance_to_border(points(), SQUARE).empty


def test_what_has_no_place_on_earth_has_no_distance() -> None:
    events = gpd.GeoSeries(
        [
            *(None, Point(), LineString(), Point(0, 91), Point(11, 41)),
            *(LineString([(11, 41), (11, 91)]), LineString([(11, 41), (np.inf, 41)])),
            box(10.5, 40.5, 11, 41),
        ],
        index=[*"abcdefgh"],
    )
    found = distance_to_border(events, SQUARE)
    assert found.index[found.distance_m.notna()].tolist() == ["e", "h"]
    assert found.index[found.inside].tolist() == ["e", "h"]
    assert [*found.index] == [*"abcdefgh"]


def test_two_events_at_one_place_have_one_distance() -> None:
    found = distance_to_border(points((9, 41), (9, 41)), SQUARE)
    assert found.iloc[0].equals(found.iloc[1])


def test_events_in_another_reference_system_are_brought_home() -> None:
    place = points((9, 41))
    here = distance_to_border(place, SQUARE)
    there = distance_to_border(place.to_crs("EPSG:3857"), SQUARE)
    assert there.distance_m[0] == pytest.approx(here.distance_m[0], abs=1e-3)


def test_a_line_counts_by_its_nearest_part_even_between_its_vertices() -> None:
    # The corner 10, 40 lies below the middle of this line; its ends are far away.
    line = LineString([(9, 40), (10, 39)])
    found = distance_of(line)
    along = np.linspace(0, 1, 20_001)
    by_hand = inverse(9 + along, 40 - along, 10, 40)[1].min()
    assert found.distance_m == pytest.approx(by_hand, abs=0.01)
    assert (found.nearest_lon, found.nearest_lat) == (10, 40)
    assert not found.inside


def test_a_line_across_the_border_touches_it() -> None:
    found = distance_of(LineString([(9, 41), (11, 41)]))
    assert (found.distance_m, found.nearest_lon, found.nearest_lat) == (0, 10, 41)
    assert not found.inside


def test_an_area_inside_counts_by_its_side_towards_the_border() -> None:
    found = distance_of(box(10.2, 40.9, 11, 41.1))
    assert found.distance_m == pytest.approx(distance_of(Point(10.2, 41.1)).distance_m, abs=0.01)
    assert found.inside


def test_an_area_that_holds_the_whole_border_touches_it() -> None:
    assert distance_of(box(0, 30, 20, 50)).distance_m == 0


_BOW = Polygon([(4, 40), (6, 44), (6, 40), (4, 44)])
_OVERLAPPING = MultiPolygon([box(4, 40, 6, 43), box(5, 41, 7, 42)])


@pytest.mark.parametrize(
    ("shape", "nearest"),
    [
        (_BOW, LineString([(6, 40), (6, 44)])),
        (_OVERLAPPING, LineString([(7, 41), (7, 42)])),
        (
            GeometryCollection([_BOW, LineString([(8, 41), (9, 42)])]),
            LineString([(8, 41), (9, 42)]),
        ),
    ],
    ids=["a bow", "parts that overlap", "a bow and a line"],
)
def test_an_area_that_crosses_itself_counts_by_its_outline(
    shape: shapely.Geometry, nearest: LineString
) -> None:
    found = distance_of(shape)
    # The side towards the border, and the west side of the border, in steps of a kilometre.
    (lon, lat), (to_lon, to_lat) = (
        shapely.get_coordinates(shapely.segmentize(line, 1e-2)).T
        for line in (nearest, LineString([(10, 40), (10, 42)]))
    )
    by_hand = inverse(lon[:, None], lat[:, None], to_lon, to_lat)[1].min()
    assert found.distance_m == pytest.approx(by_hand, abs=1)
    assert not found.inside


def test_an_area_that_crosses_itself_may_hold_the_border_or_lie_inside() -> None:
    around = MultiPolygon([box(0, 30, 20, 50), box(5, 35, 30, 60)])
    star = Polygon([(11, 41.9), (11.6, 40.2), (10.1, 41.3), (11.9, 41.3), (10.4, 40.2)])
    huge = shapely.transform(star, lambda lonlat: (lonlat - [11, 41.1]) * 20 + [11, 41])
    found = distance_to_border(gpd.GeoSeries([around, huge, star], crs=4326), SQUARE)
    assert found.distance_m[:2].tolist() == [0, 0]
    assert found.inside.tolist() == [False, False, True]
    alone = distance_of(MultiPoint(star.exterior.coords))
    assert found.distance_m[2] == pytest.approx(alone.distance_m, abs=1)


def test_several_points_count_by_the_nearest_and_are_inside_only_together() -> None:
    found = distance_of(MultiPoint([(10.1, 41), (5, 41)]))
    assert found.distance_m == pytest.approx(distance_of(Point(10.1, 41)).distance_m)
    assert not found.inside


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

# As drawn on a flat map that is not cut at 180°.
_ACROSS = box(179, -1, 181, 1)
FLAT = {name: border.polygon for name, border in BORDERS.items()}
FLAT |= {"both sides of 180°": _ACROSS, "beyond 180°": _ACROSS}


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
    lon = lon % 360 if FLAT[name] is _ACROSS else lon - 360 * np.round(lon / 360)
    wanted = shapely.covers(FLAT[name], shapely.points(lon, lat))
    assert found.to_numpy().tolist() == wanted.tolist()


@pytest.mark.parametrize("step", [0.001, 0.01, 0.09, 0.1])
def test_a_row_of_points_across_fingers_is_on_both_sides_in_turn(step: float) -> None:
    lon = np.arange(20.001, 22, step)
    shapes = gpd.GeoSeries(gpd.points_from_xy(lon, np.full(len(lon), 1.0)))
    found = distance_to_border(shapes, BORDERS["a comb"])["inside"]
    wanted = shapely.covers(BORDERS["a comb"].polygon, shapely.points(lon, 1.0))
    assert found.tolist() == wanted.tolist()
    assert step > 0.05 or 0 < wanted.sum() < len(wanted)
