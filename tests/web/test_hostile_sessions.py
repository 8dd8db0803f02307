"""What a session of anybody may send: it breaks neither itself nor others."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed
from websockets.frames import Frame, Opcode

from tests.browser.chromium import PATIENCE_S
from tests.browser.running_app import ROOT, running
from tests.publishing.site.sites import write_example
from tests.web.reader import PAGES, Reader, reading

MB = 1_000_000


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small story whose pages have the same parts and widgets as those of the shipped one."""
    return write_example(tmp_path_factory.mktemp("hostile") / "story")


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the server writes for those who run it."""
    return tmp_path_factory.mktemp("logged") / "log"


@pytest.fixture(scope="module")
def address(story: Path, log: Path) -> Iterator[str]:
    with running(log=log, STORY=str(story)) as address:
        yield address


def _find_widgets(messages: list[ForwardMsg]) -> list[str]:
    """Return the ids of the components of a page."""
    elements = [message.delta.new_element for message in messages]
    return [element.bidi_component.id for element in elements if element.bidi_component.id]


def _assert_whole(messages: list[ForwardMsg]) -> None:
    kinds = {message.delta.new_element.WhichOneof("type") for message in messages}
    assert "bidi_component" in kinds
    assert "exception" not in kinds
    assert messages[-1].script_finished == ForwardMsg.FINISHED_SUCCESSFULLY


def _close_code(reader: Reader, content: bytes | str) -> int:
    """Return with which code the server closes a session that sends this."""
    reader.socket.send(content)
    return _wait_for_close(reader)


def _wait_for_close(reader: Reader) -> int:
    while True:
        try:
            reader.socket.recv(timeout=PATIENCE_S)
        except ConnectionClosed as closed:
            return 0 if closed.rcvd is None else closed.rcvd.code


def test_a_small_message_that_decompresses_to_a_large_one_closes_the_session(address: str) -> None:
    with reading(address) as reader:
        assert _close_code(reader, bytes(190 * MB)) == 1009


def test_a_large_message_closes_the_session(address: str) -> None:
    asked = BackMsg()
    asked.rerun_script.widget_states.widgets.add(id="x", json_value="x" * 2 * MB)
    with reading(address) as reader:
        assert _close_code(reader, asked.SerializeToString()) == 1009


@pytest.mark.parametrize("content", [b"\xff\xff\xff", "text"])
def test_what_is_not_a_message_closes_the_session(address: str, content: bytes | str) -> None:
    with reading(address) as reader:
        assert _close_code(reader, content) in (1002, 1003)


def _write_frame(opcode: Opcode, content: bytes, ends: bool = True) -> bytes:
    return Frame(opcode, content, fin=ends).serialize(mask=True)


# Frames, and the code with which the server closes: RFC 6455, section 7.4.1.
REFUSED = {
    "a text": (_write_frame(Opcode.TEXT, b"text"), 1003),
    "an empty text": (_write_frame(Opcode.TEXT, b""), 1003),
    "a text that is not UTF-8": (_write_frame(Opcode.TEXT, b"\xff"), 1007),
    "one in parts": (
        _write_frame(Opcode.TEXT, b"\xc3", ends=False) + _write_frame(Opcode.CONT, b"("),
        1007,
    ),
    "bytes that are no message": (_write_frame(Opcode.BINARY, b"\xff\xff\xff"), 1002),
    "many of them": (_write_frame(Opcode.BINARY, b"\xff\xff\xff") * 20, 1002),
    "one and a close": (
        _write_frame(Opcode.TEXT, b"\xff") + _write_frame(Opcode.CLOSE, b"\x03\xe8"),
        1000,
    ),
    "many pings and a close": (
        _write_frame(Opcode.PING, b"") * 400 + _write_frame(Opcode.CLOSE, b"\x03\xe8"),
        1000,
    ),
    "a part without a start": (_write_frame(Opcode.CONT, b"part"), 1002),
    "a long ping": (b"\x89\xfe\x00\x80" + bytes(4 + 128), 1002),
    "many pings": (_write_frame(Opcode.PING, b"ping") * 2_000, 1008),
    "a frame without a mask": (b"\x82\x01x", 1002),
    "a frame of no kind": (b"\x83\x80" + bytes(4), 1002),
    "a frame that is no compressed one": (b"\xc2\x87" + bytes(4) + b"garbage", 1002),
    "a frame longer than any": (b"\x82\xff\x7f" + b"\xff" * 7 + bytes(4), 1009),
    **{
        f"a close with the code {code}": (
            _write_frame(Opcode.CLOSE, code.to_bytes(2, "big")),
            1002,
        )
        for code in (0, 999, 1005, 1006, 1015, 5000, 65535)
    },
}
IGNORED = {
    "nothing": b"",
    "a message of another kind": ForwardMsg(
        script_finished=ForwardMsg.FINISHED_SUCCESSFULLY
    ).SerializeToString(),
}


def test_whatever_is_sent_is_no_error_in_the_log(
    address: str, log: Path, subtests: pytest.Subtests
) -> None:
    before = len(log.read_text())
    with reading(address) as other:
        for name, (frames, code) in REFUSED.items():
            with subtests.test(name), reading(address) as reader:
                reader.socket.socket.sendall(frames)
                assert _wait_for_close(reader) == code
        for name, content in IGNORED.items():
            with subtests.test(name), reading(address) as reader:
                reader.socket.send(content)
                _assert_whole(reader.run())
        _assert_whole(other.run())
    written = log.read_text()[before:]
    assert "no page sends" in written
    assert "Traceback" not in written


def test_nothing_that_is_sent_names_a_path_of_this_machine(address: str, story: Path) -> None:
    with reading(address) as reader:
        for page in PAGES:
            content = b"".join(one.SerializeToString() for one in reader.run(page, query="q=%00"))
            assert str(ROOT).encode() not in content
            assert str(story).encode() not in content
            assert str(Path.home()).encode() + b"/" not in content


def test_a_session_that_sends_all_the_time_leaves_room_for_others(address: str) -> None:
    heartbeat = BackMsg(app_heartbeat=True).SerializeToString()
    sent, answers = 1_200, list[object]()

    def collect(reader: Reader) -> None:
        with suppress(ConnectionClosed):
            answers.extend(reader.socket)

    with reading(address) as flooding, reading(address) as reader:
        Thread(target=collect, args=(flooding,), daemon=True).start()
        for _ in range(sent):
            flooding.socket.send(heartbeat)
        for page in ("", "method"):
            _assert_whole(reader.run(page))
        assert len(answers) < sent
        # The server would first read all that was sent.
        flooding.socket.close_timeout = 0


def _trigger(widget: str) -> str:
    """Return the id under which a component reports what is done once."""
    return f"$$STREAMLIT_INTERNAL_KEY_{widget}__events"


def _report(**values: object) -> str:
    return json.dumps([{"event": "report", "value": values}])


HOSTILE = (
    "null",
    "7",
    '"text"',
    "[]",
    "[" * 5_000,
    "[" * 900 + "]" * 900,
    "{",
    "NaN",
    "9" * 10_000,
    _report(clicked=[1, {"a": 1}], camera=[2, ["x", None, 1e308]], all=[3, {}]),
    _report(window=[3, [0, 10**40]], filters=[4, "group=" * 10_000]),
    _report(step=[5, -1], zone=[6, []], preset=[7, "\ud800"], filters=[8, "q=\0&reach=nan..1"]),
    *(
        _report(**{name: [9, value]})
        for name in ("filters", "address")
        for value in ("?q=\ud800", "?event=\ud800", "?group=\ud800", "?briefing=\ud800")
    ),
    json.dumps([{"event": ["report"], "value": 1}, 5, {"event": "report", "value": "x" * 100_000}]),
)


@pytest.mark.parametrize("state", ["json_value", "json_trigger_value"])
@pytest.mark.parametrize("page", PAGES)
def test_a_session_outlives_whatever_its_components_report(
    address: str, page: str, state: str, subtests: pytest.Subtests
) -> None:
    with reading(address) as reader:
        widgets = _find_widgets(reader.run(page))
        if page in ("", "briefing"):
            assert widgets
        elif not widgets:
            pytest.skip("it has no component")
        for value in HOSTILE:
            asked = BackMsg()
            asked.rerun_script.page_name = page
            for widget in widgets:
                reported = asked.rerun_script.widget_states.widgets.add(id=widget)
                if state == "json_trigger_value":
                    reported.id = _trigger(widget)
                setattr(reported, state, value)
            with subtests.test(value=value[:80]):
                _assert_whole(reader.send(asked))
        _assert_whole(reader.run(page))


@pytest.mark.parametrize("url", ["http://[", "http://h/" + "x" * 900_000, "javascript:x"])
@pytest.mark.parametrize("page", PAGES)
def test_an_address_that_no_page_can_have_is_as_none(address: str, page: str, url: str) -> None:
    asked = BackMsg()
    asked.rerun_script.page_name = page
    asked.rerun_script.context_info.url = url
    with reading(address) as reader:
        messages = reader.send(asked)
        assert messages[-1].script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
        assert "exception" not in {each.delta.new_element.WhichOneof("type") for each in messages}
        assert not any(b"x" * 5_000 in one.SerializeToString() for one in messages)


@pytest.mark.parametrize("zone", ["Etc/Unknown", "../../etc/passwd", "\0"])
def test_a_zone_that_is_not_known_breaks_no_page(address: str, zone: str) -> None:
    asked = BackMsg()
    asked.rerun_script.page_name = "analysis"
    asked.rerun_script.context_info.timezone = zone
    with reading(address) as reader:
        _assert_whole(reader.send(asked))


def test_a_long_query_of_a_session_is_not_a_query(address: str) -> None:
    with reading(address) as reader:
        usual = sum(one.ByteSize() for one in reader.run())
    with reading(address) as reader:
        messages = reader.run(query="x" * 60_000)
        _assert_whole(messages)
        assert sum(one.ByteSize() for one in messages) < usual + 2_000


def test_an_address_of_many_wrong_parts_gets_a_short_answer(address: str) -> None:
    with reading(address) as reader:
        usual = sum(one.ByteSize() for one in reader.run())
    with reading(address) as reader:
        messages = reader.run(query="&".join(f"type=t{n}" for n in range(800)))
        _assert_whole(messages)
        assert sum(one.ByteSize() for one in messages) < usual + 20_000


NATIVE = (
    "button",
    "button_group",
    "checkbox",
    "date_input",
    "date_time_input",
    "multiselect",
    "selectbox",
    "text_input",
)
WRONG: list[tuple[str, object]] = [
    ("bool_value", True),
    ("double_value", float("nan")),
    ("int_value", 10**12),
    ("string_value", "none of these"),
    ("string_array_value", []),
    ("string_array_value", ["2023-13-45", "none of these"]),
    ("int_array_value", [999]),
    ("double_array_value", []),
    ("json_value", "{}"),
    ("bytes_value", b"\xff"),
    ("trigger_value", True),
]


def _find_native(messages: list[ForwardMsg]) -> list[str]:
    """Return the ids of the widgets of a page that are Streamlit's own."""
    elements = [message.delta.new_element for message in messages]
    kinds = [(element, element.WhichOneof("type")) for element in elements]
    return [getattr(element, kind).id for element, kind in kinds if kind in NATIVE]


def _claim(widget: str, kind: str, value: object) -> BackMsg:
    """Return a message that says that a widget holds a value; one that is empty if it is."""
    asked = BackMsg()
    state = asked.rerun_script.widget_states.widgets.add(id=widget)
    if kind.endswith("array_value"):
        field = getattr(state, kind)
        field.SetInParent()
        field.data.extend(value)
    else:
        setattr(state, kind, value)
    return asked


@pytest.mark.parametrize("page", PAGES)
def test_a_value_that_a_widget_cannot_hold_is_ignored(
    address: str, page: str, subtests: pytest.Subtests
) -> None:
    with reading(address) as reader:
        widgets = _find_native(reader.run(page))
        if page in ("claims", "analysis"):
            assert widgets
        elif not widgets:
            pytest.skip("it has none of these widgets")
        for kind, value in WRONG:
            asked = BackMsg()
            asked.rerun_script.page_name = page
            for widget in widgets:
                asked.MergeFrom(_claim(widget, kind, value))
            with subtests.test(kind=kind, value=value):
                _assert_whole(reader.send(asked))
        after = reader.run(page)
        _assert_whole(after)
        assert {*widgets} <= {*_find_native(after)}
