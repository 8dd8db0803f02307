"""What is refused before the app reads a request."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from web import limits
from web.clients.gate import Gate


async def _describe(request: Request) -> PlainTextResponse:
    accepted = request.headers.get("accept-encoding", "none")
    answer = PlainTextResponse(f"{request.base_url} {accepted}")
    answer.set_cookie("number", "7")
    return answer


def _client(public_address: str = "") -> TestClient:
    gate = Middleware(Gate, public_address=public_address)
    methods = ["GET", "PUT", "POST", "DELETE"]
    routes = [Route("/{rest:path}", _describe, methods=methods)]
    return TestClient(Starlette(routes=routes, middleware=[gate]), base_url="http://app-1:8501")


@pytest.mark.parametrize("method", ["PUT", "POST", "PATCH", "DELETE", "TRACE", "CONNECT", "BREW"])
def test_nothing_can_be_sent(method: str) -> None:
    answer = _client().request(method, "/_stcore/upload_file/a/b", content=b"a file")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


def test_a_query_has_a_longest_length() -> None:
    most = limits.QUERY.most
    assert _client().get("/?" + "q" * most).status_code == 200
    refused = _client().get("/?" + "q" * (most + 1))
    assert refused.status_code == 414
    assert len(refused.content) < 200


@pytest.mark.parametrize("host", ["a/b", "reader@map.example", "map.example:99999999", "<b>"])
def test_a_host_that_cannot_be_one_is_refused(host: str) -> None:
    refused = _client().get("/", headers={"host": host})
    assert refused.status_code == 400
    assert host not in refused.text


def test_the_public_address_is_believed_whatever_a_client_states() -> None:
    said = _client("https://map.example/story/").get("/", headers={"host": "news.example"})
    assert said.text.startswith("https://map.example/")


@pytest.mark.parametrize(
    ("accepted", "received"),
    [
        ("gzip, br", "gzip, br"),
        ("*", "*"),
        ("gzip;q=0", "none"),
        ("gzip; q=0.0, *", "none"),
        ("identity", "none"),
        ("br", "none"),
    ],
)
def test_gzip_is_requested_only_where_it_is_accepted(accepted: str, received: str) -> None:
    said = _client().get("/", headers={"accept-encoding": accepted})
    assert said.text.endswith(received)


def test_cookies_travel_with_tls_alone_where_there_is_tls() -> None:
    assert "secure" not in _client().get("/").headers["set-cookie"].lower()
    cookie = _client("https://map.example/").get("/").headers["set-cookie"]
    assert cookie.endswith("; Secure")
