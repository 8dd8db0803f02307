"""Bad input is named, and the good records beside it are kept."""

import codecs
import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import EventFileError
from geo.events import Held, read_events
from tests.event_texts import collection, record

GOOD = record("good")
PLAIN = collection(GOOD)
CASES = Path(__file__).parent / "data"


def only_held(*bad: object, **members: object) -> Held:
    """Return the one fault of a file in which a good record stands before and after the bad."""
    reading = read_events(collection(record("first"), *bad, record("last"), **members))
    assert {"first", "last"} <= set(reading.events.index)
    (held,) = reading.held
    return held


def fault(**changes: object) -> tuple[str, str, str]:
    """Return field, found and wanted of the one fault that a change makes in a good record."""
    held = only_held(record("bad", **changes))
    assert (held.record, held.id) == (2, "bad")
    return held.field, held.found, held.wanted


# Files that are no list of features ------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "an empty file"),
        (b" \n\t ", "an empty file"),
        (codecs.BOM_UTF8, "an empty file"),
        (b"<!DOCTYPE html>", "'<!DOCTYPE html>'"),
        (b"PK\x03\x04", "'PK\\x03\\x04'"),
        (b"[1, 2]", "a list"),
        (b"[" * 100_000, "a list"),
        (PLAIN.decode().encode("utf-16"), "text in UTF-16"),
        (PLAIN.decode().encode("utf-16-be"), "text in UTF-16"),
        (PLAIN.decode().encode("utf-32"), "text in UTF-32"),
        (json.dumps(GOOD).encode(), "a single Feature"),
        (json.dumps(GOOD).encode() + b"\n" + json.dumps(GOOD).encode(), "one JSON text per line"),
        (b"\x1e" + json.dumps(GOOD).encode() + b"\n", "a GeoJSON text sequence"),
        (b'{"type": "Topology"}', "a JSON object without a list of features"),
        (b'{"type": "FeatureCollection", "features": {}}', "without a list of features"),
        (b'{"title": oops, "features": []}', "a fault in line 1, column 11 (Expecting value)"),
        (b'{"a": ' + b"[" * 100_000, "lists or objects nested too deeply"),
        (PLAIN[:40], "the end of the file in line 1"),
    ],
)
def test_a_file_without_features_is_refused_with_a_reason(content: bytes, found: str) -> None:
    with pytest.raises(EventFileError) as error:
        read_events(content)
    assert found in str(error.value)
    assert str(error.value).endswith("wanted one GeoJSON FeatureCollection in UTF-8")


@pytest.mark.parametrize(
    ("name", "found"), [("none", "no such file"), (".", "a folder"), ("a\0b", "a name")]
)
def test_a_file_that_cannot_be_opened_is_refused_without_its_folder(
    name: str, found: str, tmp_path: Path
) -> None:
    with pytest.raises(EventFileError) as error:
        read_events(tmp_path / name)
    assert f"found {found}" in str(error.value)
    assert str(tmp_path) not in str(error.value)


@pytest.mark.parametrize("crs", ["EPSG:4326", {"properties": {"name": "EPSG:3857"}}, 17, []])
def test_another_crs_is_refused(crs: object) -> None:
    with pytest.raises(EventFileError, match="wanted lon, lat in WGS 84 and no member 'crs'"):
        read_events(collection(GOOD, crs=crs))


# Files that are damaged ------------------------------------------------------------------------


def test_records_before_a_cut_are_kept() -> None:
    names = ["a", "b", "c"]
    lines = [json.dumps(record(name)) for name in names]
    head = '{"type": "FeatureCollection", "features": ['
    whole = head + ",".join(lines) + "]}"
    for length in range(len(head), len(whole), 53):
        ends = [len(head) + len(",".join(lines[: n + 1])) for n in range(3)]
        complete = [name for name, end in zip(names, ends, strict=True) if end <= length]
        reading = read_events(whole[:length].encode())
        assert reading.events.index.tolist() == complete
        assert reading.held[-1].found == "the end of the file in line 1"
        assert reading.held[-1].record is None


