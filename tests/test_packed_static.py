"""Streamlit's own files, packed once for all readers."""

import gzip
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from ui.packed_static import PackedStatic, _packed

STATIC = Path(streamlit.__file__).parent / "static" / "static"
SCRIPT = max(STATIC.glob("js/*.js"), key=lambda path: path.stat().st_size)
server = TestClient(Starlette(middleware=[Middleware(PackedStatic)]))


@pytest.mark.parametrize("prefix", ["", "/newsroom/maps"])
def test_a_script_comes_packed_and_for_ever(prefix: str) -> None:
    answer = server.get(f"{prefix}/static/js/{SCRIPT.name}")
    assert answer.content == SCRIPT.read_bytes()
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]
    assert int(answer.headers["content-length"]) < SCRIPT.stat().st_size / 2


def test_a_file_is_packed_once_for_all_readers() -> None:
    once = _packed(f"js/{SCRIPT.name}")
    assert once is _packed(f"js/{SCRIPT.name}")
    assert gzip.decompress(once) == SCRIPT.read_bytes()


@pytest.mark.parametrize(
    "path",
    [
        "/static/js/nothing.js",
        "/static/../index.html",
        "/static/%2e%2e/index.html",
        "/static//etc/passwd",
        "/static/",
        "/",
    ],
)
def test_what_is_no_file_of_the_page_is_passed_on(path: str) -> None:
    assert server.get(path).status_code == 404


def test_who_cannot_unpack_is_passed_on() -> None:
    plain = {"accept-encoding": "identity"}
    passed_on = server.get(f"/static/js/{SCRIPT.name}", headers=plain)
    assert passed_on.status_code == 404
    # A cache before the server must not give to all what it got for one who cannot unpack.
    assert passed_on.headers["vary"] == "accept-encoding"
    assert server.post(f"/static/js/{SCRIPT.name}").status_code == 404
