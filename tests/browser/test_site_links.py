"""Links of the app, and old ones, on a published site in a real browser."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from geo.publishing.site.folder.write import write_site
from geo.publishing.site.plan.plan import plan_site
from geo.publishing.site_check.serving import serve_folder
from geo.story.current import StoryFiles, open_current
from tests.browser.opening import OpenPage
from tests.publishing.site.sites import APP, build, plan_example
from tests.story_folders import write_story

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    place = tmp_path_factory.mktemp("published")
    write_site(build(plan_example(place / "story", app_url=APP)).items(), place / "site")
    with serve_folder(place / "site") as address:
        yield address


def expect_app(page: Page, path: str, **asked: str) -> None:
    """Expect a link that opens the same in the app."""
    link = page.get_by_role("link", name="Open it in the app").get_attribute("href") or ""
    parts = urlsplit(link)
    assert (f"https://{parts.netloc}", parts.path) == (APP, path)
    assert parse_qs(parts.query) == {name: [text] for name, text in asked.items()}


def test_what_was_known_at_a_moment_is_named_and_hides_no_event(
    open_page: OpenPage, root: str
) -> None:
    page = open_page(f"{root}?known=1990-01-01T12:00&verification=disputed")
    expect(page.locator("#count .count")).to_contain_text("1 of 3 events")
    note = page.locator("#left-out")
    expect(note).to_contain_text("This site does not show claims as they were known")
    expect_app(page, "/", known="1990-01-01T12:00", verification="disputed")
    page.goto(f"{root}?known=1990-01-01")
    expect(page.locator(".event")).to_have_count(3)
    expect(note).to_contain_text("This site does not show claims as they were known")


def test_claims_of_an_event_that_is_gone_say_so_and_lead_to_the_corrections(
    open_page: OpenPage, root: str
) -> None:
    page = open_page(f"{root}claims/?event=<b>gone</b>&view=1,2,9")
    expect(page.locator("[role=status]", has_text="is not in this record")).to_contain_text(
        "The event “<b>gone</b>” is not in this record; it may have been withdrawn or renamed."
    )
    assert "left out" not in page.locator("main").inner_text()
    page.get_by_role("link", name="See the corrections").click()
    expect(page.locator("h1")).to_have_text("Corrections")


def test_the_claims_of_an_event_are_on_its_page(open_page: OpenPage, root: str) -> None:
    page = open_page(f"{root}claims?event=port&group=north")
    page.wait_for_url("**/events/port/index.html")
    expect(page.locator("h1")).to_have_text("Fire in the port")


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("claims/?event=port.", "events/port/index.html"),
        ("claims/?utm_source=a&amp;event=port),", "events/port/index.html"),
        ("briefing/?briefing=port+night!&step=2).", "briefing/*/index.html#step-2"),
        ("analysis/?figure=hours.%E2%80%9D", "analysis/?figure=hours.%E2%80%9D#hours"),
    ],
)
def test_punctuation_after_a_pasted_link_is_not_part_of_it(
    open_page: OpenPage, root: str, path: str, place: str
) -> None:
    page = open_page(f"{root}{path}")
    page.wait_for_url(f"{root}{place}")


def test_the_analysis_says_what_it_leaves_out_of_its_own_parameters_only(
    open_page: OpenPage, root: str
) -> None:
    page = open_page(f"{root}analysis/?utm_source=a&fbclid=b&group=")
    expect(page.locator("h1")).to_have_text("Analysis")
    expect(page.locator("#left-out")).to_be_hidden()
    page.goto(f"{root}analysis/?fbclid=b&amp;group=north")
    expect(page.locator("#left-out")).to_contain_text("this link asks for a part of it")
    expect_app(page, "/analysis", fbclid="b", **{"amp;group": "north"})


def test_the_claims_of_a_moment_or_of_a_part_are_named(open_page: OpenPage, root: str) -> None:
    page = open_page(f"{root}claims/?event=port&known=2023-05-03T12:00")
    expect(page.locator("#left-out")).to_contain_text("for what was known at an earlier moment")
    expect_app(page, "/claims", event="port", known="2023-05-03T12:00")
    page.get_by_role("link", name="The page of this event").click()
    expect(page.locator("h1")).to_have_text("Fire in the port")
    page.goto(f"{root}claims/?from=2023-05-01")
    expect(page.locator("#left-out")).to_contain_text("this link asks for a part of it")
    page.goto(f"{root}claims/?utm_source=a&zone=utc")
    expect(page.locator("h1")).to_have_text("Who says what")
    expect(page.locator("#left-out")).to_be_hidden()


@pytest.mark.parametrize(
    ("path", "query", "link", "place"),
    [
        ("", "event=port", "", ""),
        ("claims", "event=port", "The page of this event", "events/port/index.html"),
        ("briefing", "step=2", "The briefing of this link", "briefing/*/index.html#step-2"),
        ("analysis", "figure=hours", "", ""),
    ],
)
def test_other_data_are_named_on_every_page_before_a_link_leads_on(
    open_page: OpenPage, root: str, path: str, query: str, link: str, place: str
) -> None:
    page = open_page(f"{root}{path}?{query}&data=000000000000")
    note = page.locator("[role=status]", has_text="This link names data 000000000000; these are")
    expect(note).to_contain_text("This site does not show other versions of the data.")
    name, _, text = query.partition("=")
    expect_app(page, f"/{path}", **{name: text}, data="000000000000")
    own = note.inner_text().partition("these are data ")[2][:12]
    if link:
        expect(note).to_contain_text(f"{link} is as it is now.")
        page.get_by_role("link", name=link).click()
        page.wait_for_url(f"{root}{place}")
        page.goto(f"{root}{path}?{query}&data={own}")
        page.wait_for_url(f"{root}{place}")
    else:
        page.goto(f"{root}{path}?{query}&data={own}")
        expect(page.locator("h1")).to_be_visible()
        expect(note).to_have_count(0)


def test_a_site_of_a_record_without_events_names_no_day_of_them(
    open_page: OpenPage, tmp_path: Path
) -> None:
    current = open_current(StoryFiles(write_story(tmp_path / "story")))
    write_site(build(plan_site(current)).items(), tmp_path / "site")
    with serve_folder(tmp_path / "site") as address:
        page = open_page(address)
        expect(page.locator(".list-count")).to_have_text("This record has no events")
        expect(page.locator(".time-bar")).to_be_hidden()
        assert "1970" not in page.locator("body").inner_text()
        # Else it would still ask for its base map when its server has gone.
        page.close()


def test_links_to_claims_read_without_javascript(open_page: OpenPage, root: str) -> None:
    page = open_page(f"{root}claims/?event=port", java_script_enabled=False)
    expect(page.locator("h1")).to_have_text("Who says what")
    expect(page.locator("#left-out")).to_be_hidden()
