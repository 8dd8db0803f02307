"""A table of events is read as the same record as its GeoJSON, problem by problem."""

import json
from typing import Any

import shapely
from geopandas.testing import assert_geodataframe_equal
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import EventFileError
from geo.events import Reading, parse_events
from geo.publishing.export import export_view
from tests.event_texts import collection, geoparquet, record
from tests.events.good_files import files
from tests.events.tables import file_of, parquet_of, shape_of, table_of
from tests.shipped_record import READING, open_shipped


def both(*records: dict[str, Any]) -> tuple[Reading, Reading]:
    """Return what is read of the same events as GeoParquet and as GeoJSON."""
    table = file_of(table_of(*records), [shape_of(one) for one in records])
    return parse_events(table), parse_events(collection(*records))


def test_the_shipped_record_comes_back_as_it_was() -> None:
    view = open_shipped()
    reading = parse_events(export_view(view, "parquet"))
    wanted = READING.events.assign(note=None, checked=None)
    assert_geodataframe_equal(reading.events, wanted)
    assert reading.rejected == ()
    assert reading.about["title"] == view.record.about["title"]
    [note] = reading.notes
    assert note.startswith("left out, since it is computed: ")
    assert "distance_m" in note


@given(files())
def test_what_was_written_is_read_as_it_was(file: dict[str, Any]) -> None:
    first = parse_events(json.dumps(file).encode())
    second = parse_events(geoparquet(first.events, first.about))
    assert second.rejected == ()
    assert second.about == first.about
    assert_geodataframe_equal(second.events, first.events)


def test_no_events_give_no_rows() -> None:
    none = parse_events(collection())
    reading = parse_events(geoparquet(none.events, {}))
    assert_geodataframe_equal(reading.events, none.events)
    assert (reading.rejected, reading.notes, reading.about) == ((), (), {})


BAD: list[dict[str, Any]] = [
    {"title": None},
    {"title": "  "},
    {"title": "a\0b"},
    {"title": "я" * 401},
    {"kind": "\x1b[2J"},
    {"event_type": "drone_strik"},
    {"radius_m": -0.5},
    {"radius_m": float("nan")},
    {"radius_m": float("inf")},
    {"tz": "Europe/Atlantis"},
    {"start": None},
    {"start": "2023-05-03"},
    {"start": "2999-12-31T23:00:00-05:00"},
    {"end": "2023-05-03T02:27:00+03:00"},
    {"checked": ["good", None]},
    {"verified_aspects": ["place", "mood"]},
    {"verification": "partly_verified"},
    {"attribution": "established"},
    {"killed__low": -1},
    {"killed__best": 0, "killed__low": 2},
    {"killed__claim": "c9"},
    {"killed__claim": "nowhere#c1"},
    {"claims__0__stance": "denied"},
    {"claims__0__said_at": "2023-02-29"},
    {"claims__0__source": "s9"},
    {"claims__0__about": []},
    {"claims": [None]},
    {"claims": record()["properties"]["claims"] * 2},
    {"sources__0__url": "javascript:alert(1)"},
    {"geometry__coordinates": [180.5, 2.0]},
    {"geometry__coordinates": [43.1, -131.9]},
    {"geometry": {"type": "LineString", "coordinates": [[1, 2], [1, 2]]}},
    {"geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}},
]


def test_each_bad_row_is_named_in_the_words_of_a_geojson_file() -> None:
    bad = {f"bad-{number}": changes for number, changes in enumerate(BAD)}
    rows = [record("first"), *(record(name, **changes) for name, changes in bad.items())]
    table, text = both(*rows, record("last"))
    assert table.rejected == text.rejected
    assert {one.id for one in table.rejected} == {*bad}
    assert table.events.index.tolist() == ["first", "last"]
    assert_geodataframe_equal(table.events, text.events)


@given(st.lists(st.sampled_from([{}, *BAD]), min_size=1, max_size=5), st.booleans())
def test_many_bad_rows_are_named_as_in_a_geojson_file(
    changes: list[dict[str, Any]], same: bool
) -> None:
    records = [record("a" if same else f"r{n}", **each) for n, each in enumerate(changes)]
    table, text = both(*records)
    assert table.rejected == text.rejected
    assert_geodataframe_equal(table.events, text.events)


def test_a_statement_about_an_unknown_event_is_noted() -> None:
    table, text = both(record("a", claims__0__also_about=["b", "c"]), record("b"))
    assert table.notes == text.notes != ()


GOOD = geoparquet(parse_events(collection(record())).events, {"title": "T"})


@given(st.integers(0, len(GOOD)), st.integers(0, 30), st.binary(max_size=6))
def test_no_damage_to_a_table_raises_anything_else(start: int, length: int, put: bytes) -> None:
    try:
        reading = parse_events(GOOD[:start] + put + GOOD[start + length :])
    except EventFileError:
        return
    assert len(reading.events) <= 1


def test_a_title_and_a_time_are_enough() -> None:
    reading = parse_events(parquet_of(shapely.to_wkb(shapely.Point(1, 2))))
    assert reading.rejected == ()
    assert list(reading.events.title) == ["A fire"]
