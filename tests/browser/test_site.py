"""A published site in a real browser: what the app has not, from disk and without JavaScript too.

What both have is tested on both: see stories.py.
"""

import math
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from geo.publishing.site.folder.write import write_site
from tests.browser.chromium import PATIENCE_MS
from tests.browser.map_page import query_of
from tests.browser.opening import OpenPage, new_context, watch
from tests.browser.site_server import serving
from tests.publishing.site.sites import build, plan_example

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a small story."""
    out = tmp_path_factory.mktemp("site") / "out"
    write_site(build(plan_example(tmp_path_factory.mktemp("story"))).items(), out)
    return out


@pytest.fixture(scope="module")
def served(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site."""
    with serving(folder, tmp_path_factory.mktemp("nginx")) as (address, _):
        yield address


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader of some pages."""
    context = new_context(browser)
    yield context
    context.close()


@pytest.fixture(scope="module")
def explorer(context: BrowserContext, served: str) -> Iterator[Page]:
    """The first page, opened once by a link with a filter and a word that is not a parameter."""
    problems: list[str] = []
    page = context.new_page()
    watch(page, problems)
    page.goto(f"{served}?verification=disputed&verification=verified&nonsense=1")
    expect_map(page)
    yield page
    assert problems == [], "\n".join(problems)


def expect_map(page: Page) -> None:
    """Wait until the live map is there and the still one is gone."""
    expect(page.locator(".canvas.sized")).to_have_count(2)
    expect(page.locator(".still")).to_have_count(0)


def expect_stills(page: Page) -> None:
    """Wait until base map and events are there as pictures."""
    for content in ("base", "events"):
        image = page.locator(f".still-{content} img")
        expect(image).to_be_visible()
        expect(image).to_have_js_property("complete", True)
        expect(image).not_to_have_js_property("naturalWidth", 0)


def test_a_link_opens_its_view_and_names_what_it_had_to_leave_out(explorer: Page) -> None:
    expect(explorer.locator("#count .count")).to_contain_text("2 of 3 events")
    expect(explorer.locator(".event")).to_have_count(2)
    expect(explorer.locator("#left-out")).to_contain_text("nonsense")


def test_the_still_map_is_shown_before_the_live_one(browser: Browser, served: str) -> None:
    delayed: list[Route] = []

    def delay(route: Route) -> None:
        delayed.append(route)

    context = new_context(browser, 390, 844, color_scheme="dark")
    page = context.new_page()
    page.route("**/explorer/deck.js*", delay)
    page.goto(served, wait_until="domcontentloaded")
    expect(page.locator(".still img")).to_have_count(2)
    expect_stills(page)
    expect(page.locator(".event")).to_have_count(3)
    shown = page.eval_on_selector_all(".still img", "nodes => nodes.map(node => node.currentSrc)")
    narrow_and_dark = page.locator("source[media*='rem'][media*=dark]").all()
    for address, source in zip(shown, narrow_and_dark, strict=True):
        assert address.endswith(str(source.get_attribute("srcset")))
    for route in delayed:
        route.continue_()
    expect_map(page)
    context.close()


def test_words_and_still_map_wait_for_no_script(browser: Browser, served: str) -> None:
    context = new_context(browser)
    page = context.new_page()
    # None of them is ever answered.
    page.route("**/*.js*", lambda _: None)
    page.goto(served, wait_until="commit")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect_stills(page)
    assert page.evaluate("performance.getEntriesByName('first-contentful-paint').length") == 1
    context.close()


def northing(lat: float) -> float:
    """Return where Mercator has a latitude, in radians of the equator."""
    return math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))


def test_live_events_lie_over_the_still_base_which_moves_with_them(
    browser: Browser, served: str
) -> None:
    context = new_context(browser)
    page = context.new_page()
    # An idle browser draws the live base; this one is never idle.
    page.add_init_script("globalThis.requestIdleCallback = () => 0")
    page.goto(served)
    expect(page.locator(".still-events")).to_have_count(0)
    expect(page.locator(".canvas.top.sized")).to_be_visible()
    frame = page.locator(".map-view").bounding_box()
    assert frame is not None
    x, y = frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] * 0.8
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y - 40, steps=5)
    page.mouse.up()
    expect(page).to_have_url(re.compile("view="))
    lon, lat, zoom = map(float, query_of(page)["view"][0].split(","))
    # The middle of the picture is that of all events; here across 180 degrees.
    west, south, east, north = page.evaluate("Object.values(SITE.looks.light)[0].style.bounds")
    px = 512 * 2**zoom / (2 * math.pi)
    east += 360 if east < west else 0
    right = math.radians((west + east) / 2 - lon) * px
    down = (northing(lat) - (northing(south) + northing(north)) / 2) * px
    assert math.hypot(right, down) > 20
    shown = page.locator(".still-base picture").bounding_box()
    assert shown is not None
    found = (shown["x"] + shown["width"] / 2, shown["y"] + shown["height"] / 2)
    middle = (frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2)
    assert found == pytest.approx((middle[0] + right, middle[1] + down), abs=2)
    context.close()


def test_pages_read_without_javascript(open_page: OpenPage, served: str) -> None:
    page = open_page(f"{served}events/port/", java_script_enabled=False)
    expect(page.locator("h1")).to_have_text("Fire in the port")
    expect(page.locator(".box-claimed")).to_be_visible()
    page.goto(served)
    expect_stills(page)
    for empty in ("#filter-side", "#list-side", ".explorer-head"):
        expect(page.locator(empty)).to_be_hidden()
    page.goto(f"{served}claims/")
    expect(page.locator("table").first).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1920, 700), (390, 844)])
def test_without_javascript_the_still_map_is_as_wide_as_the_page(
    open_page: OpenPage, served: str, width: int, height: int
) -> None:
    page = open_page(served, width, height, java_script_enabled=False)
    expect_stills(page)
    room = page.locator(".explorer").bounding_box()
    assert room is not None
    for content in ("base", "events"):
        frame = page.locator(f".still-{content}").bounding_box()
        image = page.locator(f".still-{content} img").bounding_box()
        assert frame is not None
        assert image is not None
        # Nothing of the frame is empty on its left or right, and nothing of the picture is cut.
        for box in (frame, image):
            assert (box["x"], box["width"]) == pytest.approx((room["x"], room["width"]), abs=1)
        assert frame["height"] >= 200


def test_pages_have_no_barrier_that_axe_finds(
    context: BrowserContext, served: str, folder: Path
) -> None:
    page = context.new_page()
    # Its code is put into the page, which the policy of the page forbids: it comes from aside.
    context.new_cdp_session(page).send("Page.setBypassCSP", {"enabled": True})
    # One of each kind; the other briefings and events have the same parts.
    briefing = "briefing/" + min(path.name for path in folder.glob("briefing/*/")) + "/"
    kinds = ["", "events/", "events/port/", "claims/", "analysis/", "method/", "corrections/"]
    kinds += ["downloads/", "briefing/", briefing, f"{briefing}sheet/", "404.html"]
    for path in kinds:
        page.goto(served + path)
        if not path:
            expect_map(page)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"
    page.close()


def test_the_explorer_opens_from_disk(browser: Browser, folder: Path) -> None:
    problems: list[str] = []
    context = new_context(browser)
    page = context.new_page()
    own = ("file:", "data:", "blob:")
    watch(page, problems, lambda address: address.startswith(own))
    page.goto(f"{(folder / 'index.html').as_uri()}?event=port", timeout=PATIENCE_MS)
    expect_map(page)
    expect(page.locator("#card h2")).to_have_text("Fire in the port")
    context.close()
    assert problems == []
