"""Resources by address: compressed, immutable, and in a limited amount of memory."""

import gzip
from random import Random
from threading import Thread

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from web.assets import ASSET_ROUTE, AssetStore, find_asset, store_asset

server = TestClient(Starlette(routes=[ASSET_ROUTE]))


def test_a_stored_resource_is_sent_compressed_and_for_ever() -> None:
    content = b'["' + b"drone " * 1000 + b'"]'
    response = server.get("/" + store_asset(content, "application/json", "events.json"))
    assert response.content == content
    assert response.headers["content-encoding"] == "gzip"
    assert int(response.headers["content-length"]) < len(content) / 10
    assert "immutable" in response.headers["cache-control"]


def test_a_client_without_gzip_gets_the_content_itself() -> None:
    address = store_asset(b"plain", "text/plain", "x.txt")
    response = server.get("/" + address, headers={"accept-encoding": "identity"})
    assert response.content == b"plain"
    assert "content-encoding" not in response.headers


def test_equal_content_has_one_address_and_other_content_another() -> None:
    assert store_asset(b"a", "text/plain", "n") == store_asset(b"a", "text/plain", "n")
    assert store_asset(b"a", "text/plain", "n") != store_asset(b"b", "text/plain", "n")


def test_an_unknown_resource_is_not_found_and_says_nothing_else() -> None:
    response = server.get("/api/assets/0123456789abcdef/passwd")
    assert response.status_code == 404
    assert response.text == "no such resource"


def noise(number: int) -> bytes:
    """Return a megabyte that cannot be compressed."""
    return Random(number).randbytes(1_000_000)


def test_the_resource_requested_longest_ago_is_evicted_first() -> None:
    assets = AssetStore(most_bytes=5_000_000)
    wanted, other = (assets.store(text, "text/plain", "n").split("/")[2] for text in (b"1", b"2"))
    for number in range(10):
        assets.store(noise(number), "text/plain", "n")
        assert assets.find(wanted) is not None
    assert assets.find(other) is None


def test_the_answer_to_one_reader_is_evicted_before_what_all_need() -> None:
    assets = AssetStore(most_bytes=5_000_000)
    needed = assets.store(b"needed", "text/plain", "n").split("/")[2]
    answers = [
        assets.store(noise(number), "text/plain", "n", evict_first=True).split("/")[2]
        for number in range(10)
    ]
    assert assets.find(needed) is not None
    assert assets.find(answers[0]) is None
    assert assets.find(answers[-1]) is not None


def test_the_answer_to_one_reader_can_be_read_from_a_full_store() -> None:
    assets = AssetStore(most_bytes=2_500_000)
    needed = [assets.store(noise(n), "text/plain", "n").split("/")[2] for n in range(2)]
    answer = assets.store(noise(2), "text/plain", "n", evict_first=True).split("/")[2]
    assert assets.find(answer) is not None
    assert [assets.find(digest) is not None for digest in needed] == [False, True]


def test_compression_is_the_same_on_every_server() -> None:
    asset = find_asset(store_asset(b"same", "text/plain", "n").split("/")[2])
    assert asset is not None
    assert asset.compressed == gzip.compress(b"same", compresslevel=6, mtime=0)


def test_no_reader_waits_while_another_resource_is_compressed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assets = AssetStore()
    small = assets.store(b"small", "text/plain", "n").split("/")[2]
    read_meanwhile = []

    def compress(content: bytes, **_: int) -> bytes:
        reader = Thread(target=assets.find, args=(small,), daemon=True)
        reader.start()
        reader.join(timeout=30)
        read_meanwhile.append(not reader.is_alive())
        return content

    monkeypatch.setattr("web.assets.gzip.compress", compress)
    assets.store(b"large, as far as anyone knows", "text/plain", "n")
    assert read_meanwhile == [True]