@pytest.mark.parametrize(
    ("was", "becomes", "found"),
    [
        ('"id": "b"', '"id": b', "(Expecting value)"),
        ('"id": "b"', '"id": "b', "(Expecting ',' delimiter)"),
        ('"id": "b"', '"id": "b"}', "(Expecting ',' delimiter)"),
        ('"title": "', '"title": "\x01', "(Invalid control character at)"),
        ('"title": "', '"title": "\\ud800', "half of a surrogate pair"),
        ('"title": "', '"more": ' + "[" * 500 + "]" * 500 + ', "title": "', "nested too deeply"),
        ('"title": "', '"more": ' + "[" * 9999 + "]" * 9999 + ', "title": "', "nested too deeply"),
        ('"title": "', '"more": ' + "[" * 9999 + ', "title": "', "nested too deeply"),
    ],
)
def test_a_damaged_record_spoils_no_other(was: str, becomes: str, found: str) -> None:
    lines = [json.dumps(record(name)) for name in "abc"]
    lines[1] = lines[1].replace(was, becomes, 1)
    text = '{"type": "FeatureCollection", "features": [' + ",\n".join(lines) + "]}"
    reading = read_events(text.encode())
    assert reading.events.index.tolist() == ["a", "c"]
    assert any(found in held.found for held in reading.held)
    assert {held.record for held in reading.held} <= {2, 3, None}


def test_bytes_that_are_not_utf_8_spoil_one_record() -> None:
    content = collection(record("a", title="x"), record("b", title="SPOILT"), record("c"))
    reading = read_events(content.replace(b"SPOILT", "Кремль".encode("cp1251")))
    assert reading.events.index.tolist() == ["a", "c"]
    assert reading.held == (Held(2, None, "", "bytes that are not UTF-8", "a JSON object"),)


def test_a_hundred_damaged_records_end_the_reading() -> None:
    broken = b'{"type": "Feature", "id": oops}'
    content = PLAIN[:-2] + b"," + b",".join([broken] * 200) + b"]}"
    reading = read_events(content)
    assert reading.events.index.tolist() == ["good"]
    assert "Too many broken records" in reading.held[-1].found


@pytest.mark.parametrize(
    ("tail", "found"),
    [
        (b"<script>", "'<script>' behind its end"),
        (PLAIN, "behind its end"),
        (b"\x00", "'\\x00' behind its end"),
    ],
)
def test_what_stands_behind_the_end_is_told(tail: bytes, found: str) -> None:
    reading = read_events(PLAIN + tail)
    assert len(reading.events) == 1
    assert found in reading.held[0].found


def test_a_comma_too_many_is_told() -> None:
    reading = read_events(PLAIN[:-2] + b",]}")
    assert reading.held == (Held(None, None, "", "a comma before the closing ']'", "none there"),)
    assert len(reading.events) == 1


def test_a_byte_order_mark_is_noted() -> None:
    reading = read_events(codecs.BOM_UTF8 + PLAIN)
    assert reading.notes == ("a byte order mark at the beginning: left out",)
    assert len(reading.events) == 1


def test_a_crs_that_changes_nothing_is_noted() -> None:
    name = "urn:ogc:def:crs:OGC:1.3:CRS84"
    crs = {"type": "name", "properties": {"name": name}}
    reading = read_events(collection(GOOD, crs=crs))
    assert reading.notes == ("member 'crs' at the top: left out; GeoJSON is in CRS 84",)
    assert reading.held == ()


@pytest.mark.parametrize("kind", ["Features", None, 7])
def test_a_file_that_does_not_call_itself_a_collection_is_told(kind: object) -> None:
    content = json.dumps({"type": kind, "features": [GOOD]}).encode()
    reading = read_events(content)
    assert len(reading.events) == 1
    assert [held.field for held in reading.held] == ["type"]


