"""Dates one way on every page: 3 May 2023. Files and links have ISO 8601."""

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.cli.main import main
from tests.event_texts import record
from tests.pages.opening import open_app, words_of
from tests.story_folders import point, write_story

MONTHS = "January February March April May June July August September October November December"
OTHER_WAYS = re.compile(
    r"\d{4}-\d\d-\d\d|\d{4}-\d\d\b(?!-)|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b"
    # American order, or a month cut short.
    rf"|\b(?:{MONTHS.replace(' ', '|')}) \d{{1,2}}\b(?!\d)"
    r"|\b\d{1,2} (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)


@pytest.fixture
def story(tmp_path: Path, serve_story: Callable[[Path], None]) -> Path:
    """Serve a story with two versions, a correction with dates, and events of all precisions."""
    folder = tmp_path / "story"
    first = record("port", geometry=point(2, 0.5))
    write_story(folder, first, as_of="2023-06-01")
    assert main(["version", "--story", str(folder)]) == 0
    vague = record(
        "bay",
        geometry=point(2, 0.7),
        time_precision="month",
        start="2023-05-01T00:00+03:00",
        end="2023-06-01T00:00+03:00",
    )
    write_story(folder, record("port", geometry=point(2, 0.6)), vague, as_of="2023-06-09")
    assert main(["version", "--story", str(folder)]) == 0
    line = {
        "date": "2023-06-02",
        "event": "port",
        "field": "start",
        "was": "2023-05-03T00:00:00+03:00",
        "is": "2023-05-03T02:27:00+03:00",
        "why": "The Herald of 2023-05-04 has the hour.",
    }
    (folder / "corrections.jsonl").write_text(json.dumps(line), "utf-8")
    serve_story(folder)
    return folder


def read_visible(app: AppTest) -> str:
    """Return what a reader sees in our templates and in the widgets, without addresses."""
    text = unescape(re.sub(r"<(style|script)\b.*?</\1>|<[^>]+>", " ", words_of(app), flags=re.S))
    widgets = [*app.text_input, *app.selectbox, *app.markdown, *app.caption]
    shown = [f"{getattr(one, 'label', '')} {one.value}" for one in widgets]
    return re.sub(r"\S*[?&=]\S*", "", " ".join([text, *shown]))


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("map", {"event": "port"}),
        ("map", {"event": "bay", "known": "2023-05-03T12:00"}),
        ("map", {"from": "2023-05-01", "to": "2023-05-31", "changed": "2023-06-09"}),
        ("claims", {"event": "port", "known": "2023-05-04"}),
        ("claims", {}),
        ("analysis", {"compare": "2023-01-01..2023-02-01"}),
        ("method", {"changed": "2023-06-09"}),
    ],
)
@pytest.mark.usefixtures("story")
def test_a_page_writes_dates_as_3_may_2023(page: str, query: dict[str, str | list[str]]) -> None:
    app = open_app(page, query)
    assert not app.exception
    seen = read_visible(app)
    assert len(seen.split()) > 20
    assert not {seen[max(0, m.start() - 40) : m.end() + 20] for m in OTHER_WAYS.finditer(seen)}
