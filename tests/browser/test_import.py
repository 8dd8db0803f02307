"""The page that imports, with a real file in a real browser, by keyboard and on a phone."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geo.cli.main import main
from tests.browser.opening import OpenPage
from tests.browser.running_app import running

SAMPLES = Path(__file__).parents[1] / "data" / "import"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk") / "fires"
    assert main(["new", str(folder), "--title", "Fires", "--zone", "Asia/Aden"]) == 0
    return folder


@pytest.fixture(scope="module")
def desk(folder: Path) -> Iterator[str]:
    with running(STORY=str(folder), DESK="1") as address:
        yield address


def drop(page: Page, name: str) -> None:
    page.locator("input[type=file]").set_input_files(SAMPLES / name)


def test_a_dropped_table_is_added_to_the_open_story(
    desk: str, folder: Path, open_page: OpenPage
) -> None:
    page = open_page(f"{desk}/import", 390, 800)
    drop(page, "clean-simple.csv")
    expect(page.get_by_text("5 rows read, 5 give an event")).to_be_visible()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
    button = page.get_by_role("button", name="Add to the open story, Fires")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("5 added, 0 updated")).to_be_visible()
    content = json.loads((folder / "events.geojson").read_text("utf-8"))
    assert len(content["features"]) == 5


def test_a_question_is_answered_by_keyboard(desk: str, open_page: OpenPage) -> None:
    page = open_page(f"{desk}/import")
    drop(page, "incidents-google.csv")
    question = page.get_by_role("radiogroup", name="is the day or the month first")
    expect(question).to_be_visible()
    expect(page.get_by_text("12 need an answer")).to_be_visible()
    question.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    # Three rows waited for the order of day and month alone.
    expect(page.get_by_text("9 need an answer")).to_be_visible()
