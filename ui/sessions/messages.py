"""What a browser may send through its websocket: only what a page of this app sends.

Streamlit believes its own page. A value that is not JSON would break the session for good,
one message would clear the drawings of all readers, and another would run git.
"""

import json
import logging

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState

from web.limits import MB, QUERY, REPORT, WIDGETS

_log = logging.getLogger(__name__)
_KINDS = ("rerun_script", "stop_script", "app_heartbeat", "file_urls_request")
_OPERATIONS = ("deferred_file", "dataframe_chunk")
_JSON = ("json_value", "json_trigger_value")
_TEXT_FRAME, _NO_MESSAGE = 1003, 1002
# A report is a list of events, each with values by name that are lists.
_DEEPEST = 20


class ValidMessages:
    """Drops messages that no page sends, and values of components that cannot be read.

    What is no message at all closes the websocket; Streamlit would write a traceback too.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a websocket on with what can be used of its messages."""

        async def receive_valid() -> Message:
            while True:
                message = await receive()
                if message["type"] != "websocket.receive":
                    return message
                if (content := message.get("bytes")) is None:
                    return await close(_TEXT_FRAME)
                try:
                    valid = clean_message(content)
                except DecodeError:
                    return await close(_NO_MESSAGE)
                if valid is not None:
                    return {"type": "websocket.receive", "bytes": valid}
                _log.warning("dropped a message that no page sends")

        async def close(code: int) -> Message:
            _log.warning("closed a websocket that sent text, or bytes that are no message")
            await send({"type": "websocket.close", "code": code})
            return {"type": "websocket.disconnect", "code": code}

        await self.app(scope, receive_valid if scope["type"] == "websocket" else receive, send)


def clean_message(content: bytes) -> bytes | None:
    """Return what can be used of a message; None if it is not one that a page sends.

    Parameters
    ----------
    content : bytes
        A BackMsg; one that is too long comes back as it is, and Streamlit closes the session.

    Raises
    ------
    DecodeError
        If it is no BackMsg.
    """
    if len(content) > WIDGETS.most * MB:
        return content
    message = BackMsg.FromString(content)
    kind = message.WhichOneof("type")
    if kind == "backend_operation_request":
        operation = message.backend_operation_request
        wanted = any(operation.HasField(name) for name in _OPERATIONS)
        return content if wanted else None
    if kind not in _KINDS:
        return None
    if kind != "rerun_script" or _is_valid(message.rerun_script):
        return content
    _keep_valid(message.rerun_script)
    cleaned: bytes = message.SerializeToString()
    return cleaned


def _is_valid(state: ClientState) -> bool:
    if len(state.query_string) > QUERY.most:
        return False
    return all(
        _can_be_read(getattr(widget, kind))
        for widget in state.widget_states.widgets
        if (kind := widget.WhichOneof("value")) in _JSON
    )


def _keep_valid(state: ClientState) -> None:
    if len(state.query_string) > QUERY.most:
        # Its address was refused already: a page that has it comes from no browser.
        state.query_string = ""
    widgets = state.widget_states.widgets
    for position in reversed(range(len(widgets))):
        kind = widgets[position].WhichOneof("value")
        if kind in _JSON and not _can_be_read(getattr(widgets[position], kind)):
            del widgets[position]


def _can_be_read(text: str) -> bool:
    if len(text) > REPORT.most:
        return False
    try:
        level = [json.loads(text)]
    except (ValueError, RecursionError):
        return False
    for _ in range(_DEEPEST):
        level = [inner for value in level for inner in _list_inner(value)]
    return not level


def _list_inner(value: object) -> list[object]:
    """Return what a list or an object of JSON holds."""
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
