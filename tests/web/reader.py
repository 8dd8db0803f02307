"""A reader without a browser: one session at a running app, as Streamlit's page would open it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.browser.chromium import PATIENCE_S
from web.pages.routes import PAGE_PATHS

# All pages by their address, one that is added too; the map is at the root.
PAGES = tuple(path.strip("/") for path in PAGE_PATHS if path != "/map")


class Reader:
    """A session; `run` asks for a page and returns what the server sent of it."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket

    def run(self, page: str = "", query: str = "") -> list[ForwardMsg]:
        """Run a page, by its address, until it has finished."""
        asked = BackMsg()
        asked.rerun_script.page_name = page
        asked.rerun_script.query_string = query
        return self.send(asked)

    def send(self, asked: BackMsg) -> list[ForwardMsg]:
        """Send a message that causes a run, until it has finished."""
        self.socket.send(asked.SerializeToString())
        messages: list[ForwardMsg] = []
        while not messages or messages[-1].WhichOneof("type") != "script_finished":
            frame = self.socket.recv(timeout=PATIENCE_S)
            assert isinstance(frame, bytes)
            messages.append(ForwardMsg.FromString(frame))
        return messages

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()


@contextmanager
def reading(address: str, origin: str | None = None) -> Iterator[Reader]:
    """Open a session at the app of an address; refused ones raise InvalidStatus."""
    with connect(
        address.replace("http", "ws", 1) + "/_stcore/stream",
        origin=None if origin is None else Origin(origin),
        subprotocols=[Subprotocol("streamlit")],
        max_size=2**26,
        open_timeout=PATIENCE_S,
    ) as socket:
        yield Reader(socket)
