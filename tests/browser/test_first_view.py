"""The first view in a browser: what is named in its head is fetched once, and used."""

from collections import Counter
from collections.abc import Callable
from time import monotonic
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page
from tests.browser.test_time_map import opened, wait_until

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_fetched_twice_or_in_vain(open_page: Open, address: str, scheme: str) -> None:
    latest = monotonic() + 30
    while "events.json" not in urlopen(address).headers["link"]:
        assert monotonic() < latest, "the record was not drawn when the server started"
    page = opened(open_page, address, color_scheme=scheme)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    wait_until(page, "map.view.base.isWhole")
    # A browser complains of what it was told to fetch a few seconds after the page has loaded.
    page.wait_for_timeout(4000)
    entries = page.evaluate(
        "performance.getEntriesByType('resource')"
        ".filter(entry => entry.name.includes('/api/assets/'))"
        ".map(entry => [entry.name, entry.initiatorType])"
    )
    assert {name: n for name, n in Counter(name for name, _ in entries).items() if n > 1} == {}
    early = {name.rpartition("/")[2] for name, initiator in entries if initiator == "link"}
    assert {"deck.js", "events.json", "layers.json", "marks.png", "basemap.geojson"} <= early
    assert [text for text in said if "preload" in text] == []
