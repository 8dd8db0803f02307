"""Rows that the map reads, and how pins at one spot are kept apart."""

import json
from datetime import datetime

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.drawing.rows.event_rows import fan_out, sort_for_drawing
from geo.events import parse_events
from geo.times import describe_when, milliseconds
from tests.drawn_rows import list_rows
from tests.event_texts import collection, record


def events(*places: tuple[float, float], **columns: object) -> gpd.GeoDataFrame:
    """Three hand-made events, or as many as there are places; every column can be set."""
    places = places or ((37.6175, 55.752), (37.62, 55.7525), (179.9999, -16.5))
    number = len(places)
    lon, lat = np.array(places, dtype=float).reshape(-1, 2).T
    start = pd.Timestamp("2023-05-02T23:27Z")
    frame = {
        "title": "Drone <b>filmed</b> \u202eover a dome 🛰",
        "place": "Сенатский дворец",
        "group": "north",
        "event_type": "drone_strike",
        "verification": "partly_verified",
        "attribution": "contested",
        "start": start,
        "end": start + pd.Timedelta(minutes=1),
        "start_local": pd.Timestamp("2023-05-03T02:27"),
        "end_local": pd.Timestamp("2023-05-03T02:28"),
        "tz": "Europe/Istanbul",
        "time_precision": "minute",
        "lon": lon,
        "lat": lat,
        "location_precision": "vicinity",
        "radius_m": 100.0,
        "distance_m": 451_222.0,
        "inside": False,
    } | columns
    distance, radius = np.array(frame["distance_m"]), np.array(frame["radius_m"])
    signed = np.where(np.array(frame["inside"]), -distance, distance)
    frame |= {"low_m": signed - radius, "high_m": signed + radius}
    index = pd.Index([f"e{i}" for i in range(number)], name="id")
    return gpd.GeoDataFrame(frame, index=index, geometry=gpd.points_from_xy(lon, lat), crs=4326)


def test_a_row_has_times_as_milliseconds_and_words_as_text() -> None:
    row = list_rows(events())[0]
    # By hand: 2 May 2023, 23:27 UTC is 19,479 days and 84,420 s after 1970 began.
    assert row["t0"] == 1_683_070_020_000
    assert row["t1"] == 1_683_070_080_000
    assert row["l0"] == 1_683_070_020_000 + 3 * 3_600_000
    assert row["when"] == "3 May 2023, 02:27"
    assert row["status"] == "Partly verified; attribution: contested"
    assert row["distance"] == "451 km from the border"
    assert row["title"] == "Drone <b>filmed</b> \u202eover a dome 🛰"


def test_rows_are_json_without_nan() -> None:
    unmeasured = events(distance_m=float("nan"))
    text = json.dumps(list_rows(unmeasured), allow_nan=False)
    assert [row["distance"] for row in json.loads(text)] == ["", "", ""]


def test_rows_keep_the_order_of_the_frame() -> None:
    assert [row["id"] for row in list_rows(events().iloc[[2, 0, 1]])] == ["e2", "e0", "e1"]


def test_no_events_give_no_rows() -> None:
    assert list_rows(events().iloc[:0]) == []


def test_a_vague_place_gets_no_pin_and_its_disc_stays_where_it_is() -> None:
    vague = events(location_precision=["vicinity", "region", "district"])
    rows = list_rows(vague)
    assert [row["pin"] for row in rows] == [True, False, False]
    assert [(row["dx"], row["dy"]) for row in rows] == [(0, 0)] * 3


def test_a_distance_inside_names_the_border_once() -> None:
    row = list_rows(events(inside=True, distance_m=37_120.0, radius_m=10.0))[0]
    assert row["distance"] == "inside, 37 km from the border"


def test_large_discs_lie_beneath_small_ones_and_pins_on_top() -> None:
    mixed = events(
        (0, 0),
        (1, 0),
        (2, 0),
        (3, 0),
        location_precision=["town", "region", "district", "exact"],
        radius_m=[5000.0, 80_000.0, 15_000.0, 10.0],
        group=["north", "other", "north", "unnamed"],
    )
    assert sort_for_drawing(mixed, ("north", "other")).index.tolist() == ["e1", "e2", "e3", "e0"]


def test_the_first_group_of_the_story_is_drawn_last() -> None:
    grouped = events((0, 0), (0, 1), (0, 2), group=["second", "first", "second"])
    assert sort_for_drawing(grouped, ("first", "second")).index.tolist() == ["e0", "e2", "e1"]


def shifts(
    *places: tuple[float, float], pin: list[bool] | None = None
) -> list[tuple[float, float]]:
    lon, lat = np.array(places, dtype=float).reshape(-1, 2).T
    dx, dy = fan_out(lon, lat, np.array(pin or [True] * len(places)))
    return [(round(x, 6), round(y, 6)) for x, y in zip(dx, dy, strict=True)]


