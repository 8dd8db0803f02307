"""Good records become rows, and rows become the same file again."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from geopandas.testing import assert_geodataframe_equal
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.events import Casualties, Held, check_events, read_events, write_events
from tests.event_texts import collection, record

OURS = Path(__file__).parent.parent / "data" / "events.geojson"


def test_our_own_file_is_clean() -> None:
    reading = read_events(OURS)
    assert reading.held == ()
    assert reading.notes == ()
    assert len(reading.events) == len(json.loads(OURS.read_text("utf-8"))["features"])


def test_our_own_file_is_written_byte_for_byte() -> None:
    assert write_events(read_events(OURS)) == OURS.read_bytes()


def test_the_text_is_laid_out_as_python_lays_out_json() -> None:
    made = json.loads(collection(record("a"), record("b"), title="Кремль 👩‍🚀 \u200b"))
    expected = json.dumps(made, indent=1, ensure_ascii=False) + "\n"
    assert write_events(read_events(expected.encode())).decode() == expected


def test_a_row_holds_what_the_record_says() -> None:
    row = read_events(collection(record())).events.loc["bridge"]
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
    none = read_events(collection()).events
    one = read_events(collection(record())).events
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
        # The hour that New York has twice.
        ("America/New_York", "2023-11-05T01:30:00-04:00", "2023-11-05T01:30"),
        ("America/New_York", "2023-11-05T01:30:00-05:00", "2023-11-05T01:30"),
    ],
)
def test_local_time_is_the_wall_clock_of_the_place(zone: str, start: str, shown: str) -> None:
    content = collection(record(tz=zone, start=start, end="2024-01-01T00:00:00Z"))
    events = read_events(content).events
    assert events["start_local"].iloc[0] == pd.Timestamp(shown)
    (written,) = json.loads(write_events(events))["features"]
    assert written["properties"]["start"] == start


def test_years_beyond_nanoseconds_are_kept() -> None:
    content = collection(
        record("old", start="1066-10-14T09:00:00Z", end="1066-10-14T17:00:00Z", tz="UTC"),
        record("new", start="2999-12-31T00:00:00Z", end="2999-12-31T23:59:59.999999Z", tz="UTC"),
    )
    events = read_events(content).events
    assert events["start"].dt.year.tolist() == [1066, 2999]
    assert events["end"].iloc[1].microsecond == 999_999


def test_an_offset_with_seconds_is_written_in_utc() -> None:
    # Until 1880 Moscow's clocks were 2:30:17 ahead, which ISO 8601 has no way to write.
    start = "1812-09-14T11:30:00+00:00"
    content = collection(record(start=start, end="1812-09-15T00:00:00Z"))
    events = read_events(content).events
    assert events["start_local"].iloc[0] == pd.Timestamp("1812-09-14T14:00:17")
    (written,) = json.loads(write_events(events))["features"]
    assert written["properties"]["start"] == start


def test_another_offset_than_the_zones_is_told() -> None:
    reading = read_events(collection(record(start="2023-05-02T23:27:00Z")))
    assert reading.events["start_local"].iloc[0] == pd.Timestamp("2023-05-03T02:27")
    assert reading.notes == (
        "start or end in 1 record with another offset than their zone's: "
        "the instant counts, and is written with the zone's offset",
    )


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
    events = read_events(collection(made)).events
    shape = events.geometry.iloc[0]
    assert shapely.geometry.mapping(shape)["type"] == geometry["type"]
    assert shape.intersects(shapely.Point(events["lon"].iloc[0], events["lat"].iloc[0]))
    (written,) = json.loads(write_events(events))["features"]
    assert written["geometry"] == geometry


def test_two_events_at_one_place_are_two_rows() -> None:
    assert read_events(collection(record("a"), record("b"))).events.index.tolist() == ["a", "b"]


def test_further_columns_are_not_written() -> None:
    reading = read_events(collection(record()))
    measured = reading.events.assign(distance_m=1.5)
    assert write_events(measured) == write_events(reading.events)


def test_the_texts_at_the_top_are_kept_in_order() -> None:
    reading = read_events(collection(version="2", title="T", motto="Кто?"))
    assert reading.about == {"version": "2", "title": "T", "motto": "Кто?"}
    assert list(json.loads(write_events(reading))) == [
        "type",
        "version",
        "title",
        "motto",
        "features",
    ]
    assert list(json.loads(write_events(reading, {"title": "U"}))) == ["type", "title", "features"]


def test_a_frame_that_a_notebook_spoilt_is_not_clean() -> None:
    events = read_events(collection(record("a"), record("b"))).events
    assert check_events(events) == ()
    spoilt = events.assign(kind=["incident", "rumour"])
    (held,) = check_events(spoilt)
    assert (held.record, held.id, held.field, held.found) == (2, "b", "kind", "'rumour'")


def test_an_event_without_a_place_is_not_clean() -> None:
    events = read_events(collection(record())).events
    nowhere = gpd.GeoDataFrame(events.assign(geometry=[None]), crs=events.crs)
    assert check_events(nowhere) == (Held(1, "bridge", "geometry", "null", "an object"),)


def test_reading_leaves_the_garbage_collector_as_it_was() -> None:
    import gc

    gc.disable()
    try:
        read_events(collection(record()))
        assert not gc.isenabled()
    finally:
        gc.enable()
    read_events(collection(record()))
    assert gc.isenabled()


# Files of every shape, made as plain JSON ------------------------------------------------------

TEXT = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1, max_size=30
).filter(lambda text: bool(text.strip()) and bool(text.strip("\x1c\x1d\x1e\x1f")))
MAYBE_TEXT = st.none() | TEXT
LON = st.floats(-180, 180)
LAT = st.floats(-90, 90)
ZONES = ["Europe/Moscow", "Asia/Kathmandu", "Pacific/Kiritimati", "America/New_York", "UTC"]


@st.composite
def geometries(draw: st.DrawFn) -> dict[str, Any]:
    """Points of any precision, and lines and areas large enough to be valid."""
    lon, lat = draw(st.floats(-170, 170)), draw(st.floats(-80, 80))
    width, height = draw(st.floats(1e-3, 9)), draw(st.floats(1e-3, 9))
    east, north = lon + width, lat + height
    ring = [[lon, lat], [east, lat], [east, north], [lon, north], [lon, lat]]
    return draw(
        st.sampled_from(
            [
                {"type": "Point", "coordinates": [draw(LON), draw(LAT)]},
                {"type": "MultiPoint", "coordinates": [[lon, lat], [draw(LON), draw(LAT)]]},
                {"type": "LineString", "coordinates": ring[:3]},
                {"type": "MultiLineString", "coordinates": [ring[:2], ring[2:4]]},
                {"type": "Polygon", "coordinates": [ring]},
                {"type": "MultiPolygon", "coordinates": [[ring]]},
            ]
        )
    )


@st.composite
def intervals(draw: st.DrawFn) -> dict[str, str]:
    """Start, end and zone, written as the zone's own clock shows them."""
    naive = st.datetimes(datetime(1000, 1, 1), datetime(2999, 12, 1))
    start = draw(naive).replace(tzinfo=UTC)
    end = start + draw(st.timedeltas(timedelta(microseconds=1), timedelta(days=30)))
    zone = draw(st.sampled_from(ZONES))

    def text(instant: datetime) -> str:
        local = instant.astimezone(ZoneInfo(zone)).isoformat()
        # The offsets of before about 1900 have seconds, which ISO 8601 lacks.
        return local if local[-6] in "+-" else instant.isoformat()

    return {"start": text(start), "end": text(end), "tz": zone}


