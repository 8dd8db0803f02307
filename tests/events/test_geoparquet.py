"""A table of events is read as the same record as its GeoJSON, problem by problem."""

import io
import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pytest
import shapely
from geopandas.testing import assert_geodataframe_equal
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from geo.errors import EventFileError
from geo.events import Reading, parse_events, read_events
from geo.publishing.export import export_view
from geo.story.view import open_view
from tests.event_texts import collection, geoparquet, record
from tests.events.good_files import files

DATA = Path(__file__).parents[2] / "data"
TEXT, TEXTS = pa.string(), pa.list_(pa.string())
COUNT = pa.struct(
    {"low": pa.int64(), "best": pa.int64(), "high": pa.int64(), "claim": TEXT}.items()
)
CLAIM = pa.struct(
    {
        **dict.fromkeys(("id", "stance", "basis", "side", "actor", "said_at"), TEXT),
        **dict.fromkeys(("said_at_precision", "summary", "source", "where", "channel"), TEXT),
        **dict.fromkeys(("about", "also_about"), TEXTS),
        "distance_km": pa.float64(),
    }.items()
)
SOURCE = pa.struct(
    {
        **dict.fromkeys(("id", "publisher", "title", "url", "date", "origin"), TEXT),
        "is_party": pa.bool_(),
    }.items()
)
KINDS: dict[str, pa.DataType] = {
    "radius_m": pa.float64(),
    **dict.fromkeys(("verified_aspects", "checked"), TEXTS),
    **dict.fromkeys(("killed", "injured"), COUNT),
    "claims": pa.list_(CLAIM),
    "sources": pa.list_(SOURCE),
}


def table_of(*records: dict[str, Any], **kinds: pa.DataType) -> pa.Table:
    """Return events as a newsroom would put them in a table, instants as text."""
    rows = [
        {"id": one["id"], **one["properties"], **one["properties"]["territory"]} for one in records
    ]
    names = [name for name in rows[0] if name != "territory"]
    types = dict.fromkeys(names, TEXT) | KINDS | kinds
    columns = {name: pa.array([row[name] for row in rows], types[name]) for name in names}
    return pa.table(columns)


def file_of(
    table: pa.Table, shapes: list[shapely.Geometry | None], crs: str = "OGC:CRS84"
) -> bytes:
    """Return a table with its places as GeoParquet."""
    plain = io.BytesIO()
    gpd.GeoDataFrame(geometry=shapes, crs=crs).to_parquet(plain)
    places = parquet.read_table(plain)
    out = io.BytesIO()
    whole = table.append_column("geometry", places.column("geometry"))
    # Not compressed, so that a test can change the bytes of a word.
    parquet.write_table(
        whole.replace_schema_metadata(places.schema.metadata), out, compression="none"
    )
    return out.getvalue()


def shape_of(one: dict[str, Any]) -> shapely.Geometry | None:
    return None if one["geometry"] is None else shapely.geometry.shape(one["geometry"])


def both(*records: dict[str, Any]) -> tuple[Reading, Reading]:
    """Return what is read of the same events as GeoParquet and as GeoJSON."""
    table = file_of(table_of(*records), [shape_of(one) for one in records])
    return parse_events(table), parse_events(collection(*records))


def test_the_shipped_record_comes_back_as_it_was() -> None:
    view = open_view(DATA)
    reading = parse_events(export_view(view, "parquet"))
    wanted = read_events(DATA / "events.geojson").events.assign(note=None, checked=None)
    assert_geodataframe_equal(reading.events, wanted)
    assert reading.rejected == ()
    assert reading.about["title"] == view.record.about["title"]
    assert "unknown column 'distance_m': left out" in reading.notes


@given(files())
def test_what_was_written_is_read_as_it_was(file: dict[str, Any]) -> None:
    first = parse_events(json.dumps(file).encode())
    second = parse_events(geoparquet(first.events, first.about))
    assert second.rejected == ()
    assert second.about == first.about
    assert_geodataframe_equal(second.events, first.events)


def test_no_event_is_no_row() -> None:
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


@pytest.mark.parametrize("changes", BAD, ids=str)
def test_a_bad_row_is_named_in_the_words_of_a_geojson_file(changes: dict[str, Any]) -> None:
    table, text = both(record("first"), record("bad", **changes), record("last"))
    assert table.rejected == text.rejected != ()
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


