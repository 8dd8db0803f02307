"""Whom a desk's server answers: a browser of its own machine, that asks for it by its name."""

import socket

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from tests.browser.running_app import running
from tests.web.reader import reading
from web.clients.this_machine import ThisMachineOnly


async def _greet(asked: WebSocket) -> None:
    await asked.accept()
    await asked.send_text("good morning")


def _client(client: str = "127.0.0.1") -> TestClient:
    routes = [
        Route("/", lambda _: PlainTextResponse("good morning"), methods=["GET", "PUT"]),
        WebSocketRoute("/", _greet),
    ]
    app = Starlette(routes=routes, middleware=[Middleware(ThisMachineOnly)])
    return TestClient(app, client=(client, 50_000))


OWN = [("localhost:8501", "127.0.0.1"), ("127.0.0.1:8501", "127.0.0.1"), ("[::1]:8501", "::1")]
OTHER = [
    *(("news.example:8501", "127.0.0.1"), ("localhost.news.example", "127.0.0.1")),
    *(("127.0.0.1.news.example", "127.0.0.1"), ("", "127.0.0.1"), ("[::1", "127.0.0.1")),
    *(("localhost", "192.0.2.7"), ("localhost", "2001:db8::7"), ("localhost", "unknown")),
]


@pytest.mark.parametrize(("host", "client"), OWN)
def test_its_own_machine_is_answered(host: str, client: str) -> None:
    asked = _client(client)
    assert asked.get("/", headers={"host": host}).text == "good morning"
    with asked.websocket_connect("/", headers={"host": host}) as session:
        assert session.receive_text() == "good morning"


@pytest.mark.parametrize(("host", "client"), OTHER)
def test_nobody_else_is(host: str, client: str) -> None:
    asked = _client(client)
    for method in ("GET", "PUT"):
        refused = asked.request(method, "/", headers={"host": host})
        assert refused.status_code == 403
        assert "news" not in refused.text
    with (
        pytest.raises(WebSocketDisconnect),
        asked.websocket_connect("/", headers={"host": host}),
    ):
        pass


def test_a_site_that_names_this_machine_its_own_cannot_use_the_desk() -> None:
    with running(DESK="1") as address:
        port = address.rpartition(":")[2].strip("/")
        with reading(address) as reader:
            assert reader.run("import")
        name = f"news.example:{port}"
        with (
            socket.create_connection(("127.0.0.1", int(port))) as line,
            pytest.raises(InvalidStatus) as refused,
            connect(f"ws://{name}/_stcore/stream", sock=line, origin=Origin(f"http://{name}")),
        ):
            pass
        assert refused.value.response.status_code == 403
