"""What a reader does while an answer is under way, on a slow line or from a busy server."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.map_page import wait_for_map, wait_for_run
from tests.browser.opening import OpenPage
from tests.browser.waiting import wait_until

pytestmark = pytest.mark.browser


def is_end_of_run(message: str | bytes) -> bool:
    """Return whether a message says that a run is over."""
    return isinstance(message, bytes) and ForwardMsg.FromString(message).HasField("script_finished")


def is_result_of_run(message: str | bytes) -> bool:
    """Return whether a message is neither that a run begins nor that the server is at work."""
    kind = isinstance(message, bytes) and ForwardMsg.FromString(message).WhichOneof("type")
    return kind not in ("new_session", "session_status_changed")


class DelayedLine:
    """The websocket of a page, whose answers can be delayed."""

    def __init__(self) -> None:
        self.asked = 0
        self.delayed: list[str | bytes] = []
        self._is_late: Callable[[str | bytes], bool] | None = None

    def connect(self, page_side: WebSocketRoute) -> None:
        """Pass messages on between a page and its server."""
        self._page_side = page_side
        server_side = page_side.connect_to_server()

        def ask(message: str | bytes) -> None:
            self.asked += 1
            server_side.send(message)

        def answer(message: str | bytes) -> None:
            if self.delayed or (self._is_late and self._is_late(message)):
                self.delayed.append(message)
            else:
                page_side.send(message)

        page_side.on_message(ask)
        server_side.on_message(answer)

    def delay(self, is_late: Callable[[str | bytes], bool] = lambda _: True) -> None:
        """Delay answers from the first that is late."""
        self._is_late = is_late

    def has_whole_answer(self) -> bool:
        """Return whether the end of a run is among what is delayed."""
        return any(map(is_end_of_run, self.delayed))

    def send(self) -> None:
        """Send what was delayed, and delay nothing more."""
        self._is_late = None
        for message in self.delayed:
            self._page_side.send(message)
        self.delayed.clear()


def open_late_page(open_page: OpenPage, address: str) -> tuple[Page, DelayedLine]:
    """Open the map over a line that can be delayed."""
    page, line = open_page("about:blank"), DelayedLine()
    page.route_web_socket(re.compile("/_stcore/stream"), line.connect)
    page.goto(address)
    wait_for_map(page)
    wait_for_run(page)
    return page, line


def test_what_was_hidden_returns_while_an_answer_is_under_way(
    open_page: OpenPage, address: str
) -> None:
    page, line = open_late_page(open_page, address)
    # An answer without the count of all events, which a browser forgets by and by.
    entry = page.locator(".legend .entry[data-id=kremlin]")
    entry.click()
    expect(page).to_have_url(re.compile("group=kremlin"))
    wait_for_run(page)
    line.delay()
    page.get_by_role("button", name="Zoom out").click()
    wait_until(page, line.has_whole_answer, "another is under way")
    asked = line.asked
    # The page asks for all events and names what it remembers, then reads the late answer.
    entry.click()
    wait_until(page, lambda: line.asked > asked, "Python is asked for all events")
    line.send()
    expect(page).not_to_have_url(re.compile("group="))
    wait_for_run(page)
    expect(page.locator(".event-count").first).to_contain_text("137 events")


def test_a_long_run_shows_as_a_bar_that_covers_no_words(open_page: OpenPage, address: str) -> None:
    page, line = open_late_page(open_page, address)
    line.delay(is_end_of_run)
    page.locator(".legend .entry[data-id=kremlin]").click()
    bar = page.locator(".stStatusWidget")
    bar.wait_for(state="attached")
    count = page.locator(".st-key-count").bounding_box()
    place = bar.bounding_box()
    assert count
    assert place
    assert (place["x"], place["width"], place["height"]) == (0, 1440, 2)
    # The top is as high as the box of the count, and ends with the bar.
    assert place["y"] + 2 == pytest.approx(count["y"] + count["height"], abs=0.5)
    line.send()
    wait_for_run(page)
    expect(bar).to_have_count(0)


def test_what_follows_the_reader_by_itself_never_fades(open_page: OpenPage, address: str) -> None:
    page, line = open_late_page(open_page, address)
    line.delay(is_result_of_run)
    page.locator(".legend .entry[data-id=kremlin]").click()
    opacities = "nodes => nodes.map(node => getComputedStyle(node).opacity)"
    stale = page.locator("[data-stale=true]")
    wait_until(page, lambda: "0.33" in stale.evaluate_all(opacities), "what is out of date fades")
    for key in ("time_map", "filters", "event_count", "legend"):
        assert page.locator(f".st-key-{key}[data-stale=true]").evaluate_all(opacities) == ["1"], key
    line.send()
    wait_for_run(page)
    expect(stale).to_have_count(0)
