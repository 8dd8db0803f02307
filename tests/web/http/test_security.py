"""The headers that every response of the app carries."""

from pathlib import Path

import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from web.http.security import SecurityHeaders

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
server = TestClient(Starlette(middleware=[Middleware(SecurityHeaders, index=INDEX)]))


def test_every_response_carries_the_policy() -> None:
    headers = server.get("/nowhere").headers
    assert headers["x-content-type-options"] == "nosniff"
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'self'"
    assert "http:" not in headers["content-security-policy"]


def test_a_newsroom_may_embed_where_it_is_configured_to() -> None:
    guarded = Starlette(
        middleware=[
            Middleware(SecurityHeaders, index=INDEX, frame_ancestors=["https://news.example"])
        ]
    )
    policy = TestClient(guarded).get("/").headers["content-security-policy"]
    assert "frame-ancestors 'self' https://news.example" in policy
