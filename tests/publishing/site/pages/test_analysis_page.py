"""The charts of a site: each with its words, numbers and files, for every width and theme."""

import csv
import hashlib
import html
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.publishing.figures import build_figure, link_to_figure
from geo.publishing.site.pages.analysis_page import write_analysis
from geo.publishing.site.plan.plan import Plan, plan_site
from geo.story.current import StoryFiles, open_current
from tests.event_texts import record
from tests.publishing.site.sites import BASE, PNG, Page, build, resolve
from tests.story_folders import point, write_story

PATH = "analysis/index.html"


@pytest.fixture(scope="module")
def page(pages: dict[str, bytes]) -> Page:
    return Page(pages[PATH])


def test_each_chart_has_its_title_its_takeaway_its_link_and_its_files(
    page: Page, plan: Plan
) -> None:
    parts = {has["id"] for has in page.find("section") if has.get("class") == "figure-part"}
    assert {"over-time", "distances", "cross", "before-after", "hours"} <= parts
    links = [has["href"] for has in page.find("a")]
    text = " ".join(page.text.split())
    for name in parts:
        figure = build_figure(plan.view, name)
        assert figure is not None
        assert figure.title in text
        assert figure.topic in text
        assert {f"#{name}", f"{name}.csv"} <= set(links)
        assert page.find("a", download=f"{name}.svg")


def test_each_chart_is_there_for_phones_and_for_dark_pages(
    page: Page, site: dict[str, bytes]
) -> None:
    pictures = page.find("img", loading="lazy")
    assert all(has["alt"] for has in pictures)
    media = ["(max-width: 47.99rem)", "(prefers-color-scheme: dark)"]
    wanted = [f"{media[0]} and {media[1]}", *media]
    sources = page.find("source")
    assert [has["media"] for has in sources] == wanted * len(pictures)
    named = {resolve(PATH, has.get("srcset", has.get("src", ""))) for has in sources + pictures}
    assert named <= site.keys()
    assert len(named) == 4 * len(pictures)


def test_the_table_and_the_file_have_the_numbers_of_the_chart(
    page: Page, site: dict[str, bytes]
) -> None:
    rows = list(csv.DictReader(io.StringIO(site["analysis/over-time.csv"].decode("utf-8-sig"))))
    assert sum(int(row["definite"]) for row in rows) == 3
    assert len(page.find("details")) == len(page.find("img", loading="lazy"))
    assert "The north" in page.text


def test_a_chart_to_take_along_names_its_own_data_though_it_was_drawn_for_others(
    tmp_path: Path,
) -> None:
    drawn: list[str] = []
    texts: dict[str, bytes] = {}

    def give(path: str, draw: Callable[[], bytes]) -> bytes:
        if path.startswith("analysis/within") and path not in texts:
            drawn.append(path)
            texts[path] = draw()
        return texts.get(path, PNG)

    for title in ("Fire", "Smoke"):
        write_story(tmp_path, record("port", title=title, geometry=point(2, 0.5)))
        plan = plan_site(open_current(StoryFiles(tmp_path)), BASE)
        files = dict(write_analysis(plan, give))
        (alone,) = (
            content
            for path, content in files.items()
            if path.startswith("analysis/within")
            and f"data {plan.view.record.version}" in str(content)
        )
        assert isinstance(alone, bytes)
        said = re.findall("data ([0-9a-f]{12})", alone.decode())
        assert set(said) == {plan.view.record.version}
        link = link_to_figure(plan.view, "within", "analysis/", BASE)
        assert link in html.unescape(alone.decode())
        assert link in str(files["analysis/within.csv"])
    # For two widths in two themes, and to take along.
    assert len(drawn) == 5


def test_a_story_without_an_event_has_a_page_that_says_so(tmp_path: Path) -> None:
    site = build(plan_site(open_current(StoryFiles(write_story(tmp_path)))))
    assert "This record has no events." in Page(site[PATH]).text
    assert not [path for path in site if path.endswith(".svg")]


def test_what_only_the_app_can_answer_of_a_link_is_named(page: Page) -> None:
    (note,) = page.find("p", id="left-out", hidden="")
    asked = set(note["data-asked"].split())
    assert {"from", "to", "zone", "group", "q", "known", "event", "stack", "cross"} <= asked
    # These ask for no other chart.
    assert asked.isdisjoint({"figure", "data", "view", "colour", "utm_source", "fbclid"})
    assert page.find("a", href="https://app.example/analysis")


def test_a_chart_is_named_by_its_content_so_that_it_may_be_cached_without_expiry(
    site: dict[str, bytes],
) -> None:
    charts = {path: content for path, content in site.items() if path.endswith(".svg")}
    assert charts
    for path, content in charts.items():
        assert path.endswith(f"-{hashlib.sha256(content).hexdigest()[:10]}.svg")