def test_a_plain_table_of_points_is_read() -> None:
    one = record("a", claims=[], sources=[], killed=None)
    table = table_of(one, one | {"id": "b"})
    start, end = (
        pa.array([pd.Timestamp(f"2023-05-03T0{hour}:00Z")] * 2, pa.timestamp("ns", "Europe/Kyiv"))
        for hour in (1, 2)
    )
    table = table.drop_columns(["claims", "sources", "killed", "injured", "checked", "note"])
    table = table.set_column(table.column_names.index("start"), "start", start)
    table = table.set_column(table.column_names.index("end"), "end", end)
    table = table.set_column(1, "title", table.column("title").dictionary_encode())
    table = table.append_column("mood", pa.array([1, 2]))
    reading = parse_events(file_of(table, [shapely.Point(1, 2, 3), shapely.Point(-180, 90)]))
    assert reading.rejected == ()
    assert reading.events[["lon", "lat"]].to_numpy().tolist() == [[1, 2], [-180, 90]]
    assert reading.events["claims"].tolist() == [(), ()]
    assert reading.events["note"].tolist() == [None, None]
    assert reading.events["start_local"].tolist() == [pd.Timestamp("2023-05-03T04:00")] * 2
    assert "unknown column 'mood': left out" in reading.notes
    assert "no column 'claims': read as empty" in reading.notes
    assert "heights in 1 record: left out" in reading.notes


def test_a_table_without_a_needed_column_is_refused() -> None:
    table = table_of(record())
    with pytest.raises(EventFileError, match="found no column title, wanted GeoParquet"):
        parse_events(file_of(table.drop_columns(["title"]), [shapely.Point(1, 2)]))
    with pytest.raises(EventFileError, match="found no column when, nor start and end"):
        parse_events(file_of(table.drop_columns(["end"]), [shapely.Point(1, 2)]))


@pytest.mark.parametrize(
    ("path", "slip", "found", "wanted"),
    [
        ("workflow", "workflw", "workflw", "(did you mean 'workflow'?)"),
        ("sources.is_party", "is_prty", "sources.is_prty", "(did you mean 'is_party'?)"),
        ("claims.side", "sied", "claims.sied", "(did you mean 'side'?)"),
        ("claims.actor.named", "naemd", "actor.naemd", "(did you mean 'named'?)"),
        ("mood", "is_party", "is_party", "'is_party' as a member of a source"),
    ],
)
def test_a_table_with_a_misspelt_column_is_refused(
    path: str, slip: str, found: str, wanted: str
) -> None:
    one = record(mood=1, claims__0__actor={"name": "Press office", "named": False})
    row = {"id": "a", **one["properties"], **one["properties"].pop("territory")}
    *parents, last = path.split(".")
    part = row
    for name in parents:
        part = part[name][0] if isinstance(part[name], list) else part[name]
    part[slip] = part.pop(last)
    with pytest.raises(EventFileError) as raised:
        parse_events(file_of(pa.Table.from_pylist([row]), [shapely.Point(1, 2)]))
    assert f"found column {found!r}, wanted " in str(raised.value)
    assert str(raised.value).endswith(wanted)


def test_another_crs_is_refused() -> None:
    with pytest.raises(EventFileError, match=r"found crs 'WGS 84 / Pseudo-Mercator'"):
        parse_events(file_of(table_of(record()), [shapely.Point(1, 2)], "EPSG:3857"))
    content = file_of(table_of(record()), [shapely.Point(1, 2)], "EPSG:4326")
    assert len(parse_events(content).events) == 1


def test_parquet_without_places_is_refused() -> None:
    out = io.BytesIO()
    parquet.write_table(table_of(record()), out)
    with pytest.raises(EventFileError, match="found Parquet without geometry"):
        parse_events(out.getvalue())


def test_bytes_that_are_no_place_are_rejected() -> None:
    table = parquet.read_table(io.BytesIO(file_of(table_of(record()), [shapely.Point(1, 2)])))
    damaged = table.set_column(
        table.column_names.index("geometry"), "geometry", pa.array([b"\x01\x01broken"])
    )
    out = io.BytesIO()
    parquet.write_table(damaged, out)
    (rejection,) = parse_events(out.getvalue()).rejected
    assert (rejection.record, rejection.id, rejection.field) == (1, "bridge", "geometry")
    assert rejection.found == "'bytes that are not WKB'"


@pytest.mark.parametrize(
    ("path", "field", "identity"),
    [
        ("title", "title", "b"),
        ("id", "id", None),
        ("claims__0__actor", "claims", "b"),
        ("verified_aspects", "verified_aspects", "b"),
    ],
)
def test_a_row_with_text_that_is_not_utf_8_is_rejected_by_its_number(
    path: str, field: str, identity: str | None
) -> None:
    bad = record("BROKEN") if path == "id" else record("b", **{path: "BROKEN"})
    if path == "verified_aspects":
        bad = record("b", verified_aspects=["BROKEN"])
    rows = [record("a"), bad, record("c")]
    content = file_of(table_of(*rows), [shape_of(one) for one in rows])
    reading = parse_events(content.replace(b"BROKEN", b"BR\xff\xfeEN"))
    assert reading.events.index.tolist() == ["a", "c"]
    [rejection] = reading.rejected
    assert (rejection.record, rejection.id, rejection.field) == (2, identity, field)
    assert str(rejection).endswith("found bytes that are not UTF-8, wanted text")


