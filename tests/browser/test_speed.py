"""What a move of a filter costs a reader's connection, in a real browser."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page, expect

from bench.events import event_file
from tests.browser.map_page import describe, open_map, wait_for_map, wait_for_run
from tests.browser.opening import OpenPage
from tests.browser.running_app import running
from tests.browser.waiting import wait_until, wait_until_still

pytestmark = pytest.mark.browser


@dataclass
class Traffic:
    """What a page has sent, received and fetched since the last `clear`."""

    sent: list[int] = field(default_factory=list)
    received: list[int] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)

    def clear(self) -> None:
        for counted in (self.sent, self.received, self.fetched):
            counted.clear()


def watch(page: Page) -> Traffic:
    """Count the bytes of messages, as they are before the connection compresses them."""
    traffic = Traffic()
    protocol = page.context.new_cdp_session(page)
    protocol.send("Network.enable")
    for event, sizes in (("Sent", traffic.sent), ("Received", traffic.received)):
        protocol.on(
            f"Network.webSocketFrame{event}",
            lambda frame, sizes=sizes: sizes.append(
                len(base64.b64decode(frame["response"]["payloadData"]))
            ),
        )
    page.on("request", lambda asked: traffic.fetched.append(asked.url))
    return traffic


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("speed") / "events.geojson"
    path.write_bytes(event_file(1_000))
    with running(EVENTS=str(path)) as address:
        yield address


def move(page: Page) -> None:
    """Move the time bar by a week, and wait for the link that follows."""
    before = page.url
    page.get_by_role("slider", name="First moment shown").press("PageUp")
    expect(page).not_to_have_url(before)
    wait_for_run(page)


def test_a_move_sends_little_and_fetches_nothing_again(
    shared_page: OpenPage, thousand: str
) -> None:
    page = open_map(shared_page, f"{thousand}/")
    traffic = watch(page)
    # What stays as it is gets its name in the first moves.
    move(page)
    move(page)
    traffic.clear()

    move(page)

    assert 0 < sum(traffic.sent) < 3_000
    # Seven choices say their counts and meanings again; what has not changed is sent by name.
    assert 0 < sum(traffic.received) < 20_000
    assert [address for address in traffic.fetched if "/api/" in address] == []


def test_a_reload_takes_the_data_from_the_browsers_own_store(
    shared_page: OpenPage, thousand: str
) -> None:
    page = open_map(shared_page, f"{thousand}/")
    page.reload()
    wait_for_map(page)
    entries = page.evaluate(
        """performance.getEntriesByType('resource')
          .filter(entry => entry.name.includes('/api/assets/'))
          .map(entry => [entry.name, entry.transferSize])"""
    )
    assert any(name.endswith("events.json") for name, _ in entries)
    assert {name: size for name, size in entries if size} == {}


def test_a_map_at_rest_requests_no_frames_and_answers_the_reader(
    open_page: OpenPage, address: str
) -> None:
    page = open_page("about:blank", reduced_motion="no-preference")
    page.add_init_script(
        """const ask = window.requestAnimationFrame.bind(window);
        window.frames_asked = 0;
        window.requestAnimationFrame = callback => ((window.frames_asked += 1), ask(callback));"""
    )
    page.goto(f"{address}/")
    wait_for_map(page)

    def count_frames() -> object:
        return page.evaluate("frames_asked")

    at_rest = wait_until_still(page, count_frames)
    zoom = describe(page)["camera"][2]

    page.locator("#events-canvas").hover()
    page.mouse.wheel(0, -200)

    wait_until(page, lambda: describe(page)["camera"][2] > zoom, "the map follows the wheel")
    assert wait_until_still(page, count_frames) != at_rest
