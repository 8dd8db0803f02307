"""A report of the browser is answered once, in order, and anything may come."""

from collections.abc import Callable
from datetime import datetime
from types import SimpleNamespace

import pytest
import streamlit as st
from hypothesis import given
from hypothesis import strategies as some

from geo.link.camera import Camera
from geo.times import Range, milliseconds
from ui.reports import answer, describe_answered, pass_camera, pass_range, pass_text

Told = list[tuple[str, object]]
Tell = Callable[[object], None]

START, END = datetime(2023, 5, 2, 21), datetime(2023, 5, 3, 3)
WINDOW = [milliseconds(START), milliseconds(END)]


@pytest.fixture
def told() -> Told:
    return []


@pytest.fixture
def tell(told: Told) -> Tell:
    """Report as a browser does to the part "map", which knows windows and cameras."""
    st.session_state.clear()
    on_report = answer(
        "map",
        window=lambda value: told.append(("window", value)),
        camera=lambda value: told.append(("camera", value)),
    )

    def tell_map(report: object) -> None:
        st.session_state["map"] = SimpleNamespace(report=report)
        on_report()

    return tell_map


def test_things_are_answered_in_the_order_they_were_done(told: Told, tell: Tell) -> None:
    tell({"window": [8, "w"], "camera": [7, "c"]})
    assert told == [("camera", "c"), ("window", "w")]
    assert describe_answered()["serials"] == {"window": 8, "camera": 7}


def test_what_comes_again_is_not_answered_again(told: Told, tell: Tell) -> None:
    tell({"window": [8, "w"]})
    tell({"window": [8, "w"], "camera": [9, "c"]})
    tell({"window": [7, "late"]})
    assert told == [("window", "w"), ("camera", "c")]


def test_the_same_thing_done_again_is_answered_again(told: Told, tell: Tell) -> None:
    tell({"window": [8, "w"]})
    tell({"window": [9, "w"]})
    assert told == [("window", "w")] * 2


def test_a_session_keeps_its_name_and_another_has_another(tell: Tell) -> None:
    first = describe_answered()["session"]
    tell({"window": [8, "w"]})
    assert describe_answered()["session"] == first
    st.session_state.clear()
    assert describe_answered()["session"] != first


ANYTHING = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(),
    lambda inner: some.lists(inner) | some.dictionaries(some.text(), inner),
)


@given(
    ANYTHING
    | some.dictionaries(
        some.sampled_from(["window", "camera", "x"]), some.tuples(ANYTHING, ANYTHING).map(list)
    )
)
def test_anything_may_come(report: object) -> None:
    st.session_state.clear()
    st.session_state["map"] = SimpleNamespace(report=report)
    taken: list[object] = []
    answer("map", window=pass_range(taken.append), camera=pass_camera(taken.append))()
    assert set(describe_answered()["serials"]) <= {"window", "camera"}
    for one in taken:
        assert isinstance(one, Range | Camera)


@pytest.mark.parametrize(
    ("value", "passed"),
    [
        (WINDOW, [Range(START, END)]),
        (WINDOW[::-1], []),
        ([0, 0], []),
        ([0, 10**18], []),
        ([0.5, 1.5], []),
        ([0], []),
        ("0..1", []),
    ],
)
def test_a_range_is_passed_on_and_nothing_else(value: object, passed: list[Range]) -> None:
    taken: list[Range] = []
    pass_range(taken.append)(value)
    assert taken == passed


@pytest.mark.parametrize(
    ("value", "passed"),
    [
        ([37.62, 55.75, 9], [Camera(37.62, 55.75, 9)]),
        ([-180, 90, 0], [Camera(-180, 90, 0)]),
        ([181, 0, 5], []),
        ([0, 91, 5], []),
        ([0, 0, 25], []),
        ([float("nan"), 0, 5], []),
        ([0, 0], []),
        (["0", "0", "5"], []),
    ],
)
def test_a_camera_is_passed_on_and_nothing_else(value: object, passed: list[Camera]) -> None:
    taken: list[Camera] = []
    pass_camera(taken.append)(value)
    assert taken == passed


@pytest.mark.parametrize(
    ("value", "passed"),
    [("drone", ["drone"]), ("", [""]), ("x" * 4001, []), (None, []), (["a"], []), (7, [])],
)
def test_text_is_passed_on_and_nothing_else(value: object, passed: list[str]) -> None:
    taken: list[str] = []
    pass_text(taken.append)(value)
    assert taken == passed
