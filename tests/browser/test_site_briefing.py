"""The briefings and charts of a published site in a real browser, by links of the app."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from geo.publishing.site.folder.write import write_site
from geo.publishing.site_check.serving import serve_folder
from tests.browser.opening import OpenPage, new_context
from tests.publishing.site.sites import build, plan_example

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("published")
    write_site(build(plan_example(place / "story")).items(), place / "site")
    return place / "site"


@pytest.fixture(scope="module")
def root(folder: Path) -> Iterator[str]:
    with serve_folder(folder) as address:
        yield address


def expect_step(page: Page, number: int, headline: str) -> None:
    expect(page.locator(".step:visible h2")).to_have_text(headline)
    expect(page.locator(".step-place")).to_have_text(f"{number} of 2")


def test_a_link_of_the_app_leads_to_its_step_and_the_keys_turn_it(
    open_page: OpenPage, root: str
) -> None:
    page = open_page(f"{root}briefing/?briefing=port+night&step=2")
    expect_step(page, 2, "What came later")
    expect(page.locator(".canvas.top canvas")).to_be_visible()
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(({id}) => id)")
    assert len(ids) == len(set(ids))
    page.keyboard.press("ArrowLeft")
    expect_step(page, 1, "What the <b>governor</b> says")
    assert page.url.endswith("#step-1")
    page.get_by_role("button", name="Present").click()
    expect(page.locator(".masthead")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", ["briefing/?briefing=port+night&step=1&step=99", "#step-99"])
def test_a_step_that_the_briefing_does_not_have_is_named_beside_the_first(
    open_page: OpenPage, root: str, folder: Path, path: str
) -> None:
    if path.startswith("#"):
        path = f"{next((folder / 'briefing').glob('port-night*')).relative_to(folder)}/{path}"
    page = open_page(f"{root}{path}")
    expect_step(page, 1, "What the <b>governor</b> says")
    note = page.get_by_text("Part of this link could not be used and is left out: step: found '99'")
    expect(note).to_contain_text("wanted 1 to 2.")
    page.keyboard.press("ArrowRight")
    expect_step(page, 2, "What came later")
    expect(note).to_be_hidden()
    page.goto(f"{root}briefing/?briefing=port+night&step=1.5")
    expect(page.locator("#left-out")).to_contain_text("step: found '1.5', wanted 1 to 2")


def test_an_unknown_briefing_and_a_part_of_the_analysis_are_named(
    open_page: OpenPage, root: str
) -> None:
    page = open_page(f"{root}briefing/?briefing=gone")
    expect(page.get_by_text("There is no briefing with the name in this link.")).to_be_visible()
    page.goto(f"{root}analysis/?figure=hours&group=north")
    expect(page.get_by_text("this link asks for a part of it")).to_be_visible()
    expect(page.locator("#hours")).to_be_in_viewport()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that may log errors, and be read from disk."""
    context = new_context(browser)
    yield context.new_page()
    context.close()


def test_no_briefing_runs_a_script_of_another_version(page: Page, root: str, folder: Path) -> None:
    place = next((folder / "briefing").glob("port-night*")).relative_to(folder)
    other = "globalThis.BRIEFING = {steps: []};"
    page.route("**/steps.js*", lambda route: route.fulfill(body=other))
    page.goto(f"{root}{place}/")
    expect(page.get_by_text("it has changed since you opened it")).to_be_visible()
    assert page.evaluate("globalThis.BRIEFING") is None
    expect(page.locator(".step h2")).to_have_count(2)


def test_a_briefing_is_played_from_disk(page: Page, folder: Path) -> None:
    place = next((folder / "briefing").glob("port-night*"))
    page.goto(f"{(place / 'index.html').as_uri()}#step-2")
    expect_step(page, 2, "What came later")
    expect(page.locator(".canvas.top canvas")).to_be_visible()
