"""The page that imports, with a real file in a real browser, from the drop to the last click."""

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geo.cli.main import main
from tests.browser.map_page import describe, wait_for_map
from tests.browser.opening import OpenPage
from tests.browser.running_app import running
from tests.browser.waiting import wait_until

SAMPLE = Path(__file__).parents[1] / "data" / "import" / "incidents-google.csv"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "fires"
    assert main(["new", str(folder), "--title", "Fires", "--zone", "Asia/Aden"]) == 0
    return folder


@pytest.fixture
def desk(folder: Path) -> Iterator[str]:
    with running(STORY=str(folder), DESK="1") as address:
        yield address


def answer(page: Page, question: str, choice: str) -> None:
    """Answer a question of the page by keyboard."""
    group = page.get_by_role("radiogroup", name=question)
    group.get_by_role("radio", name=choice).focus()
    page.keyboard.press("Space")


def test_a_dropped_file_is_answered_looked_at_downloaded_and_added(
    desk: str, folder: Path, open_page: OpenPage
) -> None:
    page = open_page(f"{desk}/import", 390, 800)
    page.locator("input[type=file]").set_input_files(SAMPLE)
    expect(page.get_by_text("21 give an event, 12 need an answer, 5 rejected")).to_be_visible()
    answer(page, "is the day or the month first", "the day is first")
    # Three rows waited for the order of day and month alone.
    expect(page.get_by_text("24 give an event, 9 need an answer, 5 rejected")).to_be_visible()
    answer(page, "of which year", "2023")
    answer(page, "midnight, or a time that is not known", "the time is not known")
    expect(page.get_by_text("33 give an event, 0 need an answer, 5 rejected")).to_be_visible()

    wait_for_map(page)
    wait_until(page, lambda: describe(page)["total"] == 33, "the map shows the events")
    assert "countries" in " ".join(describe(page)["base"]["layers"])
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    with page.expect_download() as download:
        page.get_by_role("button", name="Download the folder of a new story").click()
    with zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes())) as bundle:
        assert download.value.suggested_filename == "incidents-google.zip"
        content = json.loads(bundle.read("incidents-google/events.geojson"))
    assert len(content["features"]) == 33

    page.get_by_role("button", name="Add to the open story, Fires").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Added to Fires")).to_be_visible()
    expect(page.get_by_text("33 added, 0 updated")).to_be_visible()
    written = json.loads((folder / "events.geojson").read_text("utf-8"))
    assert len(written["features"]) == 33
