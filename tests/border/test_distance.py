"""The distance to a border: against known lengths, at the edges of maps, and for every geometry."""

import gzip
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from geographiclib.geodesic import Geodesic
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, MultiPoint, MultiPolygon, Point, Polygon, box

from geo.border import Border, distance_interval, distance_to_border, read_border
from geo.border.geodesic import Floats, arc_error, arc_length, inverse, longest_chord, to_ecef
from geo.border.linework import Linework
from geo.errors import BorderFileError

ROOT = Path(__file__).parents[2]
TRUTH = ROOT / "tests/data"
UKRAINE = read_border(ROOT / "data/border/ukraine.geojson")
SQUARE = Border(box(10, 40, 12, 42), "square")
# Building a border takes a while, and how long depends on what else the machine does.
unhurried = settings(deadline=None, max_examples=40)


def points(*lonlat: tuple[float, float]) -> gpd.GeoSeries:
    return gpd.GeoSeries([Point(place) for place in lonlat], crs="EPSG:4326")


def geodesic_m(lon: float, lat: float, to_lon: float, to_lat: float) -> float:
    """Measure with Karney's own Python code, which the engine does not use."""
    length: float = Geodesic.WGS84.Inverse(lat, lon, to_lat, to_lon)["s12"]
    return length


def lon_lat(table: pd.DataFrame, prefix: str = "") -> tuple[Floats, Floats]:
    return table[f"{prefix}lon"].to_numpy(), table[f"{prefix}lat"].to_numpy()


def distance_of(shape: shapely.Geometry, border: Border = SQUARE) -> pd.Series:
    return distance_to_border(gpd.GeoSeries([shape], crs="EPSG:4326"), border).iloc[0]


# Known lengths


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


def test_geodesics_agree_with_karneys_test_set() -> None:
    with gzip.open(TRUTH / "truth_geodesics.dat.gz") as rows:
        lat1, lon1, azimuth, lat2, lon2, _, length, *_ = np.loadtxt(rows).T
    found_azimuth, found = inverse(lon1, lat1, lon2, lat2)
    assert np.abs(found - length).max() < 1e-7
    short = (length > 1) & (length < 1.9e7)  # Nearly opposite points have nearly any azimuth.
    assert np.abs(found_azimuth - azimuth)[short].max() < 1e-6


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


# What the certificate rests on


@unhurried
@given(st.floats(-90, 90), st.floats(0, 360), st.floats(1, 2e7))
def test_no_chord_is_longer_than_its_geodesic_allows(lat: float, azimuth: float, m: float) -> None:
    end = Geodesic.WGS84.Direct(lat, 0, azimuth, m)
    chord = np.linalg.norm(to_ecef(end["lon2"], end["lat2"]) - to_ecef(0, lat))
    shortest = geodesic_m(0, lat, end["lon2"], end["lat2"])
    assert chord <= longest_chord(np.array(shortest)) + 1e-6


@unhurried
@given(st.floats(-90, 90), st.floats(0, 360), st.floats(1, 3e6))
def test_arcs_are_as_good_as_they_say(lat: float, azimuth: float, m: float) -> None:
    end = Geodesic.WGS84.Direct(lat, 0, azimuth, m)
    arc = arc_length(to_ecef(0, lat), to_ecef(end["lon2"], end["lat2"]))
    assert abs(arc - m) <= arc_error(np.array(m)) + 1e-6


# What any distance must obey

places = st.tuples(st.floats(-179, 179), st.floats(-85, 85))
around_the_square = st.tuples(st.floats(2, 20), st.floats(34, 48))


@unhurried
@given(places, st.floats(0, 360), st.floats(0, 1e6))
def test_moving_an_event_changes_its_distance_by_no_more_than_the_move(
    place: tuple[float, float], azimuth: float, move_m: float
) -> None:
    moved = Geodesic.WGS84.Direct(place[1], place[0], azimuth, move_m)
    found = distance_to_border(points(place, (moved["lon2"], moved["lat2"])), UKRAINE)
    signed = found.distance_m.where(~found.inside, -found.distance_m)
    assert abs(signed[0] - signed[1]) <= move_m + 0.001


