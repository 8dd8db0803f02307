"""The one-file page: small enough, whole, inert, and without a request in it."""

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from geo.__main__ import main
from geo.publishing.one_file.page import lighter, one_file
from geo.story.briefing import Briefing, Sentence, Step, read_briefing
from geo.story.corrections import read_corrections
from geo.story.view import View, open_view
from tests.event_texts import record
from tests.story_folders import write_story

DATA = Path(__file__).parents[1] / "data"
DRONE = "kremlin-2023-05-03-drone-1"
HOSTILE = (
    "</script><script>hostile()</script><img src=x onerror=hostile()>{{ 7 * 7 }} <!-- @@=hostile()"
)


class Reader(HTMLParser):
    """Gathers what a page is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self._gather = {"script": self.scripts, "style": self.styles}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self._gather.get(self.tags[-1][0] if self.cdata_elem else "", self.texts).append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def text(self) -> str:
        return "".join(self.texts)


@pytest.fixture(scope="module")
def view() -> View:
    return open_view(DATA)


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return read_briefing(DATA, "kremlin")


@pytest.fixture(scope="module")
def page(briefing: Briefing, view: View) -> bytes:
    return one_file(briefing, view)


@pytest.fixture(scope="module")
def read(page: bytes) -> Reader:
    return Reader(page.decode())


def test_the_file_has_at_most_six_megabytes(page: bytes) -> None:
    assert len(page) <= 6_000_000


def test_every_step_event_correction_and_credit_is_in_it(
    read: Reader, briefing: Briefing, view: View
) -> None:
    for step in briefing.steps:
        assert step.headline in read.text
        assert all(sentence.text in read.text for sentence in step.all_sentences)
    rows = [row["id"] for row in read.all("tr") if "id" in row]
    assert sorted(rows) == sorted(f"event-{event}" for event in view.record.events.index)
    for event in view.record.events.itertuples():
        assert event.title in read.text
        assert event.summary in read.text
        assert all(source.publisher in read.text for source in event.sources)
    for correction in read_corrections(DATA / view.story.corrections):
        assert correction.why in read.text
    assert all(credit in read.text for credit in view.story.credits)
    assert view.record.about["licence"] in read.text


def test_nothing_in_it_is_read_from_elsewhere(read: Reader) -> None:
    assert [script.get("src") for script in read.all("script")] == [None, None, None]
    assert read.all("link") == read.all("img") == read.all("iframe") == read.all("form") == []
    assert all(
        link["href"].startswith(("#", "https://", "http://"))
        and ("#" in link["href"][:1] or link["rel"] == "noopener noreferrer")
        for link in read.all("a")
    )


def test_the_policy_allows_these_scripts_and_styles_and_no_request(read: Reader) -> None:
    [policy] = [
        meta["content"] or ""
        for meta in read.all("meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))

    def digest(text: str) -> str:
        return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

    bundle, _, module = read.scripts
    assert rules["default-src"] == "'none'"
    assert rules["script-src"].split() == [digest(bundle), digest(module)]
    assert rules["style-src"].split() == [digest("".join(read.styles))]
    assert rules["connect-src"] == "data: blob:"
    assert "unsafe" not in policy


def test_no_element_carries_a_style_or_a_handler_that_the_policy_would_stop(read: Reader) -> None:
    assert [
        name
        for _, attributes in read.tags
        for name in attributes
        if name == "style" or name.startswith("on")
    ] == []


def test_the_data_hold_every_answer_that_the_map_asks_for(read: Reader) -> None:
    content = json.loads(read.scripts[1])
    layers = [
        *(layer for theme in content["base"].values() for layer in theme),
        *(layer for step in content["steps"] for layer in step["light"]["selection"]),
    ]
    asked = {layer["data"] for layer in layers if isinstance(layer["data"], str)}
    asked |= {
        step[theme][name]
        for step in content["steps"]
        for theme in ("light", "dark")
        for name in ("rows", "facets", "style")
    }
    assert asked == set(content["answers"])
    assert len(content["answers"]) >= 6
    assert all(
        layer["iconAtlas"].startswith("data:image/png;base64,")
        for layer in layers
        if "iconAtlas" in layer
    )


def test_hostile_text_is_shown_as_text(view: View) -> None:
    events = view.record.events.copy()
    for column in ("title", "summary", "place", "doubt"):
        events.loc[DRONE, column] = HOSTILE
    current = replace(view.current, record=replace(view.record, events=events))
    hostile = replace(view, current=current)
    sentence = Sentence(text=HOSTILE, rests_on=(DRONE,))
    step = Step(id="one", headline=HOSTILE, sentences=(sentence,), view=f"event={DRONE}")
    read = Reader(one_file(Briefing(title=HOSTILE, steps=(step,)), hostile).decode())

    assert len(read.all("script")) == 3
    assert read.all("img") == []
    assert read.text.count(HOSTILE) >= 6
    assert json.loads(read.scripts[1])["headlines"] == [HOSTILE]


def test_a_lighter_map_has_one_drawing_of_each_part_for_all_zooms(view: View) -> None:
    from geo.drawing.basemap import read_basemap

    full = read_basemap(view.story.basemap, DATA, view.record.borders[0])
    light = lighter(full)
    parts = [sheet.part for sheet in light.sheets]
    assert parts == list(dict.fromkeys(sheet.part for sheet in full.sheets))
    assert all(sheet.max_zoom == 24.0 for sheet in light.sheets)
    assert {sheet.part: sheet.min_zoom for sheet in light.sheets} == {
        part: min(sheet.min_zoom for sheet in full.sheets if sheet.part == part) for part in parts
    }
    assert sum(len(sheet.geojson) for sheet in light.sheets) < 700_000
    assert light.places == full.places


def test_the_shell_writes_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = write_story(tmp_path / "story", record()), tmp_path / "bridge.html"
    step = {
        "id": "one",
        "headline": "A blast is reported",
        "sentences": [{"text": "A governor reported a blast.", "rests_on": ["bridge"]}],
        "view": "event=bridge",
    }
    (folder / "briefings").mkdir()
    (folder / "briefings" / "bridge.json").write_text(json.dumps({"title": "B", "steps": [step]}))

    def told(name: str, out: Path) -> int:
        return main(["briefing", name, "--out", str(out), "--story", str(folder)])

    assert told("bridge", out) == 0
    assert re.match(rb"\s*<!doctype html>.*A blast is reported", out.read_bytes(), re.DOTALL)

    assert told("../story", out) == 1
    assert told("bridge", tmp_path / "none" / "x.html") == 1
    assert "cannot be written" in capsys.readouterr().err
