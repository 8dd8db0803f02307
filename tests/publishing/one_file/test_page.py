"""The one-file page: small enough, whole, inert, and without a request in it."""

import json
from base64 import b64encode
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from geo.publishing.one_file import build_one_file
from geo.story.briefings.briefing import Briefing, Step
from geo.story.corrections.files import read_good_corrections
from geo.story.corrections.sentences import describe_corrections
from geo.story.parts.sentence import Sentence
from geo.story.view import View

DRONE = "kremlin-2023-05-03-drone-1"


HOSTILE = (
    "</script><script>hostile()</script><img src=x onerror=hostile()>{{ 7 * 7 }} <!-- @@=hostile()"
)


class Reader(HTMLParser):
    """Collects the tags, texts, scripts and styles of a page."""

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

    @cached_property
    def text(self) -> str:
        return "".join(self.texts)


@pytest.fixture(scope="module")
def page(briefing: Briefing, view: View) -> bytes:
    return build_one_file(briefing, view)


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
    rows = [row["id"] or "" for row in read.all("tr") if "id" in row]
    assert sorted(rows) == sorted(f"event-{event}" for event in view.record.events.index)
    for event in view.record.events.itertuples():
        assert event.title in read.text
        assert event.summary in read.text
        assert all(source.publisher in read.text for source in event.sources)
    corrections, _ = read_good_corrections(view.folder, view.story.corrections)
    for words in describe_corrections(corrections, view.story, view.record.events):
        assert words.why in read.text
        assert words.what.rstrip(".") in read.text
    # Five were renamed or split before the first version of the data; none is misspelt.
    assert read.text.count("An event that is no longer in the record") == 5
    assert "An event that is not in this record" not in read.text
    assert all(credit in read.text for credit in view.story.credits)
    assert view.record.about["licence"] in read.text


def test_nothing_in_it_is_read_from_elsewhere(read: Reader) -> None:
    assert [script.get("src") for script in read.all("script")] == [None, None, None]
    assert read.all("link") == read.all("img") == read.all("iframe") == read.all("form") == []
    for link in read.all("a"):
        address = link["href"] or ""
        assert address.startswith(("#", "https://", "http://"))
        assert address.startswith("#") or link["rel"] == "noopener noreferrer"


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


def test_the_data_hold_every_answer_that_the_map_needs(read: Reader) -> None:
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
    read = Reader(build_one_file(Briefing(title=HOSTILE, steps=(step,)), hostile).decode())

    assert len(read.all("script")) == 3
    assert read.all("img") == []
    assert read.text.count(HOSTILE) >= 6
    assert json.loads(read.scripts[1])["headlines"] == [HOSTILE]
