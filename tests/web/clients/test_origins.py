"""Which pages may open a websocket."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from web.clients.origins import OwnPagesOnly


async def _repeat_origin(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text(socket.headers.get("origin", "none"))


def _ask(public_address: str = "", **headers: str) -> str:
    """Return the origin that the app is given."""
    guard = Middleware(OwnPagesOnly, public_address=public_address)
    app = Starlette(routes=[WebSocketRoute("/", _repeat_origin)], middleware=[guard])
    with TestClient(app).websocket_connect("/", headers=headers) as socket:
        return socket.receive_text()


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_page_of_this_host_may(scheme: str) -> None:
    assert _ask(host="map.example", origin=f"{scheme}://map.example") == f"{scheme}://map.example"
    assert _ask(host="[::1]:8501", origin=f"{scheme}://[::1]:8501") == f"{scheme}://[::1]:8501"


def test_a_client_that_is_not_a_browser_may() -> None:
    assert _ask(host="map.example") == "none"


def test_the_public_address_may_behind_a_proxy_that_states_another_host() -> None:
    origin = _ask("https://map.example/story/", host="app-1:8501", origin="https://map.example")
    assert origin == "https://app-1:8501"


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("map.example", "https://news.example"),
        ("map.example", "https://map.example:444"),
        ("map.example", "null"),
        ("map.example", ""),
        ("", "https://"),
        ("reader@map.example", "https://reader@map.example"),
    ],
)
def test_no_page_of_another_site_may(host: str, origin: str) -> None:
    with pytest.raises(WebSocketDisconnect):
        _ask("https://story.example/", host=host, origin=origin)