@unhurried
@given(around_the_square, st.sampled_from([-720, -360, 360]))
def test_a_whole_turn_of_longitude_changes_nothing(place: tuple[float, float], turn: float) -> None:
    here, there = distance_to_border(points(place, (place[0] + turn, place[1])), SQUARE).values
    assert there == pytest.approx(here, abs=1e-6)


@unhurried
@given(around_the_square, st.floats(-180, 180))
def test_turning_border_and_event_about_the_axis_changes_nothing(
    place: tuple[float, float], turn: float
) -> None:
    west = (10 + turn + 180) % 360 - 180
    turned = Border(box(west, 40, west + 2, 42))  # May run on beyond 180.
    here = distance_to_border(points(place), SQUARE).iloc[0]
    there = distance_to_border(points((place[0] + west - 10, place[1])), turned).iloc[0]
    assert there.distance_m == pytest.approx(here.distance_m, abs=1e-5)


@unhurried
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


@unhurried
@given(lines, st.floats(0.001, 1), places)
def test_no_point_of_a_line_is_nearer_than_the_distance_found(
    line: list[tuple[float, float]], scale: float, place: tuple[float, float]
) -> None:
    path = np.array(line) * scale
    (found,), (nearest,) = Linework([path]).nearest(*np.array([place]).T)
    along = np.arange(0, len(path) - 1, 0.001)
    lon, lat = (np.interp(along, range(len(path)), degrees) for degrees in path.T)
    assert found <= inverse(lon, lat, *place)[1].min() + 0.001
    assert found == pytest.approx(geodesic_m(*place, *nearest), abs=0.001)


def test_an_event_amid_a_round_border_finds_the_nearest_side() -> None:
    ring = [Geodesic.WGS84.Direct(50, 30, azimuth, 250_000) for azimuth in range(-180, 180)]
    ring[77] = Geodesic.WGS84.Direct(50, 30, -103, 249_000)
    border = Border(Polygon([(end["lon2"], end["lat2"]) for end in ring]))
    found = distance_to_border(points((30, 50)), border).iloc[0]
    assert found.distance_m == pytest.approx(249_000, abs=0.001)
    assert found.nearest_lon == pytest.approx(ring[77]["lon2"])


# The edges of maps


def test_a_border_split_at_the_180th_meridian_has_no_edge_there() -> None:
    split = Border(MultiPolygon([box(178, -18, 180, -16), box(-180, -18, -178, -16)]))
    found = distance_to_border(points((180, -17), (-180, -17), (179.5, -17)), split)
    to_north = geodesic_m(180, -17, 180, -16)
    assert found.distance_m.tolist()[:2] == pytest.approx([to_north, to_north], abs=0.01)
    assert found.inside.all()


def test_a_ring_that_jumps_over_the_180th_meridian_is_the_same_as_a_split_one() -> None:
    jumping = Border(Polygon([(178, -18), (-178, -18), (-178, -16), (178, -16)]))
    split = Border(MultiPolygon([box(178, -18, 180, -16), box(-180, -18, -178, -16)]))
    places = points((179, -17), (-179, -17), (177, -17), (-177, -20), (5, 60))
    pd.testing.assert_frame_equal(
        distance_to_border(places, jumping), distance_to_border(places, split), atol=1e-3
    )


def test_the_nearest_point_may_lie_across_the_180th_meridian() -> None:
    found = distance_to_border(points((-179.9, 0)), Border(box(178, -1, 179.9, 1))).iloc[0]
    assert found.distance_m == pytest.approx(geodesic_m(-179.9, 0, 179.9, 0), abs=0.001)
    assert found.nearest_lon == pytest.approx(179.9)


CAP = [(lon, 70) for lon in range(-180, 180, 5)]


@pytest.mark.parametrize(
    "ring", [[*CAP, (180, 70), (180, 90), (-180, 90)], CAP], ids=["cut to the pole", "uncut"]
)
def test_a_border_round_a_pole_has_the_pole_inside(ring: list[tuple[float, float]]) -> None:
    found = distance_to_border(points((0, 90), (77, 89), (180, 75), (0, 60)), Border(Polygon(ring)))
    assert found.inside.tolist() == [True, True, True, False]
    # The way north along a meridian is the shortest to a parallel.
    expected = [geodesic_m(0, lat, 0, 70) for lat in (90, 89, 75, 60)]
    assert found.distance_m.tolist() == pytest.approx(expected, abs=0.001)


