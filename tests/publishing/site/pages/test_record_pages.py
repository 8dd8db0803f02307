"""The pages of a record as a whole, of many events, of one and of none."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from geo.publishing.site.plan.plan import plan_site
from geo.story.current import StoryFiles, open_current
from tests.event_texts import record
from tests.publishing.site.sites import BASE, Page, build
from tests.story_folders import point, write_story


@pytest.mark.parametrize("count", [0, 1])
def test_a_story_of_no_event_and_of_one_has_a_site(tmp_path: Path, count: int) -> None:
    # Its event may lie near a pole and the 180th meridian.
    write_story(tmp_path, *[record("bridge", geometry=point(179.9, 89.9))][:count])
    site = build(plan_site(open_current(StoryFiles(tmp_path)), BASE))
    events = [path for path in site if re.fullmatch(r"events/.+/index\.html", path)]
    assert len(events) == count
    assert "Earlier" not in "".join(Page(site[path]).text for path in events)


def write_one(folder: Path) -> Path:
    """Write a story of one event, one statement and a briefing of one step."""
    write_story(folder, record("port", geometry=point(2, 0.5)))
    says = {"text": "The governor said that saboteurs had killed a guard.", "rests_on": ["port#c1"]}
    step = {"id": "night", "headline": "What the governor says", "sentences": [says]}
    (folder / "briefings").mkdir()
    text = json.dumps({"title": "The port", "steps": [step]})
    (folder / "briefings" / "port.json").write_text(text, encoding="utf-8")
    return folder


def read_words(page: bytes) -> str:
    """All that a page says: its text, and what it says of itself and of its pictures."""
    read = Page(re.sub(rb"<(script|style)\b.*?</\1>", b"", page, flags=re.S))
    said = [has.get(name, "") for _, has in read.tags for name in ("content", "alt", "aria-label")]
    return " ".join(" ".join([read.text, *said]).split())


def test_one_of_a_kind_is_counted_as_one(tmp_path: Path) -> None:
    site = build(plan_site(open_current(StoryFiles(write_one(tmp_path / "story"))), BASE))
    pages = {path: read_words(page) for path, page in site.items() if path.endswith(".html")}
    many = r"events|statements|claims|charts|speakers|sources|steps|corrections|days|pages|rows"
    for path, words in pages.items():
        assert not re.search(rf"(?<![\d.,:])1 (?:\w+ )?(?:{many})\b", words), path
    assert "1 statement on 1 event, as of" in pages["index.html"]
    assert "Map of the one event of the record" in pages["index.html"]
    assert "charts of the one event." in pages["analysis/index.html"]
    assert "In 1 step: What" in pages["briefing/port/index.html"]
    assert "1 of 1 event, the earliest first" in pages["downloads/briefing-port.html"]


def test_a_record_without_events_lists_none_and_names_no_day_of_them(tmp_path: Path) -> None:
    site = build(plan_site(open_current(StoryFiles(write_story(tmp_path))), BASE))
    for path in ("index.html", "events/index.html"):
        words = read_words(site[path])
        assert "This record has no events" in words
        assert not re.search(r"\b0 (events|statements)|Latest events|All 0|the latest first", words)
    updated = ET.fromstring(site["feed.xml"]).findtext("{http://www.w3.org/2005/Atom}updated")
    assert updated == "2023-06-01T00:00:00Z"
