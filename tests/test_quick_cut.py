"""Features found by their brackets are those that a reader of JSON finds."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from geo.events.quick_cut import find_features

VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.integers() | st.text('"\\{}[],: ж\n', max_size=8),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.text(max_size=5), part),
    max_leaves=8,
)
OBJECTS = st.lists(st.dictionaries(st.text('"\\:{}a', max_size=4), VALUES), max_size=4)


def count_names(value: object) -> int:
    """Return how many names of members a value has, at all depths."""
    if isinstance(value, dict):
        return len(value) + sum(map(count_names, value.values()))
    return sum(map(count_names, value)) if isinstance(value, list) else 0


@given(OBJECTS, st.booleans(), st.sampled_from([None, 1]), st.sampled_from([":", " : "]))
def test_each_object_is_found_with_its_names(
    objects: list[dict[str, Any]], ascii_only: bool, indent: int | None, colon: str
) -> None:
    features = json.dumps(
        objects, ensure_ascii=ascii_only, indent=indent, separators=(",", colon)
    ).encode()
    found = find_features(b'{"features":' + features + b', "more": [{}]}')
    assert found is not None
    content = b'{"features":' + features
    assert (found.begin, found.end) == (len(b'{"features":'), len(content))
    assert [json.loads(content[begin:end]) for begin, end in found.features] == objects
    assert found.names == [count_names(one) for one in objects]


@given(st.text('{}[]",: \\7n', max_size=40))
def test_no_text_is_cut_in_a_way_that_cannot_be(text: str) -> None:
    found = find_features(b'{"features":[' + text.encode())
    if found is not None:
        assert all(begin < end <= found.end for begin, end in found.features)


def test_a_text_may_end_anywhere() -> None:
    text = b'{"features" : [{"a": {"b": "c"}}, {}]}'
    assert [find_features(text[:n]) for n in range(len(text) - 1)] == [None] * (len(text) - 1)


def test_a_colon_far_behind_its_name_is_left_to_the_careful_reader() -> None:
    assert find_features(b'{"features":[{"a"' + b" " * 100 + b":1}]}") is None