@pytest.mark.parametrize("east", [-179, 181], ids=["jumping", "running on"])
def test_a_line_over_the_180th_meridian_meets_a_border_beyond_it(east: float) -> None:
    beyond = Border(box(-179.5, -1, -178, 1))
    crossing = distance_of(LineString([(179, 0), (east, 0)]), beyond)
    assert (crossing.distance_m, crossing.nearest_lon) == (0, -179.5)
    short = distance_of(LineString([(179, 0), (east - 0.75, 0)]), beyond)
    assert short.distance_m == pytest.approx(geodesic_m(-179.75, 0, -179.5, 0), abs=0.001)
    inside = distance_of(LineString([(east + 0.1, 0), (east + 0.2, 0)]), beyond)
    assert inside.inside


# Every geometry, and none


def test_no_event_gives_no_row() -> None:
    assert distance_to_border(points(), SQUARE).empty


def test_what_has_no_place_on_earth_has_no_distance() -> None:
    events = gpd.GeoSeries(
        [None, Point(), LineString(), Point(0, 91), Point(11, 41)], index=[*"abcde"]
    )
    found = distance_to_border(events, SQUARE)
    assert found.distance_m.isna().tolist() == [True, True, True, True, False]
    assert found.inside.tolist() == [False, False, False, False, True]
    assert [*found.index] == [*"abcde"]


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


def test_several_points_count_by_the_nearest_and_are_inside_only_together() -> None:
    found = distance_of(MultiPoint([(10.1, 41), (5, 41)]))
    assert found.distance_m == pytest.approx(distance_of(Point(10.1, 41)).distance_m)
    assert not found.inside


# Intervals


def test_a_disc_that_reaches_over_the_border_has_a_negative_end() -> None:
    interval = distance_interval(
        pd.Series([30_000, 5_000, 5_000, 0], index=[*"abcd"]),
        pd.Series([False, False, True, False], index=[*"abcd"]),
        pd.Series([10_000, 10_000, 10_000, np.nan], index=[*"abcd"]),
    )
    assert interval.low_m.tolist()[:3] == [20_000, -5_000, -15_000]
    assert interval.high_m.tolist()[:3] == [40_000, 15_000, 5_000]
    assert interval.loc["d"].isna().all()


# Files


def test_the_bundled_border_says_whose_it_is() -> None:
    assert UKRAINE.name == "Ukraine"
    assert UKRAINE.credit == "© OpenStreetMap contributors"
    assert "25 m" in UKRAINE.version


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (None, "no such file"),
        ("not json", "no readable features"),
        ('{"type":"FeatureCollection","features":[]}', "no geometry"),
        ('{"type":"Point","coordinates":[1,2]}', "Point"),
        ('{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}', "Self-inter"),
    ],
)
def test_a_file_without_a_border_is_refused(
    tmp_path: Path, content: str | None, found: str
) -> None:
    path = tmp_path / "границя.geojson"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(BorderFileError, match=found) as refusal:
        read_border(path)
    assert "границя.geojson" in str(refusal.value)
    assert str(tmp_path) not in str(refusal.value)


def test_a_border_of_two_features_is_joined(tmp_path: Path) -> None:
    path = tmp_path / "two.gpkg"
    halves = gpd.GeoDataFrame(geometry=[box(10, 40, 11, 42), box(11, 40, 12, 42)], crs="EPSG:4326")
    halves.to_crs("EPSG:3857").to_file(path)
    border = read_border(path, name="joined")
    assert border.name == "joined"
    assert distance_to_border(points((11, 41)), border).distance_m[0] == pytest.approx(
        distance_to_border(points((11, 41)), SQUARE).distance_m[0], abs=1e-3
    )


def test_the_whole_earth_has_no_border() -> None:
    with pytest.raises(BorderFileError, match="wanted a border"):
        Border(box(-180, -90, 180, 90))
