"""Streamlit's own files, compressed for all readers."""

from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from web.http.compression import CompressedStatic

STATIC = Path(streamlit.__file__).parent / "static" / "static"
SCRIPT = max(STATIC.glob("js/*.js"), key=lambda path: path.stat().st_size)
server = TestClient(Starlette(middleware=[Middleware(CompressedStatic, folder=STATIC)]))


@pytest.mark.parametrize("prefix", ["", "/newsroom/maps"])
def test_a_script_comes_compressed_and_for_ever(prefix: str) -> None:
    answer = server.get(f"{prefix}/static/js/{SCRIPT.name}")
    assert answer.content == SCRIPT.read_bytes()
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]
    assert int(answer.headers["content-length"]) < SCRIPT.stat().st_size / 2


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
def test_a_request_for_no_file_of_the_folder_is_passed_on(path: str) -> None:
    assert server.get(path).status_code == 404


def test_a_client_without_gzip_is_passed_on() -> None:
    plain = {"accept-encoding": "identity"}
    passed_on = server.get(f"/static/js/{SCRIPT.name}", headers=plain)
    assert passed_on.status_code == 404
    # A cache before the server must not give everybody the uncompressed file.
    assert passed_on.headers["vary"] == "accept-encoding"
    assert server.post(f"/static/js/{SCRIPT.name}").status_code == 404