def test_a_member_at_the_top_that_is_no_text_is_noted() -> None:
    reading = read_events(collection(GOOD, title="T", bbox=[1, 2, 3, 4], **{"\x1b[31m": 7}))
    assert reading.about == {"title": "T"}
    assert reading.notes == (
        "member 'bbox' at the top: left out; it is not text",
        "member '\\x1b[31m' at the top: left out; it is not text",
    )


def test_a_name_at_the_top_may_be_escaped_but_not_broken() -> None:
    reading = read_events(b'{"\\u0416": "a", "\\ud800": "b", "\xff": "c", ' + PLAIN[1:])
    assert reading.about == {"Ж": "a"}
    assert [held.wanted for held in reading.held] == ["a name in Unicode"] * 2
    assert len(reading.events) == 1


def test_a_text_at_the_top_has_a_limit() -> None:
    (held,) = read_events(collection(GOOD, title="a" * 1_000_000)).held
    assert (held.record, held.field, held.wanted) == (None, "'title'", "at most 4,000 characters")


# Names and ids that stand twice ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("was", "becomes", "name"),
    [
        (b'"title": ', b'"title": "other", "title": ', "'title'"),
        (b'"title": ', b'"\\u0074itle": "other", "title": ', "'title'"),
        (b'"stance": ', b'"stance": "denies", "stance": ', "'stance'"),
        (b'"geometry": ', b'"geometry": null, "geometry": ', "'geometry'"),
    ],
)
def test_a_member_that_stands_twice_holds_the_record(was: bytes, becomes: bytes, name: str) -> None:
    reading = read_events(collection(record("a"), record("b")).replace(was, becomes, 1))
    assert reading.events.index.tolist() == ["b"]
    held = Held(1, "a", "", f"{name} twice in one object", "each name once")
    assert reading.held == (held,)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        # One name less where it may be left out: the number of names is as it should be.
        (b'"title": ', b'"title": "other", "title": '),
        (b'"title": ', b'"title" \t : "\\\\", "title": '),
        (b'"title": "', b'"title": "\\"other\\":", "title": "{[\\\\\\" :'),
    ],
)
def test_no_layout_hides_a_member_that_stands_twice(was: bytes, becomes: bytes) -> None:
    content = collection(record("a", claims__0__where=None, claims__0__channel=None), record("b"))
    reading = read_events(content.replace(was, becomes, 1))
    assert reading.events.index.tolist() == ["b"]
    assert reading.held == (Held(1, "a", "", "'title' twice in one object", "each name once"),)


def test_brackets_and_quotes_in_texts_are_texts() -> None:
    title = '"}],{"features": [{\\" \\\\'
    reading = read_events(collection(record("a", title=title), record("b"), title=title))
    assert reading.held == ()
    assert reading.events["title"].tolist() == [title, "Blast reported at a bridge"]
    assert reading.about == {"title": title}


