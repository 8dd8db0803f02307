"""What a reader does while an answer is under way, on a slow line or from a busy server."""

import re

import pytest
from playwright.sync_api import WebSocketRoute, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.map_page import wait_for_map, wait_for_run
from tests.browser.opening import OpenPage
from tests.browser.waiting import wait_until

pytestmark = pytest.mark.browser


class DelayedLine:
    """The websocket of a page, whose answers can be delayed."""

    def __init__(self) -> None:
        self.asked = 0
        self.delayed: list[str | bytes] = []
        self._is_delaying = False

    def connect(self, page_side: WebSocketRoute) -> None:
        """Pass messages on between a page and its server."""
        self._page_side = page_side
        server_side = page_side.connect_to_server()

        def ask(message: str | bytes) -> None:
            self.asked += 1
            server_side.send(message)

        def answer(message: str | bytes) -> None:
            if self._is_delaying:
                self.delayed.append(message)
            else:
                page_side.send(message)

        page_side.on_message(ask)
        server_side.on_message(answer)

    def delay(self) -> None:
        """Delay answers from now on."""
        self._is_delaying = True

    def has_whole_answer(self) -> bool:
        """Return whether the end of a run is among what is delayed."""
        return any(
            ForwardMsg.FromString(message).HasField("script_finished")
            for message in self.delayed
            if isinstance(message, bytes)
        )

    def send(self) -> None:
        """Send what was delayed, and delay nothing more."""
        self._is_delaying = False
        for message in self.delayed:
            self._page_side.send(message)
        self.delayed.clear()


def test_what_was_hidden_returns_while_an_answer_is_under_way(
    open_page: OpenPage, address: str
) -> None:
    page, line = open_page("about:blank"), DelayedLine()
    page.route_web_socket(re.compile("/_stcore/stream"), line.connect)
    page.goto(address)
    wait_for_map(page)
    wait_for_run(page)
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
