"""Events are written as the file that they were read from."""

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
from geopandas.testing import assert_geodataframe_equal
from hypothesis import given

from geo.events import check_events, parse_events, read_events, write_events
from tests.event_texts import collection, record
from tests.events.good_files import files

OURS = Path(__file__).parents[2] / "data" / "events.geojson"


def test_our_own_file_is_written_byte_for_byte() -> None:
    assert write_events(read_events(OURS)) == OURS.read_bytes()


def test_the_text_is_laid_out_as_python_lays_out_json() -> None:
    made = json.loads(collection(record("a"), record("b"), title="Кремль 👩‍🚀 \u200b"))
    expected = json.dumps(made, indent=1, ensure_ascii=False) + "\n"
    assert write_events(parse_events(expected.encode())).decode() == expected


def test_further_columns_are_not_written() -> None:
    reading = parse_events(collection(record()))
    measured = reading.events.assign(distance_m=1.5)
    assert write_events(measured) == write_events(reading.events)


def test_the_texts_at_the_top_are_kept_in_order() -> None:
    reading = parse_events(collection(version="2", title="T", motto="Кто?"))
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
    events = parse_events(collection(record("a"), record("b"))).events
    assert check_events(events) == ()
    damaged = events.assign(kind=["incident", "rumour"])
    (rejection,) = check_events(damaged)
    assert (rejection.number, rejection.id, rejection.field, rejection.found) == (
        2,
        "b",
        "kind",
        "'rumour'",
    )


def test_an_event_without_a_place_is_clean_and_one_without_a_title_is_not() -> None:
    events = parse_events(collection(record())).events
    nowhere = gpd.GeoDataFrame(events.assign(geometry=[None]), crs=events.crs)
    assert check_events(nowhere) == ()
    nameless = check_events(events.assign(title=[" "]))
    assert [(one.id, one.field) for one in nameless] == [("bridge", "title")]


@given(files())
def test_a_file_that_was_read_is_written_as_it_was(file: dict[str, Any]) -> None:
    reading = parse_events(json.dumps(file).encode())
    assert reading.rejected == ()
    assert json.loads(write_events(reading)) == file


@given(files())
def test_a_frame_that_was_written_is_read_as_it_was(file: dict[str, Any]) -> None:
    first = parse_events(json.dumps(file).encode())
    second = parse_events(write_events(first))
    assert_geodataframe_equal(first.events, second.events)
    assert first.about == second.about
    assert second.rejected == ()
