"""What a reader of a site finds offline after it has changed: nothing that was withdrawn."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from geo.publishing.site.folder.write import write_site
from geo.publishing.site.plan.plan import plan_site
from geo.story.current import StoryFiles, open_current
from tests.browser.chromium import PATIENCE_S
from tests.browser.opening import new_context
from tests.browser.site_server import serving
from tests.browser.site_versions import Line, connecting
from tests.browser.waiting import wait_until
from tests.event_texts import record
from tests.publishing.site.sites import build
from tests.story_folders import point, write_story

pytestmark = pytest.mark.browser

PORT = record("port", title="Fire in the port", geometry=point(2, 0.5))
CORRECTED = record("port", title="Smoke in the port", geometry=point(2, 0.5))
HERON = record("heron", title="The Heron was boarded", geometry=point(3, 0.5))


def write_version(folder: Path, *records: object) -> Path:
    """Write the site of a story of some events."""
    story = write_story(folder, *records)
    site = folder / "site"
    write_site(build(plan_site(open_current(StoryFiles(story)))).items(), site)
    return site


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site before."""
    return write_version(tmp_path_factory.mktemp("old"), PORT, HERON)


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site with one event corrected and one withdrawn."""
    return write_version(tmp_path_factory.mktemp("new"), CORRECTED)


@pytest.fixture(scope="module")
def server() -> Iterator[Line]:
    """The line to a server for all tests."""
    with connecting() as line:
        yield line


@pytest.fixture
def line(server: Line) -> Line:
    """The line to a server without folders, unbroken."""
    server.folders.clear()
    server.passes = None
    return server


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader for each test, who brings no worker and no cache of another one."""
    context = new_context(browser)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page of that reader."""
    return context.new_page()


def visit(page: Page, address: str) -> None:
    """Have a worker answer for a site, and visit an event of it that is then read offline."""
    page.goto(f"{address}claims/")
    page.evaluate("navigator.serviceWorker.register('../offline.js')")
    wait_for_worker(page)
    page.goto(f"{address}events/heron/")
    expect(page.locator("h1")).to_have_text("The Heron was boarded")
    wait_until_cached(page, f"{address}events/heron/index.html", "The Heron was boarded")


def wait_for_worker(page: Page) -> None:
    """Wait until a worker answers for a page."""
    has_worker = "!!navigator.serviceWorker.controller"
    wait_until(page, lambda: page.evaluate(has_worker), "it has a worker")


def wait_until_cached(page: Page, address: str, words: str) -> None:
    """Wait until a page is cached that has some words."""
    wait_until(page, lambda: words in read_cached(page, address), f"{address} is cached")


def read_cached(page: Page, address: str) -> str:
    """Return what is cached for an address; nothing where it is not."""
    code = "async address => (await (await caches.match(address))?.text()) ?? ''"
    return str(page.evaluate(code, address))


def is_read(page: Page, address: str) -> bool:
    """Return whether a page is there; a browser's own page takes its place where it is not."""
    try:
        page.goto(address)
    except Error:
        return False
    return True


