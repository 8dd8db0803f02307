"""The charts of the analysis in a real browser, under the app's content policy."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Literal, Unpack

import pytest
from playwright.sync_api import Page, expect

from tests.browser.opening import OpenPage, Reader
from tests.browser.stories import ServedStory, only_shipped
from tests.shipped_record import RECORD

pytestmark = pytest.mark.browser

RECORDS = RECORD["features"]


def open_analysis(
    open_page: OpenPage,
    address: str,
    query: str = "",
    width: int = 1440,
    height: int = 900,
    **reader: Unpack[Reader],
) -> Page:
    """Open the page of the analysis and wait for its charts."""
    page = open_page(f"{address}/analysis?{query}", width, height, **reader)
    expect(page.locator("#api")).to_be_attached()
    expect(page.locator("svg.marks").first).to_be_visible()
    return page


def open_all_figures(
    open_page: OpenPage,
    story: ServedStory,
    width: int = 1440,
    height: int = 900,
    **reader: Unpack[Reader],
) -> Page:
    """Open the page of the analysis with two more figures than it has by itself."""
    query = f"figure=by-group&compare=group:{list(story.groups)[1]}"
    return open_analysis(open_page, story.address, query, width, height, **reader)


@pytest.mark.parametrize(
    ("story", "width", "height", "theme"),
    [
        ("shipped", 1440, 900, "light"),
        ("shipped", 1024, 768, "dark"),
        ("shipped", 390, 844, "dark"),
        ("fiji", 1024, 768, "light"),
    ],
    indirect=["story"],
)
def test_every_chart_is_drawn_and_nothing_scrolls_sideways(
    shared_page: OpenPage,
    story: ServedStory,
    width: int,
    height: int,
    theme: Literal["light", "dark"],
) -> None:
    page = open_all_figures(shared_page, story, width, height, color_scheme=theme)
    charts = page.locator("svg.marks")
    expect(charts).to_have_count(10)
    marks = charts.evaluate_all(
        "all => all.map(one => one.querySelectorAll('.mark-rect path, .mark-area path').length)"
    )
    assert all(marks)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("one => one.scrollWidth <= one.clientWidth")
    assert charts.evaluate_all(
        "all => all.every(one => one.getBoundingClientRect().right <= innerWidth)"
    )


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Auckland"])
def test_a_drag_over_the_bars_chooses_whole_months_wherever_the_reader_is(
    open_page: OpenPage, address: str, zone: str
) -> None:
    page = open_analysis(open_page, address, timezone_id=zone)
    chart = page.locator(".st-key-figure_over-time svg.marks")
    chart.scroll_into_view_if_needed()
    # The bar of May 2023 is the tallest: its number is above it.
    number_on_its_halo = chart.get_by_text("33", exact=True).last
    expect(number_on_its_halo).to_be_visible()
    number = number_on_its_halo.bounding_box()
    box = chart.bounding_box()
    assert number
    assert box
    middle, height = number["x"] + number["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(middle - 6, height)
    page.mouse.down()
    page.mouse.move(middle, height, steps=3)
    page.mouse.move(middle + 6, height, steps=3)
    page.mouse.up()
    page.wait_for_url(re.compile("from=2023-05-01&to=2023-05-31"))
    expect(page.locator(".count").first).to_contain_text("33 of")


def test_a_number_of_the_table_leads_to_its_events_on_the_map(
    open_page: OpenPage, address: str
) -> None:
    page = open_analysis(open_page, address, "cross=group,verification")
    cell = page.locator(".cross a[href*='group=kremlin']").first
    number = cell.inner_text()
    cell.click()
    page.wait_for_url(re.compile(r"/\?group=kremlin"))
    expect(page.locator(".count").first).to_contain_text(f"{number} of")


def test_numbers_and_files_are_written_when_they_are_requested(
    open_page: OpenPage, address: str
) -> None:
    page = open_analysis(open_page, address, "group=moscow_region")
    own = [each for each in RECORDS if each["properties"]["group"] == "moscow_region"]
    with page.expect_download() as numbers:
        page.locator(".st-key-figure_over-time a[download]", has_text="CSV").click()
    rows = list(csv.DictReader(io.StringIO(Path(numbers.value.path()).read_text("utf-8-sig"))))
    assert sum(int(row["definite"]) for row in rows) == len(own)
    assert "Moscow" in rows[0]["record_filter"]
    with page.expect_download() as file:
        page.get_by_role("link", name="GeoJSON").click()
    features = json.loads(Path(file.value.path()).read_text("utf-8"))["features"]
    assert {each["id"] for each in features} == {each["id"] for each in own}
    said = page.get_by_role("status").filter(has_text="GeoJSON")
    expect(said).to_have_text(f"GeoJSON: all {len(own)} events sent")


def test_a_file_that_another_process_sends_is_not_called_broken_off(
    open_page: OpenPage, address: str
) -> None:
    page = open_analysis(open_page, address, "group=moscow_region")
    # The answer of a process that does not know the ticket, without waiting for ten seconds.
    page.evaluate(
        """() => {
          const [ask, wait] = [fetch, setTimeout];
          window.fetch = (to, ...more) => String(to).includes('/api/export/progress/')
            ? Promise.resolve(Response.json({total: 0, written: 0, state: 'unknown'}))
            : ask(to, ...more);
          window.setTimeout = (act, ms, ...more) => wait(act, ms === 400 ? 1 : ms, ...more);
        }"""
    )
    with page.expect_download() as file:
        page.get_by_role("link", name="GeoJSON").click()
    assert file.value.failure() is None
    said = page.get_by_role("status").filter(has_text="GeoJSON")
    expect(said).to_contain_text("see your browser's downloads")
    expect(said).not_to_contain_text("interrupted")


@only_shipped
def test_no_number_touches_the_line_of_the_border(
    shared_page: OpenPage, story: ServedStory
) -> None:
    page = open_all_figures(shared_page, story)
    chart = page.locator(".st-key-figure_distances svg.marks")
    line = chart.locator(".mark-rule.role-mark line").bounding_box()
    assert line is not None
    for number in chart.locator(".mark-text.role-mark text").all():
        box = number.bounding_box()
        assert box is not None
        beside = box["x"] > line["x"] + line["width"] or box["x"] + box["width"] < line["x"]
        # Digits of 11 pixels are 8 high.
        assert beside or box["y"] + box["height"] / 2 + 4 < line["y"]
