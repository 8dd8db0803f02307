"""What the parts of a page report from the browser, each thing answered once.

A report holds all that a part has done and not seen answered, since a busy Python takes the last
report of a part alone. Numbers say what is new here, and, sent back, what the page still waits for
(geo/drawing/browser/page/reports.js).
"""

import secrets
from collections.abc import Callable, Mapping
from functools import partial
from typing import TypedDict, TypeVar

import streamlit as st

from geo.link.camera import Camera, make_camera
from geo.times import Range, wall_clock
from ui.page.view import follow_address

# As geo/drawing/browser/page/reports.js names it.
STEP = "address"
_LONGEST_TEXT = 4000

Value = TypeVar("Value")


class Answered(TypedDict):
    """What this session has answered: the last number by name."""

    session: str
    serials: dict[str, int]


def describe_answered() -> Answered:
    """Return which reports of the page have been answered."""
    return {"session": _memory()["session"], "serials": dict(_memory()["serials"])}


def answer(key: str, **handlers: Callable[[object], None]) -> Callable[[], None]:
    """Return the callback of a component that answers its reports, in the order things were done.

    Parameters
    ----------
    key : str
        Of the component.
    **handlers : callable
        What to do with a value, by its name; a browser may say anything. A step through the
        history of the page is followed by every component: what was done before it is undone.
    """
    all_handlers = {STEP: pass_text(follow_address)} | handlers

    def answer_all() -> None:
        # A browser may report for a part that has never said how it is.
        reported = _read(getattr(st.session_state.get(key), "report", None))
        for serial, name, value in sorted(reported, key=lambda one: one[0]):
            serials = _memory()["serials"]
            if name in all_handlers and serial > serials.get(name, 0):
                if serial >= serials.get(STEP, 0):
                    all_handlers[name](value)
                _remember(name, serial)

    return answer_all


def ignore(_: object) -> None:
    """Do nothing with what is reported."""


def pass_text(handle: Callable[[str], None]) -> Callable[[object], None]:
    """Pass on what is text; anything else is left."""
    return partial(_pass, _read_text, handle)


def pass_range(handle: Callable[[Range], None]) -> Callable[[object], None]:
    """Pass on a range of clock time, in ms of `milliseconds`; anything else is left."""
    return partial(_pass, _read_range, handle)


def pass_camera(handle: Callable[[Camera], None]) -> Callable[[object], None]:
    """Pass on a camera; anything else is left."""
    return partial(_pass, _read_camera, handle)


def _memory() -> Answered:
    if "answered" not in st.session_state:
        st.session_state.answered = Answered(session=secrets.token_hex(4), serials={})
    memory: Answered = st.session_state.answered
    return memory


def _remember(name: str, serial: int) -> None:
    """Note that a report has been answered: only after its handler ran, and by assignment.

    When the next report interrupts this run, Streamlit discards what it assigns from then on. A
    report noted here therefore took effect; any other is repeated.
    """
    memory = _memory()
    serials = {**memory["serials"], name: serial}
    st.session_state.answered = Answered(session=memory["session"], serials=serials)


def _read(report: object) -> list[tuple[int, str, object]]:
    """Return number, name and value of each report; anything else is left out."""
    if not isinstance(report, Mapping):
        return []
    found = []
    for name, numbered in report.items():
        match numbered:
            case [int(serial), value] if 0 < serial < 2**53:
                found.append((serial, str(name), value))
    return found


def _pass(
    read: Callable[[object], Value | None], handle: Callable[[Value], None], value: object
) -> None:
    wanted = read(value)
    if wanted is not None:
        handle(wanted)


def _read_text(value: object) -> str | None:
    if not isinstance(value, str) or len(value) > _LONGEST_TEXT:
        return None
    # JSON can hold half a character, which neither an address nor a file can.
    return value.encode("utf-8", "ignore").decode("utf-8")


def _read_range(value: object) -> Range | None:
    match value:
        case [int(start), int(end)]:
            try:
                return Range(wall_clock(start), wall_clock(end))
            except (OverflowError, ValueError):
                return None
    return None


def _read_camera(value: object) -> Camera | None:
    match value:
        case [int() | float() as lon, int() | float() as lat, int() | float() as zoom]:
            try:
                return make_camera(lon, lat, zoom)
            except ValueError:
                return None
    return None
