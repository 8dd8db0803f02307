"""The first view in a browser: what is named in its head is fetched once, and used."""

import re
from collections import Counter
from typing import Literal
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, ConsoleMessage

from tests.browser.map_page import wait_for_base, wait_for_map
from tests.browser.opening import new_context
from tests.browser.stories import ServedStory
from tests.browser.waiting import wait_until

pytestmark = pytest.mark.browser

# A browser complains, a few seconds after a page has loaded, of all that it was asked to fetch and
# that was not used. It is asked to fetch one such thing, so that we know when it has complained.
UNUSED = "/?unused"
FETCH_IN_VAIN = f"""addEventListener('DOMContentLoaded', () => {{
  const link = document.createElement('link');
  Object.assign(link, {{rel: 'preload', as: 'fetch', crossOrigin: '', href: '{UNUSED}'}});
  document.head.append(link);
}});
globalThis.used = new Set();
const plainFetch = fetch;
globalThis.fetch = (what, ...rest) => {{
  used.add(new URL(what instanceof Request ? what.url : what, document.baseURI).href);
  return plainFetch(what, ...rest);
}};"""


@pytest.mark.parametrize(
    ("story", "scheme"),
    [("shipped", "light"), ("shipped", "dark"), ("fiji", "dark"), ("ships", "light")],
    indirect=["story"],
)
def test_nothing_is_fetched_twice_or_in_vain(
    browser: Browser, story: ServedStory, scheme: Literal["light", "dark"]
) -> None:
    address = story.address
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
    # A busy browser may complain of what it uses later than it likes.
    used = page.evaluate("[...used, ...[...document.scripts].map(({src}) => src)]")
    in_vain = {re.findall(r"http\S+", one)[0] for one in complaints} - set(used)
    assert [one.removeprefix(address) for one in in_vain] == [UNUSED]

    entries = page.evaluate(
        """performance.getEntriesByType('resource')
          .filter(entry => entry.name.includes('/api/assets/'))
          .map(entry => [entry.name, entry.initiatorType])"""
    )
    assert {name: n for name, n in Counter(name for name, _ in entries).items() if n > 1} == {}
    early = {name.rpartition("/")[2] for name, initiator in entries if initiator == "link"}
    assert {"deck.js", "events.json", "layers.json", "marks.png", "basemap.geojson"} <= early
    context.close()
