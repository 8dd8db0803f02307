"""Random damage to good files of events: to bytes, to members, to columns."""

import copy
import io
import json
from collections.abc import Callable
from typing import Any

import pyarrow as pa
from hypothesis import strategies as st
from pyarrow import parquet

from geo.events import parse_events
from tests.event_texts import collection, geoparquet, record

AREA = {"type": "Polygon", "coordinates": [[[0, 0], [9, 0], [9, 9], [0, 0]]]}
FILE: dict[str, Any] = json.loads(
    collection(
        record("first", killed__claim="second#c1"),
        record("second", claims__0__also_about=["first", "elsewhere"], checked=["The date"]),
        record("third", geometry=AREA, killed=None),
        title="Three events",
        version="1",
    )
)
TABLE = parquet.read_table(
    io.BytesIO(geoparquet(parse_events(json.dumps(FILE).encode()).events, {"title": "Three"}))
)

# What json.dumps cannot write is put in later: nesting, and numbers of thousands of digits.
RAW = {
    b'"<deep>"': b"[" * 5000 + b"]" * 5000,
    b'"<objects>"': b'{"a":' * 300 + b"0" + b"}" * 300,
    b'"<open>"': b"[" * 5000,
    b'"<huge>"': b"9" * 5000,
    b'"<fraction>"': b"0." + b"1" * 5000 + b"e-9999",
    b'"<bytes>"': b'"\xff\xfe"',
}
TEXTS = ["", " ", "\0", "\ud800", "\udc00\ud800", "\u202e\x1b[2J", "я" * 5000, "first", "c1", "#"]
TEXTS += ["second#c1", "first#", "2023-05-03T02:27:00Z", "9999-12-31T23:59:59Z", "2023", "NaN"]
NUMBERS = [0, -1, 10**30, 10**400, 1e308, -1e308, 5e-324, float("nan"), float("-inf"), 180.5, 0.1]
VALUES = st.one_of(
    st.sampled_from([None, True, False, [], {}, [[]], [None], {"type": "Point"}, AREA]),
    st.sampled_from(TEXTS),
    st.sampled_from([name.decode().strip('"') for name in RAW]),
    st.sampled_from(NUMBERS),
    st.text(max_size=5),
    st.floats(),
    st.integers(),
)


@st.composite
def damaged_members(draw: st.DrawFn) -> bytes:
    """A GeoJSON file whose members are renamed, repeated, retyped, nested or taken from others."""
    file = copy.deepcopy(FILE)
    for _ in range(draw(st.integers(1, 4))):
        _damage_member(draw, file)
    text = json.dumps(file, ensure_ascii=draw(st.booleans())).encode(errors="surrogatepass")
    for placeholder, raw in RAW.items():
        text = text.replace(placeholder, raw)
    if draw(st.booleans()):
        name = draw(st.sampled_from(["title", "type", "id", "claims", "coordinates", "low"]))
        again = f'"{name}": {json.dumps(draw(st.sampled_from([None, 1, "x", []])))}, "{name}":'
        text = text.replace(f'"{name}":'.encode(), again.encode(), draw(st.integers(1, 3)))
    return text


def _damage_member(draw: st.DrawFn, file: Any) -> None:
    parts = [part for part in _walk(file) if part]
    part = draw(st.sampled_from(parts))
    keys = list(part) if isinstance(part, dict) else list(range(len(part)))
    key = draw(st.sampled_from(keys))
    match draw(st.sampled_from(["set", "drop", "rename", "nest", "repeat", "copy", "swap"])):
        case "set":
            part[key] = copy.deepcopy(draw(VALUES))  # further damage must not reach the list
        case "drop":
            del part[key]
        case "rename":
            if isinstance(part, dict):
                part[draw(st.sampled_from(["id", "x", "", "\ud800", "\0", key]))] = part.pop(key)
        case "nest":
            part[key] = draw(st.sampled_from([[part[key]], {"a": part[key]}]))
        case "repeat":
            if isinstance(part, list):
                part.extend([part[key]] * draw(st.sampled_from([1, 30, 1001])))
        case "copy":
            other = draw(st.sampled_from(parts))
            part[key] = copy.deepcopy(other)
        case "swap":
            other = draw(st.sampled_from(keys))
            part[key], part[other] = part[other], part[key]


def _walk(value: Any) -> list[Any]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    below = [part for one in inner for part in _walk(one)]
    return [value, *below] if isinstance(value, dict | list) else below


