"""A map of more events than a card in software paints at once: only those that can be seen."""

import json
import random
import urllib.request
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import PATIENCE_S
from tests.browser.map_page import (
    describe,
    find_row,
    follow_link,
    locate,
    open_map,
    show_window,
    wait_for_zoom,
)
from tests.browser.opening import OpenPage
from tests.browser.running_app import running
from tests.browser.waiting import wait_until

COUNT = 21_000
DAY_MS = 86_400_000
FIRST_DAY = date(2023, 1, 1)

pytestmark = pytest.mark.browser


def write_events() -> bytes:
    """Return events so close to one another that most marks lie below others; 70 on each day."""
    chance = random.Random(1)
    features = [
        {
            "type": "Feature",
            "id": f"event-{number}",
            "geometry": {
                "type": "Point",
                "coordinates": [chance.uniform(30, 33), chance.uniform(10, 12)],
            },
            "properties": {
                "title": f"Report {number}",
                "when": str(FIRST_DAY + timedelta(days=number % 300)),
                "location_precision": "exact",
                "radius_m": 10,
                "sources": ["https://news.example/a"],
            },
        }
        for number in range(COUNT)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("many") / "events.geojson"
    path.write_bytes(write_events())
    with running(EVENTS=str(path)) as address:
        # Its first answer waits for the whole record; the browser's patience is for its page.
        urllib.request.urlopen(address, timeout=PATIENCE_S).close()
        yield address


def find_shown(page: Page) -> set[str]:
    """Return the ids of the events whose marks the map shows."""
    return set(page.evaluate("map.findShownEvents()").get("events", []))


def test_what_is_covered_is_counted_and_painted_once_it_can_be_seen(
    open_page: OpenPage, many: str
) -> None:
    page = open_map(open_page, f"{many}/")
    shown = find_shown(page)
    assert 100 < len(shown) < COUNT / 2
    expect(page.locator(".time-bar .count")).to_contain_text("21,000")
    covered = find_row(page, next(f"event-{n}" for n in range(COUNT) if f"event-{n}" not in shown))

    # Without what covered it, which happened on other days.
    paints = describe(page)["paints"]["events"]
    show_window(page, (covered["l0"], covered["l1"]))
    wait_until(page, lambda: describe(page)["paints"]["events"] > paints, "the day is painted")
    assert covered["id"] in find_shown(page)
    assert len(find_shown(page)) <= COUNT / 300
    expect(page.locator(".time-bar .count")).to_contain_text("70 ")

    # At high zoom, with all days.
    page.evaluate("map.showFullRange()")
    follow_link(page, f"?view={covered['lon']},{covered['lat']},13")
    wait_for_zoom(page, 13)
    wait_until(page, lambda: covered["id"] in find_shown(page), "it is painted")
    page.mouse.click(*locate(page, covered["lon"], covered["lat"]))
    expect(page.get_by_role("heading", name=str(covered["title"]), exact=True)).to_be_visible()
