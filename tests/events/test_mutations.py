"""Whatever is done to a good file, reading it returns or raises an EventFileError."""

import json

from hypothesis import given
from hypothesis import strategies as st

from geo.errors import EventFileError
from geo.events import check_events, parse_events
from tests.event_texts import geoparquet
from tests.events.mutations import FILE, damaged_bytes, damaged_members, damaged_tables

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
    assert not {one.record for one in reading.rejected} & {0}
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
