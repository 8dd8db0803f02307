"""The first view in a browser: what is named in its head is fetched once, and used."""

from collections import Counter
from typing import Literal
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, ConsoleMessage

from tests.browser.map_page import wait_for_base, wait_for_map
from tests.browser.opening import new_context
from tests.browser.waiting import wait_until

pytestmark = pytest.mark.browser

# A browser complains, a few seconds after a page has loaded, of all that it was asked to fetch and
# that was not used. It is asked to fetch one such thing, so that we know when it has complained.
UNUSED = "/?unused"
FETCH_IN_VAIN = f"""addEventListener('DOMContentLoaded', () => {{
  const link = document.createElement('link');
  Object.assign(link, {{rel: 'preload', as: 'fetch', crossOrigin: '', href: '{UNUSED}'}});
  document.head.append(link);
}});"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_fetched_twice_or_in_vain(
    browser: Browser, address: str, scheme: Literal["light", "dark"]
) -> None:
    context = new_context(browser, color_scheme=scheme)
    page = context.new_page()
    wait_until(
        page,
        lambda: "events.json" in urlopen(address).headers["link"],
        "the server, which has just started, has drawn the record",
    )
    complaints: list[str] = []

    def note(said: ConsoleMessage) -> None:
        if "preload" in said.text:
            complaints.append(said.text)

    page.on("console", note)
    page.add_init_script(FETCH_IN_VAIN)
    page.goto(address)
    wait_for_map(page)
    wait_for_base(page)
    wait_until(page, lambda: any(UNUSED in one for one in complaints), "the browser complains")
    assert [one for one in complaints if UNUSED not in one] == []

    entries = page.evaluate(
        """performance.getEntriesByType('resource')
          .filter(entry => entry.name.includes('/api/assets/'))
          .map(entry => [entry.name, entry.initiatorType])"""
    )
    assert {name: n for name, n in Counter(name for name, _ in entries).items() if n > 1} == {}
    early = {name.rpartition("/")[2] for name, initiator in entries if initiator == "link"}
    assert {"deck.js", "events.json", "layers.json", "marks.png", "basemap.geojson"} <= early
    context.close()
