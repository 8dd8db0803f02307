"""Every page opens with a file of events of which records are rejected, even all of them."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.events import EventSource
from geo.story.current import StoryFiles
from tests.event_texts import collection, record
from web.settings import settings
from web.story.current import CurrentRecord

ROOT = Path(__file__).parents[2]
CASE = ROOT / "tests/data/unknown_member_and_contradiction.geojson"
PAGES = sorted(path.name for path in (ROOT / "pages").glob("*.py"))


def open_page(page: str, events: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the words of a page that reads this file of events; it raises nothing."""
    monkeypatch.setenv("EVENTS", str(events))
    settings.cache_clear()
    app = AppTest.from_file(str(ROOT / "ui/shell.py"), default_timeout=120)
    app = app.switch_page(f"../pages/{page}").run()
    assert not app.exception
    return " ".join(element.proto.body for element in app.get("html"))


@pytest.mark.parametrize("page", PAGES)
def test_a_contradiction_beside_an_unknown_member_breaks_no_page(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_page(page, CASE, monkeypatch)


@pytest.mark.parametrize("page", ["map.py", "method.py"])
def test_readers_see_how_many_records_were_rejected_and_none_of_their_content(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = open_page(page, CASE, monkeypatch)
    assert "2 of 4 events could not be read and are not shown" in words
    assert "contradiction" not in words


def test_operators_see_which_records_were_rejected(caplog: pytest.LogCaptureFixture) -> None:
    source = EventSource.from_name(CASE)
    CurrentRecord(StoryFiles(ROOT / "data", events=source)).open()
    assert "record 1 (contradiction), killed.claim: found" in caplog.text


@pytest.mark.parametrize("page", PAGES)
def test_a_file_without_a_good_record_breaks_no_page(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "events.geojson"
    path.write_bytes(collection(record("bad", tz="Mars")))
    open_page(page, path, monkeypatch)
