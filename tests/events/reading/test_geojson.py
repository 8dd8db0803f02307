"""A broken part of a GeoJSON file is named, and affects no other."""

import codecs
import json

import pytest

from geo.errors import EventFileError
from geo.events import Rejection, parse_events
from tests.event_texts import collection, record

GOOD = record("good")
PLAIN = collection(GOOD)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "an empty file"),
        (b" \n\t ", "an empty file"),
        (codecs.BOM_UTF8, "an empty file"),
        (b"<!DOCTYPE html>", "'<!DOCTYPE html>'"),
        (b"PK\x03\x04", "a zip archive, which has to be extracted first"),
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
        (
            b'{"title": oops, "features": []}',
            "a syntax error in line 1, column 11 (Expecting value)",
        ),
        (b'{"a": ' + b"[" * 100_000, "lists or objects nested too deeply"),
        (PLAIN[:40], "the end of the file in line 1"),
    ],
)
def test_a_file_without_features_is_refused_with_a_reason(content: bytes, found: str) -> None:
    with pytest.raises(EventFileError) as error:
        parse_events(content)
    assert found in str(error.value)
    assert str(error.value).endswith("wanted one GeoJSON FeatureCollection in UTF-8")


def test_records_before_the_end_of_a_torn_file_are_kept() -> None:
    names = ["a", "b", "c"]
    lines = [json.dumps(record(name)) for name in names]
    head = '{"type": "FeatureCollection", "features": ['
    whole = head + ",".join(lines) + "]}"
    for length in range(len(head), len(whole), 53):
        ends = [len(head) + len(",".join(lines[: n + 1])) for n in range(3)]
        complete = [name for name, end in zip(names, ends, strict=True) if end <= length]
        reading = parse_events(whole[:length].encode())
        assert reading.events.index.tolist() == complete
        assert reading.rejected[-1].found == "the end of the file in line 1"
        assert reading.rejected[-1].number is None


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
def test_a_damaged_event_affects_no_other(was: str, becomes: str, found: str) -> None:
    lines = [json.dumps(record(name)) for name in "abc"]
    lines[1] = lines[1].replace(was, becomes, 1)
    text = '{"type": "FeatureCollection", "features": [' + ",\n".join(lines) + "]}"
    reading = parse_events(text.encode())
    assert reading.events.index.tolist() == ["a", "c"]
    assert any(found in rejection.found for rejection in reading.rejected)
    assert {rejection.number for rejection in reading.rejected} <= {2, 3, None}


def test_bytes_that_are_not_utf_8_break_one_record() -> None:
    content = collection(record("a", title="x"), record("b", title="BROKEN"), record("c"))
    reading = parse_events(content.replace(b"BROKEN", "гавань".encode("cp1251")))
    assert reading.events.index.tolist() == ["a", "c"]
    assert reading.rejected == (
        Rejection(2, None, "", "bytes that are not UTF-8", "a JSON object"),
    )


def test_a_hundred_damaged_records_end_the_reading() -> None:
    broken = b'{"type": "Feature", "id": oops}'
    content = PLAIN[:-2] + b"," + b",".join([broken] * 200) + b"]}"
    reading = parse_events(content)
    assert reading.events.index.tolist() == ["good"]
    assert "Too many broken records" in reading.rejected[-1].found


@pytest.mark.parametrize(
    ("tail", "found"),
    [
        (b"<script>", "'<script>' after its end"),
        (PLAIN, "after its end"),
        (b"\x00", "'\\x00' after its end"),
    ],
)
def test_what_follows_the_end_is_reported(tail: bytes, found: str) -> None:
    reading = parse_events(PLAIN + tail)
    assert len(reading.events) == 1
    assert found in reading.rejected[0].found


def test_a_comma_too_many_is_reported() -> None:
    reading = parse_events(PLAIN[:-2] + b",]}")
    assert reading.rejected == (
        Rejection(None, None, "", "a comma before the closing ']'", "none there"),
    )
    assert len(reading.events) == 1


def test_a_byte_order_mark_is_noted() -> None:
    reading = parse_events(codecs.BOM_UTF8 + PLAIN)
    assert reading.notes == ("a byte order mark at the start: left out",)
    assert len(reading.events) == 1


def test_a_name_at_the_top_may_be_escaped_but_not_broken() -> None:
    reading = parse_events(b'{"\\u0416": "a", "\\ud800": "b", "\xff": "c", ' + PLAIN[1:])
    assert reading.about == {"Ж": "a"}
    assert [rejection.wanted for rejection in reading.rejected] == ["a name in Unicode"] * 2
    assert len(reading.events) == 1
