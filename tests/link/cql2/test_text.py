"""CQL2 Text is read as another parser reads it, and a hostile filter ends in one sentence."""

import json
import math
from collections.abc import Callable

import cql2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import LinkError
from geo.link.cql2 import Columns, Tree, apply_filter, parse_cql2_json, parse_cql2_text

NAMES = st.sampled_from(["region", "radius_m", "start", "Ünamed", "a.b:c"])
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\\\x00"), max_size=6)
NUMBERS = st.integers(-999, 999).map(str) | st.sampled_from(["1.5", "-0.25", "2e3"])
SCALARS = st.one_of(
    NAMES,
    NUMBERS,
    TEXTS.map(lambda text: "'" + text.replace("'", "''") + "'"),
    st.sampled_from(["TRUE", "false", "DATE('2023-05-03')", "TIMESTAMP('2023-05-03T02:27:00Z')"]),
)
CONDITIONS = st.one_of(
    st.tuples(NAMES, st.sampled_from(["=", "<>", "<", ">", "<=", ">="]), SCALARS).map(" ".join),
    st.tuples(NAMES, NUMBERS, NUMBERS).map(lambda p: f"{p[0]} NOT BETWEEN {p[1]} and {p[2]}"),
    st.tuples(NAMES, SCALARS, SCALARS).map(lambda p: f"{p[0]} in ({p[1]}, {p[2]})"),
    NAMES.map("{} IS NOT NULL".format),
    NAMES.map("casei({}) LIKE casei('a%')".format),
    st.just("S_INTERSECTS(geometry, BBOX(1, 2, 3, 4))"),
    st.just(
        "S_WITHIN(geometry, POLYGON((0 0, 1 0, 1 1, 0 0), (0.2 0.1, 0.3 0.1, 0.3 0.2, 0.2 0.1)))"
    ),
    st.just("T_DURING(INTERVAL(start, end), INTERVAL('2023-05-01', '..'))"),
)
FILTERS = st.recursive(
    CONDITIONS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(" AND ".join),
        st.lists(inner, min_size=2, max_size=3).map(" or ".join),
        inner.map("({})".format),
        inner.map("NOT ({})".format),
    ),
    max_leaves=5,
)


@given(FILTERS)
def test_a_filter_is_read_as_the_reference_reads_it(text: str) -> None:
    assert _flatten(parse_cql2_text(text)) == _flatten(cql2.parse_text(text).to_json())


@given(FILTERS)
def test_json_and_text_are_one_tree(text: str) -> None:
    tree = parse_cql2_text(text)
    assert parse_cql2_json(json.dumps(tree)) == tree
    cql2.parse_json(json.dumps(tree)).validate()


@pytest.mark.parametrize(
    "text",
    [
        "(" * 4000 + "true" + ")" * 4000,
        "NOT (" * 1600 + "true" + ")" * 1600,
        "casei(" * 1300 + "'a'" + ")" * 1300 + " = 'a'",
        " AND ".join(["true"] * 1000),
        "title IN (" + ",".join(["1"] * 4000) + ")",
        "f(" * 4000,
        "'" * 8191,
        "title LIKE '" + "%a" * 4000 + "'",
        "S_INTERSECTS(geometry, POLYGON(" + "(" * 3000 + "0 0" + ")" * 3000 + "))",
        "S_INTERSECTS(geometry, LINESTRING(" + ",".join(["0 0"] * 2000) + "))",
        "1 = 1e999999999",
        "1 = " + "9" * 8000,
        '{"op":"not","args":[' * 300 + "true" + "]}" * 300,
        "[" * 8000,
        '{"op":"=","args":[1,NaN]}',
        '{"op":"and","args":[],"coordinates":[{"op":"and"}]}',
        '{"op":"=","args":[{"type":"Polygon","coordinates":' + "[" * 150 + "]" * 150 + "},1]}",
    ],
)
def test_a_hostile_filter_is_applied_or_refused_in_one_sentence(text: str) -> None:
    """Each fits into an address; with a parser that looks back, some would take for ever."""
    for read in (parse_cql2_text, parse_cql2_json):
        problem = _find_problem(read, text)
        assert "\n" not in problem
        assert len(problem) < 400


def _find_problem(read: Callable[[str], Tree], text: str) -> str:
    try:
        apply_filter(read(text), Columns({}, 3))
    except LinkError as error:
        return str(error)
    return ""


def _flatten(tree: object) -> object:
    """Return a tree in which a and (b and c) are one: the two parsers join them differently."""
    if isinstance(tree, list):
        return [_flatten(part) for part in tree]
    if isinstance(tree, float) and math.isfinite(tree):
        return round(tree, 9)
    if not isinstance(tree, dict):
        return tree
    parts = {name: _flatten(part) for name, part in tree.items()}
    if (op := parts.get("op")) in ("and", "or"):
        args = parts["args"]
        assert isinstance(args, list)
        parts["args"] = [
            inner
            for part in args
            for inner in (
                part["args"] if isinstance(part, dict) and part.get("op") == op else [part]
            )
        ]
    return parts