def test_fifty_thousand_names_that_stand_twice_make_a_short_report() -> None:
    twice = b"".join(b'"n%05d": 0, ' % (n // 2) for n in range(100_000))
    (held,) = read_events(PLAIN.replace(b'"title"', twice + b'"title"')).held
    assert held.found == "'n00000', 'n00001', 'n00002', 'n00003', 'n00004' twice in one object"


def test_a_member_at_the_top_that_stands_twice_is_told() -> None:
    reading = read_events(b'{"title": "a", "title": "b", ' + PLAIN[1:-1] + b', "features": [7]}')
    assert [held.field for held in reading.held] == ["'title'", "'features'"]
    assert reading.about == {"title": "a"}
    assert len(reading.events) == 1


def test_the_second_and_third_of_one_id_are_held() -> None:
    reading = read_events(collection(record("a"), record("b"), record("a"), record("a")))
    assert reading.events.index.tolist() == ["a", "b"]
    assert [(held.record, held.field) for held in reading.held] == [(3, "id"), (4, "id")]
    assert reading.held[0].found == "the id of record 1 again"


@pytest.mark.parametrize("name", ["claims", "sources"])
def test_two_claims_or_sources_with_one_id_are_held(name: str) -> None:
    twice = record()["properties"][name] * 2
    assert fault(**{name: twice}) == (name, "2 with 1 different ids", "an id of its own for each")


# Members of the wrong kind ---------------------------------------------------------------------


@pytest.mark.parametrize("thing", [17, None, "text", True, [], math.nan])
def test_a_record_that_is_no_object_is_held(thing: object) -> None:
    assert only_held(thing).wanted == "an object"


def test_each_missing_member_is_named() -> None:
    bad = record("bad")
    del bad["properties"]["tz"], bad["properties"]["note"], bad["properties"]["claims"][0]["side"]
    reading = read_events(collection(bad))
    fields = [held.field for held in reading.held]
    assert fields == ["tz", "claims[0].side", "note"]
    assert {(held.found, held.wanted) for held in reading.held} == {("nothing", "this member")}


ID = "text of up to 100 letters a to z, digits, '.', '_' or '-', a letter or digit first"


@pytest.mark.parametrize(
    ("identity", "found"),
    [
        (17, "17"),
        (None, "null"),
        ("", "''"),
        ("a b", "'a b'"),
        ("-a", "'-a'"),
        ("a#c1", "'a#c1'"),
        ("Кремль", "'Кремль'"),
        ("<b>", "'<b>'"),
    ],
)
def test_an_id_is_a_plain_name(identity: object, found: str) -> None:
    assert only_held(record(identity)) == Held(2, None, "id", found, ID)


@pytest.mark.parametrize(
    ("changes", "found", "wanted"),
    [
        ({"title": None}, "null", "text"),
        ({"title": 5}, "5", "text"),
        ({"title": math.nan}, "NaN", "text"),
        ({"title": "  "}, "'  '", "text that is not blank and has no NUL character"),
        ({"title": "a\0b"}, "'a\\x00b'", "text that is not blank and has no NUL character"),
        ({"radius_m": 0}, "0", "more than 0"),
        ({"radius_m": "5"}, "'5'", "a number"),
        ({"radius_m": True}, "true", "a number"),
        ({"radius_m": math.inf}, "Infinity", "a number"),
        ({"radius_m": -math.inf}, "-Infinity", "a number"),
        ({"radius_m": 10**100}, "a whole number of more than 38 digits", "at most 20,037,508"),
        ({"territory": None}, "null", "an object"),
        ({"claims": {}}, "an object", "a list"),
        ({"claims__0": "c1"}, "'c1'", "an object"),
        ({"claims__0__about": []}, "an empty list", "a list of at least 1"),
        (
            {"claims": GOOD["properties"]["claims"] * 1001},
            "a list of 1001",
            "a list of at most 1,000",
        ),
        ({"sources__0__is_party": "no"}, "'no'", "true or false"),
        ({"checked": "yes"}, "'yes'", "a list"),
        ({"killed": 3}, "3", "an object"),
        ({"killed__low": -1}, "-1", "at least 0"),
        ({"killed__low": 0.5}, "0.5", "a whole number"),
        ({"killed__high": 10**30}, repr(10**30), "at most 10,000,000"),
    ],
)
def test_a_member_of_the_wrong_kind_is_held(
    changes: dict[str, Any], found: str, wanted: str
) -> None:
    assert fault(**changes)[1:] == (found, wanted)


def test_a_number_of_thousands_of_digits_is_held() -> None:
    content = collection(record("a"), record("b")).replace(b"5000", b"9" * 5000, 1)
    reading = read_events(content)
    assert reading.events.index.tolist() == ["b"]
    assert reading.held[0].record == 1


def test_a_megabyte_of_text_is_held_and_shown_short() -> None:
    field, found, wanted = fault(title="я" * 1_000_000)
    assert (field, wanted) == ("title", "at most 400 characters")
    assert len(found) < 100
    assert found.endswith("(1,000,000 characters)")


@pytest.mark.parametrize(
    "title",
    [
        "Кремль",
        "الكرملين",
        "クレムリン",
        "👩‍🚀🇺🇦",
        "a\u200bb",
        "e\u0301",
        "![x](http://x) <img onerror=x>",
    ],
)
def test_titles_in_any_script_are_fine(title: str) -> None:
    assert read_events(collection(record(title=title))).events["title"].iloc[0] == title


@pytest.mark.parametrize(
    ("changes", "hint"),
    [
        ({"event_type": "drone_strik"}, "(did you mean 'drone_strike'?)"),
        ({"claims__0__stance": "denied"}, "(did you mean 'denies'?)"),
        ({"verification": "Verified"}, "(did you mean 'verified'?)"),
        ({"kind": "zzz"}, "one of incident, context"),
        ({"kind": "z" * 1_000_000}, "one of incident, context"),
    ],
)
def test_an_unknown_word_is_held_with_the_nearest(changes: dict[str, Any], hint: str) -> None:
    wanted = fault(**changes)[2]
    assert wanted.startswith("one of ")
    assert wanted.endswith(hint)


def test_control_characters_of_the_file_are_shown_escaped() -> None:
    assert fault(kind="\x1b[2J\u202e[red]")[1] == "'\\x1b[2J\\u202e[red]'"


def test_unknown_members_are_noted_once_and_left_out() -> None:
    extra = {"period": "x", "claims__0__order": 1}
    reading = read_events(collection(record("a", **extra), record("b", period="y")))
    assert reading.held == ()
    assert reading.notes == (
        "unknown member 'claims[].order' in 1 record: left out",
        "unknown member 'period' in 2 records: left out",
    )


def test_an_unknown_member_hides_no_contradiction() -> None:
    reading = read_events(CASES / "unknown_member_and_contradiction.geojson")
    assert reading.events.index.tolist() == ["unknown-member", "good"]
    assert [(held.id, held.field, held.found) for held in reading.held] == [
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
    reading = read_events(collection(bad))
    assert [held.field for held in reading.held] == ["title"]
    assert reading.notes == ("unknown member 'titel' in 1 record: left out",)


def test_a_record_of_many_faults_makes_a_short_report() -> None:
    reading = read_events(collection(record(claims=[7] * 1000)))
    assert len(reading.held) == 20
    assert reading.held[-1].found == "981 faults more"


# Places ----------------------------------------------------------------------------------------


def at(kind: str, coordinates: object) -> tuple[str, str, str]:
    """Return the fault of a geometry."""
    return fault(geometry={"type": kind, "coordinates": coordinates})


def test_no_geometry_is_held() -> None:
    assert fault(geometry=None) == ("geometry", "null", "an object")
    assert fault(geometry={})[2].startswith("a geometry of type Point")
    assert at("Circle", [1.0, 2.0])[:2] == ("geometry", "'Circle'")
    assert at("GeometryCollection", [])[:2] == ("geometry", "'GeometryCollection'")


@pytest.mark.parametrize(
    ("coordinates", "field", "found", "wanted"),
    [
        ([], "geometry.coordinates", "an empty list", "a list of at least 2"),
        ([1.0], "geometry.coordinates", "a list of 1", "a list of at least 2"),
        ([1, 2, 3, 4], "geometry.coordinates", "a list of 4", "a list of at most 3"),
        (None, "geometry.coordinates", "null", "a list"),
        ([None, 2.0], "geometry.coordinates[0]", "null", "a number"),
        (["1", 2.0], "geometry.coordinates[0]", "'1'", "a number"),
        ([[1, 2], 3], "geometry.coordinates[0]", "a list of 2", "a number"),
        ([math.nan, 2.0], "geometry.coordinates[0]", "NaN", "a number"),
        ([1.0, math.inf], "geometry.coordinates[1]", "Infinity", "a number"),
        ([180.5, 2.0], "geometry.coordinates[0]", "180.5", "at most 180"),
        ([-181, 2.0], "geometry.coordinates[0]", "-181", "at least -180"),
        ([1.0, 1e9], "geometry.coordinates[1]", "1000000000.0", "at most 90"),
    ],
)
def test_coordinates_that_are_no_place_are_held(
    coordinates: object, field: str, found: str, wanted: str
) -> None:
    assert at("Point", coordinates) == (field, found, wanted)


@pytest.mark.parametrize("lat", [131.9, -131.9])
def test_a_latitude_that_can_only_be_a_longitude_looks_swapped(lat: float) -> None:
    assert "this looks like lat, lon" in at("Point", [43.1, lat])[2]


@pytest.mark.parametrize("edge", [[180.0, 0.0], [-180.0, 0.0], [0.0, 90.0], [0.0, -90.0]])
def test_the_edges_of_the_map_are_places(edge: list[float]) -> None:
    events = read_events(collection(record(geometry__coordinates=edge))).events
    assert [events["lon"].iloc[0], events["lat"].iloc[0]] == edge


@pytest.mark.parametrize(
    ("kind", "coordinates", "found"),
    [
        ("LineString", [[1, 2], [1, 2]], "Too few points"),
        ("Polygon", [[[0, 0], [1, 0], [1, 1], [0, 1]]], "a ring that is not closed"),
        ("Polygon", [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]], "Self-intersection"),
        ("MultiPolygon", [[[[0, 0], [0, 0], [0, 0], [0, 0]]]], "Too few points"),
    ],
)
def test_shapes_that_cannot_be_measured_are_held(
    kind: str, coordinates: object, found: str
) -> None:
    field, said, _ = at(kind, coordinates)
    assert field == "geometry"
    assert said.startswith(found)


def test_heights_are_noted_and_left_out() -> None:
    line = {"type": "LineString", "coordinates": [[1, 2, 3], [3, 4]]}
    reading = read_events(
        collection(record("a", geometry=line), record("b", geometry__coordinates=[1, 2, 3]))
    )
    assert reading.notes == ("heights in 2 records: left out",)
    assert not reading.events.geometry.has_z.any()


# Times -----------------------------------------------------------------------------------------

INSTANT = (
    "a date and time of the years 1000 to 2999 with its offset, such as 2023-05-03T02:27:00+03:00"
)


@pytest.mark.parametrize(
    "start",
    [
        None,
        1_683_070_020,
        "1683070020",
        "",
        "2023-05-03",
        "2023-05-03T02:27:00",
        "2023-02-30T00:00:00+03:00",
        "2023-05-03T24:00:00+03:00",
        "2023-05-03T02:27:60+03:00",
        "2023-05-03T02:27:00.1234567+03:00",
        "2023-05-03T02:27:00+24:00",
        "03.05.2023 02:27",
        "0001-01-01T00:00:00Z",
        "0999-12-31T23:59:59Z",
        "9999-12-31T23:59:59Z",
        # Already the year 3000 in UTC.
        "2999-12-31T23:00:00-05:00",
    ],
)
def test_a_start_that_is_no_instant_is_held(start: object) -> None:
    field, _, wanted = fault(start=start)
    assert (field, wanted) == ("start", INSTANT)


@pytest.mark.parametrize("end", ["2023-05-03T02:27:00+03:00", "2023-05-02T23:26:59Z"])
def test_an_end_that_is_not_after_the_start_is_held(end: str) -> None:
    field, _, wanted = fault(end=end)
    assert field == "end"
    assert wanted == "an instant after start, 2023-05-03T02:27:00+03:00"


@pytest.mark.parametrize("zone", ["Europe/Atlantis", "", "+03:00", "../../etc/passwd", "a\0b"])
def test_an_unknown_zone_is_held(zone: str) -> None:
    field, _, wanted = fault(tz=zone)
    assert field == "tz"
    assert wanted == "a time zone of the IANA list, such as Europe/Moscow"


@pytest.mark.parametrize("said", ["2023-02-29", "2023-13", "0999", "2023-05-03T02:37", "yesterday"])
def test_a_statement_has_a_date_of_the_calendar(said: str) -> None:
    field, found, wanted = fault(claims__0__said_at=said)
    assert (field, found) == ("claims[0].said_at", repr(said))
    assert wanted.startswith("a date of the years 1000 to 2999")


# Links and references --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "ftp://example.org",
        "//example.org",
        "example.org",
        "http://",
        "https:///a",
        "http:\\\\example.org",
        "https://exam ple.org",
        "https://example.org/\n",
        " https://example.org",
        "article",
        "",
    ],
)
def test_a_link_that_is_not_http_is_held(url: str) -> None:
    assert fault(sources__0__url=url)[::2] == (
        "sources[0].url",
        "a link that begins with http:// or https://, without spaces",
    )


