"""A file is read with a report of what was rejected or understood in its own way."""

import json
from pathlib import Path

import pandas as pd

from geo.events import parse_events, read_events
from tests.event_texts import collection, record

OURS = Path(__file__).parents[2] / "data" / "events.geojson"


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
