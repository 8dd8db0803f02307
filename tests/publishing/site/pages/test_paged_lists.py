"""Lists of a large record have pages, each with links to the others; a small one has one page."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from geo.publishing.site.pages import paged_lists
from geo.publishing.site.pages.paged_lists import (
    write_claims_pages,
    write_corrections_pages,
    write_events_pages,
)
from geo.publishing.site.plan.plan import Plan, plan_site
from geo.story.current import StoryFiles, open_current
from tests.event_texts import record
from tests.publishing.site.sites import Page, resolve
from tests.story_folders import point, write_story


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """A story of one event more than two pages hold."""
    folder = tmp_path_factory.mktemp("story")
    place = point(0.5, 0.5)
    # Of a name that a page of the list would have, were it there.
    names = ["list", *(f"event-{number}" for number in range(2 * paged_lists.MOST_ROWS))]
    write_story(folder, *(record(name, geometry=place, verification="verified") for name in names))
    return plan_site(open_current(StoryFiles(folder)))


def _pages(files: Iterator[tuple[str, object]]) -> dict[str, Page]:
    return {path: Page(content) for path, content in files if isinstance(content, bytes)}


def test_each_event_is_in_one_page_of_the_list_and_every_page_leads_to_all(plan: Plan) -> None:
    pages = _pages(write_events_pages(plan))
    assert list(pages) == ["events/index.html", "list/2/index.html", "list/3/index.html"]
    found = [
        resolve(path, link["href"])
        for path, page in pages.items()
        for link in page.find("a")
        if link["href"].startswith("../") and "aria-current" not in link
    ]
    events = {plan.event_path(event) for event in plan.folders}
    assert sorted(path for path in found if path in events) == sorted(events)
    for path, page in pages.items():
        others = {resolve(path, link["href"]) for link in page.find("a")}
        assert pages.keys() <= others
        assert len(page.text) < 200_000


def test_where_record_and_rule_differ_is_split_too_and_counted_once(plan: Plan) -> None:
    pages = _pages(write_claims_pages(plan))
    assert list(pages) == ["claims/index.html", "claims/2/index.html", "claims/3/index.html"]
    first, *others = pages.values()
    assert "1,001 of 1,001 events" in first.text
    assert all("1,001 of 1,001 events" in page.text for page in others)
    assert all("differences 501 to 1,000" in page.text for page in pages.values())
    rows = [len(page.find("th", scope="row")) for page in others]
    assert rows == [500, 1]
    (link, *_) = [one for one in others[0].find("a") if "events/event" in one["href"]]
    assert resolve("claims/2/index.html", link["href"]) in {
        plan.event_path(event) for event in plan.folders
    }


def test_each_correction_is_on_one_page_the_newest_first(tmp_path: Path) -> None:
    write_story(tmp_path, record("port", geometry=point(0.5, 0.5)))
    same = {"event": "port", "field": "note", "was": "x", "is": "y"}
    lines = [
        same | {"date": day, "why": f"Reason {number} of {count}."}
        for day, count in {"2024-05-14": 300, "2024-05-15": 701}.items()
        for number in range(count)
    ]
    (tmp_path / "corrections.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in lines))
    pages = _pages(write_corrections_pages(plan_site(open_current(StoryFiles(tmp_path)))))
    assert list(pages) == [
        "corrections/index.html",
        "corrections/2/index.html",
        "corrections/3/index.html",
    ]
    found = [re.findall(r"Reason \d+ of \d+\.", page.text) for page in pages.values()]
    assert [len(one) for one in found] == [500, 500, 1]
    assert sorted(chain(*found)) == sorted(one["why"] for one in lines)
    assert [one[-4:-1] for one in chain(*found)] == ["701"] * 701 + ["300"] * 300
    for path, page in pages.items():
        assert "1,001 corrections have been made" in page.text
        assert "15 May 2024 to 14 May 2024" in page.text
        assert "events/port/index.html" in {resolve(path, one["href"]) for one in page.find("a")}


def test_a_small_record_has_one_page_without_links_to_others(plan: Plan) -> None:
    events = plan.view.record.events.head(0)
    view = replace(
        plan.view,
        current=replace(plan.view.current, record=replace(plan.view.record, events=events)),
    )
    pages = _pages(write_events_pages(replace(plan, view=view)))
    assert list(pages) == ["events/index.html"]
    assert "This record has no events." in pages["events/index.html"].text
    assert "Pages of this list" not in str(pages["events/index.html"].tags)


SILENT = {"claims": [], "killed": {}, "injured": {}, "attribution": "unclaimed"}


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], "This record has no events yet, and no statements."),
        (["silent"], "No statement is on record yet."),
    ],
)
def test_where_nothing_is_said_the_page_says_so(
    tmp_path: Path, names: list[str], words: str
) -> None:
    write_story(tmp_path, *(record(name, geometry=point(0.5, 0.5), **SILENT) for name in names))
    plan = plan_site(open_current(StoryFiles(tmp_path)))
    [page] = _pages(write_claims_pages(plan)).values()
    assert words in page.text
    assert "0 s" not in page.text
    assert page.find("table") == []
    assert ("disagree" in page.text) == bool(names)