@pytest.mark.parametrize("url", ["http://example.org", "HTTPS://пример.рф/я?a=[b]#c", None])
def test_a_link_that_is_http_or_missing_is_fine(url: str | None) -> None:
    events = read_events(collection(record(sources__0__url=url))).events
    assert events["sources"].iloc[0][0].url == url


def test_a_claim_of_a_missing_source_is_held() -> None:
    wanted = "the id of a source of this event"
    assert fault(claims__0__source="s9") == ("claims[0].source", "'s9'", wanted)


def test_casualties_of_a_missing_claim_are_held() -> None:
    assert fault(killed__claim="c9")[:2] == ("killed.claim", "'c9'")
    assert fault(killed__claim="nowhere#c1")[:2] == ("killed.claim", "'nowhere#c1'")
    assert fault(killed__claim="first#c9")[:2] == ("killed.claim", "'first#c9'")


def test_casualties_may_rest_on_a_claim_of_a_later_record() -> None:
    reading = read_events(collection(record("a", killed__claim="b#c1"), record("b")))
    assert reading.held == ()


def test_casualties_that_rest_on_a_record_held_back_are_held_too() -> None:
    reading = read_events(
        collection(
            record("a", killed__claim="b#c1"), record("b", killed__claim="c#c1"), record("c", tz="")
        )
    )
    assert reading.events.empty
    assert [(held.id, held.field) for held in reading.held] == [
        ("a", "killed.claim"),
        ("b", "killed.claim"),
        ("c", "tz"),
    ]


