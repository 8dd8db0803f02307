"""Each record is checked by itself, and each problem in it is named."""

import json
import math
from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal

from geo.errors import EventFileError
from geo.events import parse_events, read_events
from tests.event_texts import collection, record
from tests.events.bad_records import only_rejection

GOOD = record("good")
CASES = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize("crs", ["EPSG:4326", {"properties": {"name": "EPSG:3857"}}, 17, []])
def test_another_crs_is_refused(crs: object) -> None:
    with pytest.raises(EventFileError, match="wanted lon, lat in WGS 84 and no member 'crs'"):
        parse_events(collection(GOOD, crs=crs))


def test_a_crs_that_changes_nothing_is_noted() -> None:
    name = "urn:ogc:def:crs:OGC:1.3:CRS84"
    crs = {"type": "name", "properties": {"name": name}}
    reading = parse_events(collection(GOOD, crs=crs))
    assert reading.notes == ("member 'crs' at the top: left out; GeoJSON is in CRS 84",)
    assert reading.rejected == ()


@pytest.mark.parametrize("kind", ["Features", None, 7])
def test_a_file_that_does_not_call_itself_a_collection_is_reported(kind: object) -> None:
    content = json.dumps({"type": kind, "features": [GOOD]}).encode()
    reading = parse_events(content)
    assert len(reading.events) == 1
    assert [rejection.field for rejection in reading.rejected] == ["type"]


def test_a_member_at_the_top_that_is_not_text_is_noted() -> None:
    reading = parse_events(collection(GOOD, title="T", bbox=[1, 2, 3, 4], **{"\x1b[31m": 7}))
    assert reading.about == {"title": "T"}
    assert reading.notes == (
        "member 'bbox' at the top: left out; it is not text",
        "member '\\x1b[31m' at the top: left out; it is not text",
    )


def test_a_text_at_the_top_has_a_limit() -> None:
    (rejection,) = parse_events(collection(GOOD, title="a" * 1_000_000)).rejected
    assert (rejection.number, rejection.field, rejection.wanted) == (
        None,
        "'title'",
        "at most 4,000 characters",
    )


@pytest.mark.parametrize("thing", [17, None, "text", True, [], math.nan])
def test_a_record_that_is_not_an_object_is_rejected(thing: object) -> None:
    assert only_rejection(thing).wanted == "an object"


def test_each_missing_member_that_is_needed_is_named() -> None:
    bad = record("bad")
    claim, [source] = bad["properties"]["claims"][0], bad["properties"]["sources"]
    del bad["properties"]["title"], claim["actor"], source["publisher"]
    reading = parse_events(collection(bad))
    fields = [rejection.field for rejection in reading.rejected]
    assert fields == ["title", "claims[0].actor", "sources[0].publisher"]
    assert {(rejection.found, rejection.wanted) for rejection in reading.rejected} == {
        ("nothing", "this member")
    }


def test_unknown_members_are_noted_once_and_left_out() -> None:
    extra = {"period": "x", "claims__0__order": 1, "verifcaton": "no", "killed__verifcaton": 1}
    reading = parse_events(collection(record("a", **extra), record("b", period="y")))
    assert reading.rejected == ()
    assert reading.notes == (
        "unknown member 'killed.verifcaton' in 1 record: left out",
        "unknown member 'claims[].order' in 1 record: left out",
        "unknown member 'period' in 2 records: left out",
        "unknown member 'verifcaton' in 1 record: left out (did you mean 'verification'?)",
    )


def test_an_unknown_member_hides_no_contradiction() -> None:
    reading = read_events(CASES / "unknown_member_and_contradiction.geojson")
    assert reading.events.index.tolist() == ["unknown-member", "good"]
    assert [(rejection.id, rejection.field, rejection.found) for rejection in reading.rejected] == [
        ("contradiction", "killed.claim", "'c2'"),
        ("contradiction-in-part", "killed", "low 3, best 1, high null"),
    ]
    assert reading.notes == (
        "unknown member 'id' in 2 records: left out",
        "unknown member 'killed.unit' in 1 record: left out",
    )


def test_a_misspelt_member_is_both_missing_and_unknown() -> None:
    bad = record("bad")
    bad["properties"]["titel"] = bad["properties"].pop("title")
    reading = parse_events(collection(bad))
    assert list(map(str, reading.rejected)) == [
        "record 1 (bad), titel: found a member that the format does not have, "
        "wanted one that it has (did you mean 'title'?)",
        "record 1 (bad), title: found nothing, wanted this member",
    ]
    assert reading.notes == ()


@pytest.mark.parametrize("missing", [(), ("start", "end")])
def test_a_bad_time_hides_no_other_problem(missing: tuple[str, ...]) -> None:
    bad = record("bad", title="", when="soon", geometry__coordinates=[200, 95], time_precision="x")
    for name in missing:
        del bad["properties"][name]
    found = [rejection.field for rejection in parse_events(collection(bad)).rejected]
    place = ["geometry.coordinates[0]", "geometry.coordinates[1]"]
    assert found == ["when", *place, "title", "time_precision"]


def test_heights_are_noted_and_left_out() -> None:
    line = {"type": "LineString", "coordinates": [[1, 2, 3], [3, 4]]}
    reading = parse_events(
        collection(record("a", geometry=line), record("b", geometry__coordinates=[1, 2, 3]))
    )
    assert reading.notes == ("heights in 2 records: left out",)
    assert not reading.events.geometry.has_z.any()


def test_events_that_say_when_are_read_however_the_member_is_written() -> None:
    said = {
        "type": "Feature",
        "id": "sparse",
        "geometry": {"type": "Point", "coordinates": [-71.5, 41.25]},
        "properties": {"title": "A", "when": "2023-05-03", "sources": ["https://a.example/"]},
    }
    content = collection(said)
    plain = parse_events(content)
    assert plain.is_sparse
    assert list(plain.events["place"]) == ["41.25° N, 71.5° W"]
    # An escaped letter, which no quick look finds.
    escaped = parse_events(content.replace(b'"when"', b'"wh\\u0065n"'))
    assert escaped.is_sparse
    assert_frame_equal(escaped.events, plain.events)


def test_a_title_that_quotes_a_member_makes_no_event_sparse() -> None:
    reading = parse_events(collection(record("good", title='Said "when": soon')))
    assert not reading.is_sparse
    assert list(reading.events.index) == ["good"]