def test_what_was_visited_is_read_offline_and_online_never_an_old_page(
    browser: Browser, old: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(old, site)
    context = new_context(browser)
    page = context.new_page()
    with serving(site, tmp_path) as (address, server):
        page.goto(address)
        wait_for_worker(page)
        page.goto(f"{address}events/port/")
        expect(page.locator("h1")).to_have_text("Fire in the port")

        path = site / "events/port/index.html"
        path.write_text(path.read_text().replace("Fire in the port", "Smoke in the port"))
        page.reload()
        expect(page.locator("h1")).to_have_text("Smoke in the port")
        wait_until_cached(page, f"{address}events/port/index.html", "Smoke in the port")

        server.terminate()
        server.wait(PATIENCE_S)
        page.reload()
        expect(page.locator("h1")).to_have_text("Smoke in the port")
        page.goto(f"{address}?event=port")
        expect(page.locator(".canvas.sized")).to_have_count(2)
    context.close()


def test_a_withdrawn_page_is_gone_offline_as_soon_as_its_reader_met_that(
    page: Page, line: Line, old: Path, new: Path
) -> None:
    line.folders["/withdrawn/"] = old
    address = f"{line.address}/withdrawn/"
    visit(page, address)
    line.folders["/withdrawn/"] = new
    response = page.goto(f"{address}events/heron/")
    assert response is not None
    assert response.status == 404
    line.cut()
    assert not is_read(page, f"{address}events/heron/")


def test_any_page_of_a_new_version_clears_the_old_one(
    page: Page, line: Line, old: Path, new: Path
) -> None:
    line.folders["/changed/"] = old
    address = f"{line.address}/changed/"
    visit(page, address)
    line.folders["/changed/"] = new
    # Not even the worker's new script arrives.
    line.cut(f"{address}method/", f"{address}site.css")
    assert is_read(page, f"{address}method/")
    line.cut()
    assert not is_read(page, f"{address}events/heron/")


def test_a_full_disk_leaves_nothing_old(
    context: BrowserContext, page: Page, line: Line, old: Path, new: Path
) -> None:
    line.folders["/full/"] = old
    address = f"{line.address}/full/"
    visit(page, address)
    cdp = context.new_cdp_session(page)
    cdp.send("Storage.overrideQuotaForOrigin", {"origin": line.address, "quotaSize": 1})
    line.folders["/full/"] = new
    page.goto(address)
    page.goto(f"{address}events/port/")
    line.cut()
    try:
        assert not is_read(page, f"{address}events/heron/")
        assert not is_read(page, address)
    finally:
        cdp.send("Storage.overrideQuotaForOrigin", {"origin": line.address})


def test_a_site_that_is_gone_is_not_read_offline(
    page: Page, line: Line, old: Path, tmp_path: Path
) -> None:
    line.folders["/gone/"] = old
    address = f"{line.address}/gone/"
    visit(page, address)
    line.folders["/gone/"] = tmp_path
    page.goto(address)
    wait_until(
        page, lambda: not read_cached(page, f"{address}events/heron/index.html"), "it is gone"
    )
    line.cut()
    assert not is_read(page, f"{address}events/heron/")
    assert not is_read(page, address)


def test_a_site_in_a_folder_of_another_is_left_to_its_own_worker(
    page: Page, line: Line, old: Path
) -> None:
    line.folders |= {"/outer/": old, "/outer/second/": old}
    address = f"{line.address}/outer/"
    visit(page, address)
    page.goto(f"{address}second/events/heron/")
    expect(page.locator("h1")).to_have_text("The Heron was boarded")
    line.cut()
    assert is_read(page, f"{address}events/heron/")
    assert not is_read(page, f"{address}second/events/heron/")


def test_no_page_shows_two_versions(
    context: BrowserContext, page: Page, line: Line, old: Path, new: Path
) -> None:
    line.folders["/mixed/"] = old
    address = f"{line.address}/mixed/"
    visit(page, address)
    tab = context.new_page()
    tab.goto(address)
    expect(tab.locator(".event")).to_have_count(2)
    line.folders["/mixed/"] = new

    for title, words in [
        ("Fire in the port", "This page has changed since you opened it. Load it again."),
        ("The Heron was boarded", "Its data did not load, or this page has changed"),
    ]:
        tab.locator(".event", has_text=title).click()
        expect(tab.locator("#card")).to_contain_text(words)
        expect(tab.locator("#card")).not_to_contain_text("Smoke in the port")
        tab.keyboard.press("Escape")

    line.cut(address)
    page.goto(address)
    expect(page.locator("#not-loaded")).to_be_visible()
    expect(page.locator(".below")).to_contain_text("Smoke in the port")
    expect(page.locator(".event")).to_have_count(0)

    line.passes = None
    page.get_by_role("link", name="Load it again.").click()
    expect(page.locator(".event")).to_have_count(1)
    expect(page.locator("#not-loaded")).to_be_hidden()
    tab.close()
