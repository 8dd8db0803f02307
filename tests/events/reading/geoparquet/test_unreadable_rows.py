"""Rows of a table that no program can read are rejected, each by its number."""

import io

import pyarrow as pa
import pytest
import shapely
from pyarrow import parquet

from geo.events import parse_events
from tests.event_texts import record
from tests.events.tables import file_of, parquet_of, shape_of, table_of


def test_bytes_that_are_not_a_place_are_rejected() -> None:
    table = parquet.read_table(io.BytesIO(file_of(table_of(record()), [shapely.Point(1, 2)])))
    damaged = table.set_column(
        table.column_names.index("geometry"), "geometry", pa.array([b"\x01\x01broken"])
    )
    out = io.BytesIO()
    parquet.write_table(damaged, out)
    (rejection,) = parse_events(out.getvalue()).rejected
    assert (rejection.number, rejection.id, rejection.field) == (1, "bridge", "geometry")
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
    assert (rejection.number, rejection.id, rejection.field) == (2, identity, field)
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
    assert (rejection.number, rejection.field) == (2, name)
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
    found = {(one.number, one.id, one.field) for one in reading.rejected}
    assert found >= {(2, "b", member), (3, "c", member)}
    # The row after them keeps its number and its own problem.
    assert (4, "d", "event_type") in found
    assert reading.events.index.tolist() == (["a"] if member == "start" else [])


def test_shapes_within_shapes_reject_their_record_and_end_no_process() -> None:
    deep = b"\x01\x07\x00\x00\x00\x01\x00\x00\x00" * 100_000
    [rejected] = parse_events(parquet_of(deep)).rejected
    assert "geometry" in str(rejected)