@st.composite
def damaged_bytes(draw: st.DrawFn, whole: bytes) -> bytes:
    """A file with bytes flipped, cut out, put in or doubled."""
    content = bytearray(whole)
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, max(len(content) - 1, 0)))
        end = start + draw(st.sampled_from([0, 1, 4, 40, len(content)]))
        match draw(st.sampled_from(["flip", "cut", "put", "double"])):
            case "flip" if start < len(content):
                content[start] ^= draw(st.integers(1, 255))
            case "cut":
                del content[start:end]
            case "put":
                raw = st.sampled_from(list(RAW.values()))
                content[start:start] = draw(st.binary(max_size=8) | raw)
            case "double":
                content[start:start] = content[start:end]
    return bytes(content)


KINDS: list[Callable[[int], pa.Array]] = [
    lambda rows: pa.nulls(rows),
    lambda rows: pa.array([b"\xff\xfe"] * rows),
    lambda rows: pa.array([b"text"] * rows),
    lambda rows: pa.array(["text"] * rows),
    lambda rows: pa.array([2**62] * rows),
    lambda rows: pa.array([float("nan")] * rows),
    lambda rows: pa.array([True] * rows),
    lambda rows: pa.array([[]] * rows, pa.list_(pa.string())),
    lambda rows: pa.array([["a", None]] * rows),
    lambda rows: pa.array([[["a"]]] * rows),
    lambda rows: pa.array([[1] * 3000] * rows),
    lambda rows: pa.array([{"id": "c1", "low": 1, "x": 2.0, "y": 91.0}] * rows),
    lambda rows: pa.array([[{"id": "c1"}]] * rows),
    lambda rows: pa.array([[("a", 1)]] * rows, pa.map_(pa.string(), pa.int64())),
    lambda rows: pa.array([2**62] * rows, pa.timestamp("us", "UTC")),
    lambda rows: pa.array([-(2**50)] * rows, pa.timestamp("s")),
    lambda rows: pa.array([0] * rows, pa.timestamp("ns", "Nowhere/Here")),
    lambda rows: pa.array([0] * rows, pa.date32()),
    lambda rows: pa.array([0] * rows, pa.time64("us")),
    lambda rows: pa.array([2**62] * rows, pa.duration("us")),
    lambda rows: pa.array(["1.5"] * rows).cast(pa.decimal128(5, 2)),
    lambda rows: pa.array(["a"] * rows).dictionary_encode(),
    lambda rows: pa.array([b"abcd"] * rows, pa.binary(4)),
    lambda rows: pa.array(["a"] * rows, pa.large_string()),
]
TOPS = [b"", b"{", b"[1]", b"null", b"7", b'"a"', b"{}", b"[" * 999, b'{"title": 7}', b"\xff"]
TOPS += [b'{"title": "\\ud800"}', b'{"crs": {}}', b'{"type": []}', b'{"\\u0000": "a", "": "b"}']
TERMS: list[object] = [None, 7, [], {}, "WKB", "point", "geometry", "title", "nothing"]
TERMS += ["spherical", "EPSG:3857"]


@st.composite
def damaged_tables(draw: st.DrawFn) -> bytes:
    """A GeoParquet file whose columns or terms are not those of events."""
    table = TABLE.slice(0, draw(st.integers(0, TABLE.num_rows)))
    metadata = dict(table.schema.metadata)
    for _ in range(draw(st.integers(1, 3))):
        number = draw(st.integers(0, table.num_columns - 1))
        name = table.column_names[number]
        match draw(st.sampled_from(["set", "set", "drop", "rename", "double", "about", "geo"])):
            case "set":
                column = draw(st.sampled_from(KINDS))(table.num_rows)
                table = table.set_column(number, name, column)
            case "drop":
                table = table.remove_column(number) if table.num_columns > 1 else table
            case "rename":
                names = list(table.column_names)
                names[number] = draw(st.sampled_from([*names, "x", "", "geometry.x", "a.b.c"]))
                table = table.rename_columns(names)
            case "double":
                table = table.append_column(name, table.column(number))
            case "about":
                metadata[b"about"] = draw(st.sampled_from(TOPS))
            case "geo":
                metadata[b"geo"] = draw(st.sampled_from(TOPS) | _terms())
    out = io.BytesIO()
    parquet.write_table(table.replace_schema_metadata(metadata), out)
    return out.getvalue()


@st.composite
def _terms(draw: st.DrawFn) -> bytes:
    terms = json.loads(TABLE.schema.metadata[b"geo"])
    column = terms["columns"]["geometry"]
    part, key = draw(
        st.sampled_from(
            [
                (terms, "primary_column"),
                (terms, "columns"),
                (terms["columns"], "geometry"),
                (column, "encoding"),
                (column, "crs"),
                (column, "edges"),
            ]
        )
    )
    part[key] = draw(st.sampled_from(TERMS))
    return json.dumps(terms).encode()
