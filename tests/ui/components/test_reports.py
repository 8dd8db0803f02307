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
from ui.components.reports import answer, describe_answered, pass_camera, pass_range, pass_text

Handled = list[tuple[str, object]]
Report = Callable[[object], None]

START, END = datetime(2023, 5, 2, 21), datetime(2023, 5, 3, 3)
WINDOW = [milliseconds(START), milliseconds(END)]


@pytest.fixture
def handled() -> Handled:
    return []


@pytest.fixture
def report(handled: Handled) -> Report:
    """Report as a browser does to the part "map", which knows windows and cameras."""
    st.session_state.clear()
    on_report = answer(
        "map",
        window=lambda value: handled.append(("window", value)),
        camera=lambda value: handled.append(("camera", value)),
    )

    def report_to_map(report: object) -> None:
        st.session_state["map"] = SimpleNamespace(report=report)
        on_report()

    return report_to_map


def test_things_are_answered_in_the_order_they_were_done(handled: Handled, report: Report) -> None:
    report({"window": [8, "w"], "camera": [7, "c"]})
    assert handled == [("camera", "c"), ("window", "w")]
    assert describe_answered()["serials"] == {"window": 8, "camera": 7}


def test_what_comes_again_is_not_answered_again(handled: Handled, report: Report) -> None:
    report({"window": [8, "w"]})
    report({"window": [8, "w"], "camera": [9, "c"]})
    report({"window": [7, "late"]})
    assert handled == [("window", "w"), ("camera", "c")]


def test_the_same_thing_done_again_is_answered_again(handled: Handled, report: Report) -> None:
    report({"window": [8, "w"]})
    report({"window": [9, "w"]})
    assert handled == [("window", "w")] * 2


def test_what_a_stopped_run_could_not_do_is_not_noted_as_answered() -> None:
    st.session_state.clear()
    notes = describe_answered()

    def stop(_: object) -> None:
        raise RuntimeError

    st.session_state["map"] = SimpleNamespace(report={"window": [8, "w"]})
    with pytest.raises(RuntimeError):
        answer("map", window=stop)()
    assert describe_answered() == notes


def test_a_run_that_counts_for_nothing_notes_nothing(
    monkeypatch: pytest.MonkeyPatch, report: Report
) -> None:
    before = describe_answered()
    # Streamlit lets a stopped run read on and ignores what it assigns.
    monkeypatch.setattr(type(st.session_state), "__setattr__", lambda *_: None)
    report({"window": [8, "w"]})
    assert describe_answered() == before


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch, handled: Handled) -> None:
    """Follow no address, but note that it would be followed."""
    monkeypatch.setattr(
        "ui.components.reports.follow_address", lambda search: handled.append(("address", search))
    )


@pytest.mark.usefixtures("steps")
def test_a_step_back_undoes_what_was_done_before_it(handled: Handled) -> None:
    st.session_state.clear()
    parts = {
        "map": answer("map", camera=lambda value: handled.append(("camera", value))),
        "panel": answer("panel", filters=lambda value: handled.append(("filters", value))),
    }
    reported = {
        "map": {"camera": [3, "before"], "address": [5, "?group=coast"]},
        "panel": {"filters": [7, "after"], "address": [5, "?group=coast"]},
    }
    for name, on_report in parts.items():
        st.session_state[name] = SimpleNamespace(report=reported[name])
        on_report()
    assert handled == [("camera", "before"), ("address", "?group=coast"), ("filters", "after")]
    # What was done before the step and comes after it is too late.
    st.session_state["map"] = SimpleNamespace(report={"camera": [4, "late"]})
    parts["map"]()
    assert handled[3:] == []
    assert describe_answered()["serials"] == {"camera": 4, "address": 5, "filters": 7}


def test_a_session_keeps_its_name_and_another_has_another(report: Report) -> None:
    first = describe_answered()["session"]
    report({"window": [8, "w"]})
    assert describe_answered()["session"] == first
    st.session_state.clear()
    assert describe_answered()["session"] != first


# Half characters too, as JSON may hold them.
TEXT = some.text(some.characters(exclude_categories=[]))
ANYTHING = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | TEXT,
    lambda inner: some.lists(inner) | some.dictionaries(some.text(), inner),
)


@given(
    ANYTHING
    | some.dictionaries(
        some.sampled_from(["window", "camera", "filters", "x"]),
        some.tuples(ANYTHING, ANYTHING).map(list),
    )
)
def test_anything_may_come(report: object) -> None:
    st.session_state.clear()
    st.session_state["map"] = SimpleNamespace(report=report)
    received: list[object] = []
    answer(
        "map",
        window=pass_range(received.append),
        camera=pass_camera(received.append),
        filters=pass_text(received.append),
    )()
    assert set(describe_answered()["serials"]) <= {"window", "camera", "filters"}
    for one in received:
        assert isinstance(one, Range | Camera | str)
        assert not isinstance(one, str) or one.encode() is not None


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
    received: list[Range] = []
    pass_range(received.append)(value)
    assert received == passed


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
    received: list[Camera] = []
    pass_camera(received.append)(value)
    assert received == passed


@pytest.mark.parametrize(
    ("value", "passed"),
    [
        ("drone", ["drone"]),
        ("", [""]),
        ("q=\ud800a\udfff", ["q=a"]),
        ("q=\U0001f525", ["q=\U0001f525"]),
        ("x" * 4001, []),
        (None, []),
        (["a"], []),
        (7, []),
    ],
)
def test_text_is_passed_on_and_nothing_else(value: object, passed: list[str]) -> None:
    received: list[str] = []
    pass_text(received.append)(value)
    assert received == passed
