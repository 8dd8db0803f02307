"""The briefing as one file, opened from disk in a real browser with the network off."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal, Protocol, Unpack

import pytest
from playwright.sync_api import Browser, Page, expect

from geo.publishing.one_file import build_one_file
from geo.story.briefings.briefing import read_briefing
from geo.story.view import open_view
from tests.browser.briefing_page import LAST, STEPS, expect_step
from tests.browser.map_page import count_colours, count_reds, wait_for_frames
from tests.browser.opening import Reader, new_context, watch
from tests.browser.running_app import ROOT
from tests.browser.waiting import wait_until
from tests.shipped_record import open_shipped

pytestmark = pytest.mark.browser


class OpenFile(Protocol):
    """Open the file at a fragment of its address."""

    def __call__(
        self, fragment: str = "", width: int = 1000, height: int = 700, **reader: Unpack[Reader]
    ) -> Page: ...


@pytest.fixture(scope="module")
def one_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the file lies on disk."""
    path = tmp_path_factory.mktemp("one") / "briefing.html"
    data = ROOT / "data"
    path.write_bytes(build_one_file(read_briefing(data, "kremlin"), open_view(data)))
    return path.as_uri()


@pytest.fixture(scope="module")
def open_file(browser: Browser, one_page: str) -> Iterator[OpenFile]:
    """Open the file with the network off; a request, an error or a breach of policy fails."""
    problems: list[str] = []
    opened: list[Page] = []

    def is_own(address: str) -> bool:
        return address.split("#")[0] == one_page or address.startswith(("data:", "blob:"))

    def open_it(
        fragment: str = "", width: int = 1000, height: int = 700, **reader: Unpack[Reader]
    ) -> Page:
        context = new_context(browser, width, height, **reader)
        context.set_offline(True)
        page = context.new_page()
        opened.append(page)
        watch(page, problems, is_own)
        page.goto(one_page + fragment)
        expect(page.locator(".canvas.top canvas")).to_be_visible()
        return page

    yield open_it
    for page in opened:
        page.context.close()
    assert problems == []


@pytest.fixture(scope="module")
def read_file(open_file: OpenFile) -> Page:
    """The file in a window for tests that change nothing but its size and colours."""
    return open_file()


@pytest.mark.parametrize(
    ("width", "height", "scheme"), [(390, 844, "light"), (1024, 768, "dark"), (1440, 900, "light")]
)
def test_the_file_paints_its_map_without_a_request(
    read_file: Page, width: int, height: int, scheme: Literal["light", "dark"]
) -> None:
    page = read_file
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme)
    wait_until(page, lambda: count_reds(page) > 30, "marks of the group are painted")
    wait_until(page, lambda: count_colours(page) > 50, "the base map is painted")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 27)"
    assert dark == (scheme == "dark")


def test_every_step_of_the_file_is_reached_by_the_keyboard_alone(open_file: OpenFile) -> None:
    page = open_file()
    for number in range(1, LAST + 1):
        expect_step(page, number)
        page.keyboard.press("ArrowRight")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.step-back')"):
            break
    page.keyboard.press("Enter")
    expect_step(page, LAST - 1)
    assert page.url.endswith(f"#step-{LAST - 1}")


def test_the_file_opens_at_a_step_and_its_time_bar_filters(open_file: OpenFile) -> None:
    page = open_file("#step-8")
    expect_step(page, 8)
    count = page.locator(".time-bar .count")
    expect(count).not_to_be_empty()
    before = count.inner_text()
    for _ in range(3):
        page.locator(".time-bar .handle.to").press("PageDown")
    expect(count).not_to_have_text(before)


def test_a_step_of_the_file_takes_the_place_of_what_the_reader_chose(open_file: OpenFile) -> None:
    page = open_file()
    count = page.locator(".time-bar .count")
    expect(count).not_to_be_empty()
    own = {1: count.inner_text()}
    page.keyboard.press("ArrowRight")
    expect_step(page, 2)
    wait_for_frames(page)
    own[2] = count.inner_text()
    page.keyboard.press("ArrowLeft")
    expect_step(page, 1)
    expect(count).to_have_text(own[1])
    page.get_by_text("Filter the events").click()
    page.get_by_role("button", name="Show all events").click()
    events = len(open_shipped().record.events)
    expect(count).to_have_text(f"{events} of {events}")
    expect(page.locator(".filter-panel .found")).to_have_text(f"{events} events shown")
    page.get_by_role("button", name="Next", exact=True).click()
    expect_step(page, 2)
    expect(count).to_have_text(own[2])
    page.get_by_role("button", name="Back", exact=True).click()
    expect_step(page, 1)
    expect(count).to_have_text(own[1])


def test_the_file_without_scripts_still_says_everything(browser: Browser, one_page: str) -> None:
    context = new_context(browser, java_script_enabled=False)
    context.set_offline(True)
    page = context.new_page()
    page.goto(one_page)
    for step in STEPS:
        expect(page.get_by_role("heading", name=step.headline)).to_be_visible()
    expect(page.locator("#events tbody tr").first).to_be_visible()
    context.close()


@pytest.fixture(scope="module")
def unfiltered(open_file: OpenFile) -> Page:
    """The file with its filters open, and all its events."""
    page = open_file()
    page.get_by_text("Filter the events").click()
    page.get_by_role("button", name="Show all events").click()
    return page


@pytest.mark.parametrize("typed", ["Zelenskiy", "кремлин", "Kremlin", "qwertz"])
def test_the_file_finds_what_the_app_finds_and_says_so(unfiltered: Page, typed: str) -> None:
    page = unfiltered
    page.get_by_role("searchbox", name="Find").fill(typed)
    page.get_by_label("Only what the map shows now").check()
    view = open_shipped(f"?q={typed}")
    expect(page.locator("#rows-shown")).to_have_text(str(len(view.kept_events)))
    note = page.locator(".find-note")
    if view.search_note.words:
        expect(note).to_contain_text(view.search_note.words)
    else:
        expect(note).to_be_empty()


@pytest.mark.parametrize("width", [390, 1440])
def test_the_table_has_its_rows_and_cells_for_screen_readers_at_any_width(
    read_file: Page, width: int
) -> None:
    page = read_file
    page.set_viewport_size({"width": width, "height": 700})
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    # What the browser gives to screen readers, which depends on styles.
    roles = Counter(node["role"]["value"] for node in tree["nodes"] if not node["ignored"])
    events = len(open_shipped().record.events)
    assert roles["table"] == 1
    assert roles["row"] == events + 1
    assert roles["columnheader"] == 5
    assert roles["cell"] == 5 * events
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
