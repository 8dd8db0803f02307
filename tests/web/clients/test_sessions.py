"""Readers too many get a plain page, and nobody else loses theirs."""

from contextlib import ExitStack

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient, WebSocketDenialResponse
from starlette.websockets import WebSocket

from web.clients.sessions import LimitedSessions


async def _wait(socket: WebSocket) -> None:
    await socket.accept()
    await socket.receive()


async def _page(_: Request) -> PlainTextResponse:
    return PlainTextResponse("a page")


def _clients(in_all: int, of_one: int) -> list[TestClient]:
    """Return two clients of one app."""
    guard = Middleware(LimitedSessions, pages=["/"], in_all=in_all, of_one=of_one)
    routes = [WebSocketRoute("/stream", _wait), Route("/", _page), Route("/data", _page)]
    app = Starlette(routes=routes, middleware=[guard])
    return [TestClient(app, client=(host, 50_000)) for host in ("192.0.2.1", "192.0.2.2")]


def _assert_full(client: TestClient) -> None:
    with pytest.raises(WebSocketDenialResponse) as denied, client.websocket_connect("/stream"):
        pass
    assert denied.value.status_code == 503
    page = client.get("/")
    assert page.status_code == 503
    assert int(page.headers["retry-after"]) > 0
    assert "try again" in page.text
    # What readers who are there still fetch is sent.
    assert client.get("/data").text == "a page"


def test_one_address_cannot_take_all_places() -> None:
    one, other = _clients(in_all=10, of_one=2)
    with one.websocket_connect("/stream"), one.websocket_connect("/stream"):
        _assert_full(one)
        assert other.get("/").text == "a page"
        with other.websocket_connect("/stream"):
            pass


def test_a_place_is_free_again_when_its_reader_has_left() -> None:
    one, other = _clients(in_all=3, of_one=3)
    for _ in range(2):
        with ExitStack() as readers:
            for _ in range(3):
                readers.enter_context(one.websocket_connect("/stream"))
            _assert_full(other)
        assert other.get("/").text == "a page"