@st.composite
def records(draw: st.DrawFn, identity: str) -> dict[str, Any]:
    """One good record with odd texts, places, times and numbers."""
    made = record(identity)
    properties = made["properties"]
    made["geometry"] = draw(geometries())
    properties |= draw(intervals())
    for name in ("title", "summary", "group", "place", "place_basis"):
        properties[name] = draw(TEXT)
    for name in ("place_local", "region", "target", "damage", "doubt", "note", "incident"):
        properties[name] = draw(MAYBE_TEXT)
    properties["checked"] = draw(st.none() | st.lists(TEXT, max_size=3))
    metres = st.floats(0, 20_037_508, exclude_min=True) | st.integers(1, 20_037_508)
    properties["radius_m"] = draw(metres)
    counts = sorted(draw(st.lists(st.integers(0, 10_000_000), min_size=3, max_size=3)))
    properties["injured"] = {
        "low": counts[0],
        "best": draw(st.sampled_from([None, counts[1]])),
        "high": counts[2],
        "claim": draw(st.sampled_from([None, "c1", "first#c1"])),
    }
    claim = properties["claims"][0]
    claim["said_at"] = draw(st.sampled_from([None, "2023", "2023-05", "2023-05-03T02:37+03:00"]))
    unless_null = {
        "where": draw(MAYBE_TEXT),
        "channel": draw(MAYBE_TEXT),
        "also_about": draw(st.sampled_from([None, ["first"], ["first", "elsewhere"]])),
        "distance_km": draw(st.none() | st.floats(0, 20_038) | st.integers(0, 20_038)),
    }
    claim |= {name: value for name, value in unless_null.items() if value is not None}
    return made


@st.composite
def files(draw: st.DrawFn) -> dict[str, Any]:
    """One to three good records, the first called "first"."""
    names = ["first", "2.second", "Third_3-"][: draw(st.integers(1, 3))]
    title = draw(TEXT)
    features = [draw(records(name)) for name in names]
    return {"type": "FeatureCollection", "title": title, "features": features}


@settings(max_examples=60, deadline=None)
@given(files())
def test_a_file_that_was_read_is_written_as_it_was(file: dict[str, Any]) -> None:
    reading = read_events(json.dumps(file).encode())
    assert reading.held == ()
    assert json.loads(write_events(reading)) == file


@settings(max_examples=60, deadline=None)
@given(files())
def test_a_frame_that_was_written_is_read_as_it_was(file: dict[str, Any]) -> None:
    first = read_events(json.dumps(file).encode())
    second = read_events(write_events(first))
    assert_geodataframe_equal(first.events, second.events)
    assert first.about == second.about
    assert second.held == ()