def _store_texts(column: pa.ChunkedArray, kind: str) -> pa.Array:
    """Return a column of texts as another program may have stored it."""
    texts = column.cast(pa.string()).combine_chunks()
    if kind == "dictionary":
        codes = pa.array(range(len(texts)), pa.int32())
        return pa.DictionaryArray.from_arrays(codes, texts)
    return texts.cast(pa.type_for_alias(kind))


@pytest.mark.parametrize("kind", ["binary", "large_binary", "string_view", "dictionary"])
@pytest.mark.parametrize("name", ["title", "id", "summary"])
def test_one_bad_row_is_rejected_however_a_program_stores_texts(kind: str, name: str) -> None:
    rows = [record("a"), record("BROKEN") if name == "id" else record("b"), record("c")]
    if name != "id":
        rows[1] = record("b", **{name: "BROKEN"})
    table = table_of(*rows)
    place = table.column_names.index(name)
    table = table.set_column(place, name, _store_texts(table.column(name), kind))
    content = file_of(table, [shape_of(one) for one in rows])
    assert parse_events(content).events.index.tolist() == ["a", rows[1]["id"], "c"]
    reading = parse_events(content.replace(b"BROKEN", b"BR\xff\xfeEN"))
    assert reading.events.index.tolist() == ["a", "c"]
    [rejection] = reading.rejected
    assert (rejection.record, rejection.field) == (2, name)
    assert str(rejection).endswith("found bytes that are not UTF-8, wanted text")


@pytest.mark.parametrize("unit", ["s", "ms", "us"])
@pytest.mark.parametrize("member", ["start", "when"])
def test_a_row_with_a_time_beyond_all_years_is_rejected_by_its_number(
    unit: str, member: str
) -> None:
    rows = [record(name, event_type="drone_strik" if name == "d" else "other") for name in "abcd"]
    seconds = [1_683_070_000, 10**12, -(10**12), 1_683_070_000]
    scale = {"s": 1, "ms": 10**3, "us": 10**6}[unit]
    moments = pa.array([scale * one for one in seconds], pa.timestamp(unit, "UTC"))
    table = table_of(*rows)
    place = table.column_names.index("start")
    table = table.set_column(place, member, moments)
    reading = parse_events(file_of(table, [shape_of(one) for one in rows]))
    found = {one.record: (one.id, one.field) for one in reading.rejected}
    assert (found[2], found[3]) == (("b", member), ("c", member))
    # The row after them keeps its number and its own problem.
    assert found[4] == ("d", "event_type" if member == "start" else "when")
    assert reading.events.index.tolist() == (["a"] if member == "start" else [])


GOOD = geoparquet(parse_events(collection(record())).events, {"title": "T"})


@given(st.integers(0, len(GOOD)), st.integers(0, 30), st.binary(max_size=6))
def test_no_damage_to_a_table_raises_anything_else(start: int, length: int, put: bytes) -> None:
    try:
        reading = parse_events(GOOD[:start] + put + GOOD[start + length :])
    except EventFileError:
        return
    assert len(reading.events) <= 1


def _parquet_of(geometry: bytes) -> bytes:
    geo = (
        '{"version":"1.0.0","primary_column":"geometry",'
        '"columns":{"geometry":{"encoding":"WKB","geometry_types":[]}}}'
    )
    table = pa.table(
        {"id": ["a"], "title": ["A fire"], "when": ["2023-05-03"], "geometry": [geometry]}
    ).replace_schema_metadata({"geo": geo})
    out = io.BytesIO()
    parquet.write_table(table, out)
    return out.getvalue()


def test_a_title_and_a_time_are_enough() -> None:
    reading = parse_events(_parquet_of(shapely.to_wkb(shapely.Point(1, 2))))
    assert reading.rejected == ()
    assert list(reading.events.title) == ["A fire"]


def test_shapes_within_shapes_reject_their_record_and_end_no_process() -> None:
    deep = b"\x01\x07\x00\x00\x00\x01\x00\x00\x00" * 100_000
    [rejected] = parse_events(_parquet_of(deep)).rejected
    assert "geometry" in str(rejected)
