"""A file is read with a report of what was rejected or interpreted."""

import json
from pathlib import Path

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import EventFileError
from geo.events import check_events, parse_events, read_events
from tests.event_texts import collection, geoparquet, record
from tests.events.mutations import FILE, damaged_bytes, damaged_members, damaged_tables

OURS = Path(__file__).parents[3] / "data" / "events.geojson"


def test_our_own_file_is_clean() -> None:
    reading = read_events(OURS)
    assert reading.rejected == ()
    assert reading.notes == ()
    assert len(reading.events) == len(json.loads(OURS.read_text("utf-8"))["features"])


def test_another_offset_than_the_zones_is_reported() -> None:
    reading = parse_events(collection(record(start="2023-05-02T23:27:00Z")))
    assert reading.events["start_local"].iloc[0] == pd.Timestamp("2023-05-03T02:27")
    assert reading.notes == (
        "start or end in 1 record with another offset than their zone's: "
        "the instant counts, and is written with the zone's offset",
    )


def test_reading_leaves_the_garbage_collector_as_it_was() -> None:
    import gc

    gc.disable()
    try:
        parse_events(collection(record()))
        assert not gc.isenabled()
    finally:
        gc.enable()
    parse_events(collection(record()))
    assert gc.isenabled()


TEXT = json.dumps(FILE).encode()
PARQUET = geoparquet(parse_events(TEXT).events, {"title": "T"})


def check_message(message: str) -> None:
    """Hold a message to its form: where, what was found, what was wanted."""
    assert message.startswith("night.geojson: found ")
    assert ", wanted " in message
    assert message.isprintable()


def check(content: bytes) -> None:
    """Read a file: what is returned is good, and what is said about the rest can be printed."""
    try:
        reading = parse_events(content, "night.geojson")
    except EventFileError as error:
        check_message(str(error))
        return
    assert reading.events.index.is_unique
    assert all(str(rejection).isprintable() for rejection in reading.rejected)
    assert all(note.isprintable() for note in reading.notes)
    assert not {one.number for one in reading.rejected} & {0}
    assert check_events(reading.events, reading.about) == ()


@given(damaged_members())
def test_no_member_breaks_the_reader(content: bytes) -> None:
    check(content)


@given(damaged_bytes(TEXT))
def test_no_byte_of_geojson_breaks_the_reader(content: bytes) -> None:
    check(content)


@given(damaged_bytes(PARQUET))
def test_no_byte_of_geoparquet_breaks_the_reader(content: bytes) -> None:
    check(content)


@given(damaged_tables())
def test_no_column_breaks_the_reader(content: bytes) -> None:
    check(content)


@given(st.binary(max_size=60) | st.text('{}[]",: \\7nft"features"', max_size=60).map(str.encode))
def test_no_other_file_breaks_the_reader(content: bytes) -> None:
    check(content)
