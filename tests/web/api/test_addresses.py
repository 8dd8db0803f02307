"""Every address in an answer is at the public address."""

import pytest
from starlette.testclient import TestClient

from tests.web.api.reading_pages import PAGES, read
from tests.web.api.serving import ITEMS


def test_all_addresses_are_at_the_public_address(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "web.api.addresses.settings",
        lambda: type("S", (), {"public_address": "https://m.example/e/"}),
    )
    for path in PAGES:
        page = read(client, f"{path}?f=html")
        ours = [href for href in page.links.values() if "opengis" not in href]
        assert not [href for href in ours if "testserver" in href]
    for path in (ITEMS, f"{ITEMS}/day", "/api/collections/events", "/api/"):
        for link in client.get(f"{path}?limit=1" if path == ITEMS else path).json()["links"]:
            assert link["href"].startswith("https://m.example/e/")
