"""A good event becomes a row."""

import json
from typing import Any

import pandas as pd
import pytest
import shapely

from geo.events import Casualties, parse_events, write_events
from tests.event_texts import collection, record


def test_a_row_holds_what_the_record_says() -> None:
    row = parse_events(collection(record())).events.loc["bridge"]
    assert row["start"] == pd.Timestamp("2023-05-02T23:27Z")
    assert row["end"] == pd.Timestamp("2023-05-02T23:28Z")
    assert row["start_local"] == pd.Timestamp("2023-05-03T02:27")
    assert row["end_local"] == pd.Timestamp("2023-05-03T02:28")
    assert (row["lon"], row["lat"], row["radius_m"]) == (37.6, 55.75, 5000.0)
    assert (row["recognised_country"], row["controlled_by"]) == ("Russia", None)
    assert row["killed"] == Casualties(low=0, best=1, high=None, claim="c1")
    assert row["injured"] is None
    assert row["note"] is None
    assert row["checked"] is None
    assert row["verified_aspects"] == ()
    (claim,) = row["claims"]
    assert (claim.id, claim.about, claim.where) == ("c1", ("occurrence", "casualties"), None)
    (source,) = row["sources"]
    assert (source.url, source.is_party) == ("https://example.org/a", False)


def test_no_records_give_the_same_columns() -> None:
    none = parse_events(collection()).events
    one = parse_events(collection(record())).events
    assert none.dtypes.to_dict() == one.dtypes.to_dict()
    assert none.index.name == one.index.name == "id"
    assert none.crs == one.crs == "EPSG:4326"
    assert len(none) == 0


@pytest.mark.parametrize(
    ("zone", "start", "shown"),
    [
        # Half an hour before midnight in Moscow is the next day in Saratov.
        ("Europe/Moscow", "2023-05-03T23:30:00+03:00", "2023-05-03T23:30"),
        ("Europe/Saratov", "2023-05-04T00:30:00+04:00", "2023-05-04T00:30"),
        ("Asia/Kathmandu", "2023-05-04T02:15:00+05:45", "2023-05-04T02:15"),
        ("Pacific/Kiritimati", "2023-05-04T10:30:00+14:00", "2023-05-04T10:30"),
        # The hour that New York has twice: from 01:30 on, the clock shows 01:00 once more.
        ("America/New_York", "2023-11-05T01:30:00-04:00", "2023-11-05T01:00"),
        ("America/New_York", "2023-11-05T01:30:00-05:00", "2023-11-05T01:30"),
    ],
)
def test_local_time_is_the_wall_clock_of_the_place(zone: str, start: str, shown: str) -> None:
    content = collection(record(tz=zone, start=start, end="2024-01-01T00:00:00Z"))
    events = parse_events(content).events
    assert events["start_local"].iloc[0] == pd.Timestamp(shown)
    (written,) = json.loads(write_events(events))["features"]
    assert written["properties"]["start"] == start


def test_years_beyond_nanoseconds_are_kept() -> None:
    content = collection(
        record("old", start="1066-10-14T09:00:00Z", end="1066-10-14T17:00:00Z", tz="UTC"),
        record("new", start="2999-12-31T00:00:00Z", end="2999-12-31T23:59:59.999999Z", tz="UTC"),
    )
    events = parse_events(content).events
    assert events["start"].dt.year.tolist() == [1066, 2999]
    assert events["end"].iloc[1].microsecond == 999_999


def test_an_offset_with_seconds_is_written_in_utc() -> None:
    # Until 1880 Moscow's clocks were 2:30:17 ahead, which ISO 8601 has no way to write.
    start = "1812-09-14T11:30:00+00:00"
    content = collection(record(start=start, end="1812-09-15T00:00:00Z"))
    events = parse_events(content).events
    assert events["start_local"].iloc[0] == pd.Timestamp("1812-09-14T14:00:17")
    (written,) = json.loads(write_events(events))["features"]
    assert written["properties"]["start"] == start


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "LineString", "coordinates": [[179.0, 0.0], [180.0, 1.0]]},
        {"type": "Polygon", "coordinates": [[[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 0.0]]]},
        {"type": "MultiPoint", "coordinates": [[-180.0, 0.0], [180.0, -90.0]]},
        {"type": "Point", "coordinates": [0.0, 90.0]},
        # The middle of this ring's box is in its hole; the point must not be.
        {
            "type": "Polygon",
            "coordinates": [
                [[0.0, 0.0], [9.0, 0.0], [9.0, 9.0], [0.0, 9.0], [0.0, 0.0]],
                [[1.0, 1.0], [1.0, 8.0], [8.0, 8.0], [8.0, 1.0], [1.0, 1.0]],
            ],
        },
    ],
)
def test_a_shape_is_kept_and_its_point_lies_on_it(geometry: dict[str, Any]) -> None:
    made = record()
    made["geometry"] = geometry
    events = parse_events(collection(made)).events
    shape = events.geometry.iloc[0]
    assert shapely.geometry.mapping(shape)["type"] == geometry["type"]
    assert shape.intersects(shapely.Point(events["lon"].iloc[0], events["lat"].iloc[0]))
    (written,) = json.loads(write_events(events))["features"]
    assert written["geometry"] == geometry


def test_two_events_at_one_place_are_two_rows() -> None:
    assert parse_events(collection(record("a"), record("b"))).events.index.tolist() == ["a", "b"]
