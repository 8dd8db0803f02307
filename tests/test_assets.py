"""Resources by address: packed, immutable, and no more than memory holds."""

import gzip
from collections import OrderedDict
from random import Random
from threading import Thread

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from web.api import ROUTES
from web.assets import find_asset, publish

server = TestClient(Starlette(routes=ROUTES))


def test_what_is_published_is_sent_packed_and_for_ever() -> None:
    content = b'["' + b"drone " * 1000 + b'"]'
    response = server.get("/" + publish(content, "application/json", "events.json"))
    assert response.content == content
    assert response.headers["content-encoding"] == "gzip"
    assert int(response.headers["content-length"]) < len(content) / 10
    assert "immutable" in response.headers["cache-control"]


def test_a_client_that_cannot_unpack_gets_it_plain() -> None:
    address = publish(b"plain", "text/plain", "x.txt")
    response = server.get("/" + address, headers={"accept-encoding": "identity"})
    assert response.content == b"plain"
    assert "content-encoding" not in response.headers


def test_equal_content_has_one_address_and_other_content_another() -> None:
    assert publish(b"a", "text/plain", "n") == publish(b"a", "text/plain", "n")
    assert publish(b"a", "text/plain", "n") != publish(b"b", "text/plain", "n")


def test_an_unknown_resource_is_not_found_and_says_nothing_else() -> None:
    response = server.get("/api/assets/0123456789abcdef/passwd")
    assert response.status_code == 404
    assert response.text == "no such resource"


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Room for about five resources that cannot be packed."""
    monkeypatch.setattr("web.assets._assets", OrderedDict())
    monkeypatch.setattr("web.assets.MOST_BYTES", 5_000_000)


def noise(number: int) -> bytes:
    return Random(number).randbytes(1_000_000)


@pytest.mark.usefixtures("few")
def test_what_nobody_asks_for_goes_before_memory_does() -> None:
    asked, forgotten = (publish(text, "text/plain", "n").split("/")[2] for text in (b"1", b"2"))
    for number in range(10):
        publish(noise(number), "text/plain", "n")
        assert find_asset(asked) is not None
    assert find_asset(forgotten) is None


@pytest.mark.usefixtures("few")
def test_what_one_reader_wished_goes_before_what_all_need() -> None:
    needed = publish(b"needed", "text/plain", "n").split("/")[2]
    wishes = [publish(noise(number), "text/plain", "n", passing=True) for number in range(10)]
    assert find_asset(needed) is not None
    assert find_asset(wishes[0].split("/")[2]) is None
    assert find_asset(wishes[-1].split("/")[2]) is not None


def test_packing_is_the_same_on_every_server() -> None:
    digest = publish(b"same", "text/plain", "n").split("/")[2]
    asset = find_asset(digest)
    assert asset is not None
    assert asset.packed == gzip.compress(b"same", compresslevel=6, mtime=0)


def test_no_reader_waits_for_another_resource_to_be_packed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    small = publish(b"small", "text/plain", "n").split("/")[2]
    read_meanwhile = []

    def pack(content: bytes, **_: int) -> bytes:
        reader = Thread(target=find_asset, args=(small,), daemon=True)
        reader.start()
        reader.join(timeout=2)
        read_meanwhile.append(not reader.is_alive())
        return content

    monkeypatch.setattr("web.assets.gzip.compress", pack)
    publish(b"large, as far as anyone knows", "text/plain", "n")
    assert read_meanwhile == [True]
