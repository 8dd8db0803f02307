"""A viewer without a browser: what Streamlit's page says to its server, and the bytes of it."""

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from bench.events import GROUPS

_MOST_BYTES = 64 * 2**20


@dataclass(frozen=True)
class Move:
    """What one move of a filter cost.

    Attributes
    ----------
    seconds : float
        From the move to the end of the run it caused.
    sent, received : int
        Bytes of the messages.
    wire : int
        Bytes received as they came, which may be compressed.
    """

    seconds: float
    sent: int
    received: int
    wire: int


class _Counted(ClientConnection):
    """A connection that counts what arrives."""

    arrived = 0

    def data_received(self, data: bytes) -> None:
        self.arrived += len(data)
        super().data_received(data)


class Viewer:
    """One session at an app; `async with Viewer(port) as viewer`.

    Parameters
    ----------
    port : int
    source : str
        The address of this machine that it comes from.
    parameter : str
        Of the link: what its moves choose words of.
    words : sequence of str
    """

    def __init__(
        self,
        port: int,
        source: str = "127.0.0.1",
        parameter: str = "group",
        words: Sequence[str] = GROUPS,
    ) -> None:
        self._parameter, self._words = parameter, words
        self._address = f"ws://127.0.0.1:{port}/_stcore/stream"
        self._source = source
        self._socket: _Counted
        self._widget = ""
        self._cached: dict[str, int] = {}
        self._runs = self._cached_runs = 0
        self._is_ours = False

    async def __aenter__(self) -> Self:
        socket = await connect(
            self._address,
            subprotocols=[Subprotocol("streamlit")],
            max_size=_MOST_BYTES,
            create_connection=_Counted,
            local_addr=(self._source, 0),
            open_timeout=60,
        )
        assert isinstance(socket, _Counted)
        self._socket = socket
        await self._run(None)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._socket.close()

    async def move(self) -> Move:
        """Choose words: each move others than the move before it."""
        chosen = [word for place, word in enumerate(self._words) if self._runs >> place & 1]
        return await self._run(chosen)

    async def _run(self, words: Sequence[str] | None) -> Move:
        self._runs += 1
        # A browser, too, forgets what as many runs have not shown as the server says.
        self._cached = {
            name: run for name, run in self._cached.items() if run >= self._runs - self._cached_runs
        }
        asked = BackMsg()
        asked.rerun_script.query_string = ""
        asked.rerun_script.cached_message_hashes.extend(self._cached)
        if words is not None:
            widget = asked.rerun_script.widget_states.widgets.add(id=self._widget)
            if self._is_ours:
                filters = urlencode({self._parameter: words}, doseq=True)
                report = {"event": "report", "value": {"filters": [self._runs, filters]}}
                widget.json_value = "{}"
                widget = asked.rerun_script.widget_states.widgets.add()
                widget.id = f"$$STREAMLIT_INTERNAL_KEY_{self._widget}__events"
                widget.json_trigger_value = json.dumps([report])
            else:
                widget.string_array_value.data.extend(words)
        content = asked.SerializeToString()
        start, received, arrived = time.perf_counter(), 0, self._socket.arrived
        await self._socket.send(content)
        async for frame in self._socket:
            assert isinstance(frame, bytes)
            received += len(frame)
            message = ForwardMsg.FromString(frame)
            self._remember(message)
            if message.WhichOneof("type") == "script_finished":
                break
        seconds, wire = time.perf_counter() - start, self._socket.arrived - arrived
        return Move(seconds, len(content), received, wire)

    def _remember(self, message: ForwardMsg) -> None:
        if message.HasField("new_session"):
            self._cached_runs = message.new_session.config.max_cached_message_age
        elif message.HasField("ref_hash"):
            self._cached[message.ref_hash] = self._runs
        elif message.metadata.cacheable:
            self._cached[message.hash] = self._runs
        element = message.delta.new_element
        for widget, is_ours in ((element.multiselect, False), (element.bidi_component, True)):
            if widget.id.endswith(("-filter_group", "-filters")):
                self._widget, self._is_ours = widget.id, is_ours