def test_a_pin_alone_stays() -> None:
    assert shifts((37.6, 55.7)) == [(0, 0)]
    assert shifts() == []


def test_two_pins_at_one_spot_lie_side_by_side() -> None:
    assert shifts((37.6, 55.7), (37.6, 55.7)) == [(7, 0), (-7, 0)]


def test_pins_400_m_apart_fan_out_and_600_m_apart_stay() -> None:
    # On the meridian at the equator a degree is 110.574 km long.
    assert shifts((0, 0), (0, 0.4 / 110.574)) == [(7, 0), (-7, 0)]
    assert shifts((0, 0), (0, 0.6 / 110.574)) == [(0, 0), (0, 0)]


def test_pins_on_both_sides_of_the_180th_meridian_are_at_one_spot() -> None:
    assert shifts((179.9999, -16.5), (-179.9999, -16.5)) == shifts((0, 0), (0, 0))


def test_at_a_pole_longitude_does_not_matter() -> None:
    assert shifts((0, 90), (135, 90)) == [(7, 0), (-7, 0)]


def test_what_is_not_a_pin_takes_no_place_in_a_fan() -> None:
    assert shifts((1, 1), (1, 1), (1, 1), pin=[True, False, True]) == [(7, 0), (0, 0), (-7, 0)]


@settings(deadline=None)  # The first tree is slow to make.
@given(st.integers(2, 200))
def test_a_fan_is_never_wide_and_its_pins_never_coincide(number: int) -> None:
    shift = np.array(shifts(*[(37.6, 55.7)] * number))
    assert np.hypot(*shift.T).max() <= 42
    assert len(np.unique(shift, axis=0)) == number


@settings(deadline=None)
@given(st.integers(2, 8))
def test_up_to_eight_pins_do_not_overlap(number: int) -> None:
    shift = np.array(shifts(*[(37.6, 55.7)] * number))
    apart = np.hypot(*(shift[:, None] - shift[None]).T)
    assert apart[~np.eye(number, dtype=bool)].min() > 13.9


def test_the_same_events_fan_out_the_same_way() -> None:
    places = [(37.6 + i % 3 * 0.001, 55.7) for i in range(12)]
    assert shifts(*places) == shifts(*places)


def test_the_hour_that_a_night_has_twice_is_given_in_utc() -> None:
    start, end = "2023-10-29T03:30:00+03:00", "2023-10-29T03:30:00+02:00"
    content = collection(record(tz="Europe/Helsinki", start=start, end=end, time_precision="hour"))
    (row,) = list_rows(parse_events(content).events)
    assert row["when"] == "29 October 2023, between 00:30 and 01:30 UTC"


@pytest.mark.parametrize(
    ("zone", "start", "end"),
    [
        ("Asia/Damascus", "2022-03-25T00:00:00+02:00", "2022-03-26T00:00:00+03:00"),
        ("Asia/Damascus", "2022-03-24T00:00:00+02:00", "2022-03-25T01:00:00+03:00"),
        ("Europe/Athens", "2022-10-30T03:10:00+03:00", "2022-10-30T03:20:00+02:00"),
        ("Europe/Athens", "2022-10-30T03:40:00+03:00", "2022-10-30T03:10:00+02:00"),
        ("Europe/Athens", "2022-10-30T00:00:00+03:00", "2022-10-31T00:00:00+02:00"),
        ("Europe/Athens", "2022-07-01T00:00:00+03:00", "2022-12-01T00:00:00+02:00"),
        ("Europe/Athens", "2022-07-01T12:00:00+03:00", "2022-12-01T12:00:00+02:00"),
        ("Europe/Athens", "2022-07-01T12:00:00+03:00", "2022-07-01T12:20:00+03:00"),
    ],
)
def test_the_list_says_the_same_time_as_the_card(zone: str, start: str, end: str) -> None:
    content = collection(record(tz=zone, start=start, end=end, time_precision="hour"))
    events = parse_events(content).events
    (row,) = list_rows(events)
    assert row["when"] == describe_when(next(events.itertuples()))


def test_the_map_filters_by_all_that_the_clock_showed() -> None:
    start, end = "2022-10-30T03:10:00+03:00", "2022-10-30T03:20:00+02:00"
    content = collection(record(tz="Europe/Athens", start=start, end=end))
    (row,) = list_rows(parse_events(content).events)
    shown = datetime(2022, 10, 30, 3), datetime(2022, 10, 30, 4)
    assert (row["l0"], row["l1"]) == tuple(milliseconds(moment) for moment in shown)