@pytest.mark.parametrize(("low", "best", "high"), [(2, 1, 3), (0, 4, 3), (3, None, 2)])
def test_casualties_out_of_order_are_held(low: int, best: int | None, high: int) -> None:
    made = {"low": low, "best": best, "high": high, "claim": "c1"}
    assert fault(killed=made)[::2] == ("killed", "low <= best <= high")


def test_a_claim_about_an_unknown_event_is_noted_only() -> None:
    reading = read_events(collection(record("a", claims__0__also_about=["b", "c"]), record("b")))
    assert reading.held == ()
    assert reading.notes == (
        "record 1 (a), claim c1: also about 'c', an event that is not in this file or is held back",
    )


def test_words_that_need_a_reason_have_one() -> None:
    assert fault(verification="partly_verified")[0] == "verified_aspects"
    assert fault(attribution="established")[0] == "established_by"


# Anything at all -------------------------------------------------------------------------------


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(PLAIN)), st.integers(0, 40), st.binary(max_size=8) | st.just(b'{"a":['))
def test_no_damage_to_a_file_raises_anything_else(begin: int, length: int, put: bytes) -> None:
    spoilt = PLAIN[:begin] + put + PLAIN[begin + length :]
    try:
        reading = read_events(spoilt)
    except EventFileError:
        return
    assert len(reading.events) <= 1


@settings(max_examples=40, deadline=None)
@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda x: st.lists(x)))
def test_no_value_of_a_member_raises_anything_else(value: object) -> None:
    names = [*GOOD["properties"], "geometry", "properties"]
    content = collection(*(record(f"r{n}", **{name: value}) for n, name in enumerate(names)))
    reading = read_events(content)
    assert len(reading.events) + len({held.record for held in reading.held}) == len(names)
