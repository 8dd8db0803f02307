"""Corrections as sentences: what was added, removed or changed, without the path of a field."""

import re
from pathlib import Path

import pandas as pd
import pytest
from pydantic import JsonValue

from geo.events import read_events
from geo.publishing.templates import load_templates
from geo.story.corrections.correction import Correction
from geo.story.corrections.files import read_good_corrections
from geo.story.corrections.sentences import (
    CorrectionWords,
    describe_corrections,
    join_sentences,
)
from geo.story.story_file import Story, read_story
from tests.event_texts import record
from tests.shipped_record import DATA, READING
from tests.story_folders import write_story

CLAIM: JsonValue = {"id": "c9", "stance": "denies", "actor": "Ana Lau", "summary": "Not ours."}
SOURCE: JsonValue = {"id": "s9", "publisher": "Lau Herald", "title": None, "date": "2023-05-03"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    port = record(
        "port",
        title="A fire in the port",
        claims__0__actor={"name": "Ben Lau", "role": "mayor"},
        sources__0__publisher="The Post",
    )
    return write_story(
        tmp_path_factory.mktemp("story"), port, record("quay", title="A fire on the quay")
    )


@pytest.fixture(scope="module")
def story(folder: Path) -> Story:
    return read_story(folder)


@pytest.fixture(scope="module")
def events(folder: Path) -> pd.DataFrame:
    frame: pd.DataFrame = read_events(folder / "events.geojson").events
    return frame


def correction(field: str, was: JsonValue, is_: JsonValue, why: str = "Better.") -> Correction:
    return Correction.model_validate(
        {"date": "2023-06-02", "event": "port", "field": field, "was": was, "is": is_, "why": why}
    )


@pytest.mark.parametrize(
    ("field", "was", "is_", "what", "values"),
    [
        ("sources.+", None, SOURCE, "A source was added: Lau Herald, untitled, 3 May 2023", ()),
        ("claims.+", None, CLAIM, "A statement was added: Ana Lau, denies: Not ours.", ()),
        ("claims.+", None, None, "A statement was added", ()),
        ("claims.c9", CLAIM, None, "A statement was removed: Ana Lau, denies: Not ours.", ()),
        ("claims.c9.stance", "denies", "asserts", "A statement: the stance was changed",
         ("Denies", "Asserts")),
        ("claims.c1.summary", "Wel.", "Well.",
         "The statement by Ben Lau: the wording was changed", ("Wel.", "Well.")),
        ("claims.c1.about", ["time"], ["place"],
         "The statement by Ben Lau: what it is about was changed", ("Time", "Place")),
        ("claims.c1.source", None, "s1",
         "The statement by Ben Lau: the source was added: The Post", ()),
        ("claims.c1.also_about", ["quay"], None,
         "The statement by Ben Lau: what other events it is about was removed: "
         "“A fire on the quay”", ()),
        ("sources.s1.title", None, "Fire", "The source The Post: the title was added: Fire", ()),
        ("sources.s1.origin", "agency-1", "agency-2",
         "The source The Post: the origin was changed", ()),
        ("sources", ["s1", "s2"], ["s1"], "The list of sources was changed", ()),
        ("claims", 2, 1, "The list of statements was changed", ()),
        ("killed", None, 0, "The number of people killed was added: 0", ()),
        ("time_precision", "day", "hour", "The precision of the time was changed",
         ("Day", "Hour")),
        ("event_type", None, None, "The type of event was corrected", ()),
        ("record", None, "port", "This event was added to the record", ()),
        ("id", "port", ["port-1"], "The name of this record was changed", ()),
        ("own_mark.deep_part", "a", "b", "The own mark (deep part) was changed", ("a", "b")),
    ],
)  # fmt: skip
def test_a_correction_is_a_sentence(
    field: str,
    was: JsonValue,
    is_: JsonValue,
    what: str,
    values: tuple[str, ...],
    story: Story,
    events: pd.DataFrame,
) -> None:
    [words] = describe_corrections([correction(field, was, is_)], story, events)
    assert words.what == what
    assert words.values == tuple(zip(("was", "now"), values, strict=False))


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("c1 now says so.", "The statement by Ben Lau now says so."),
        ("It rests on statement c1, c7.", "It rests on the statement by Ben Lau, a statement."),
        ("Set to accused_no_answer.", "Set to “accused; no reply found”."),
        (
            "also_about and said_at, own_mark",
            "“what other events it is about” and “time”, own mark",
        ),
        ("Told on 2023-05-03 (Herald, 2023-05-04).", "Told on 3 May 2023 (Herald, 4 May 2023)."),
        ("Nothing to change: c-1, AN-2, http://a.example/b", None),
    ],
)
def test_a_reason_has_no_word_of_the_file(
    why: str, said: str | None, story: Story, events: pd.DataFrame
) -> None:
    [words] = describe_corrections([correction("place", None, None, why)], story, events)
    assert words.why == (why if said is None else said)
    assert join_sentences(words) == f"The place was corrected. {words.why}"


def test_no_name_is_invented_for_an_event_that_is_gone(story: Story, events: pd.DataFrame) -> None:
    one = correction("claims.c1.side", "north", "south").model_copy(update={"event": "gone"})
    [words] = describe_corrections([one], story, events)
    assert words.what == "A statement: the side was changed"
    assert words.values == (("was", "North"), ("now", "south"))
    assert describe_corrections([], story, events) == []


def test_sentences_are_escaped_on_the_page(story: Story, events: pd.DataFrame) -> None:
    template = load_templates(Path(__file__).parents[3] / "ui/templates").get_template(
        "method/corrections.html"
    )
    one = correction("place", "Port", "<script>", "<b>")
    described = describe_corrections([one], story, events)
    text = template.render(
        corrections=described, titles={"port": "<i>"}, addresses={"port": "#port"}
    )
    for words in ("now: <bdi>&lt;script&gt;</bdi>", "<bdi>&lt;b&gt;</bdi>", "<bdi>&lt;i&gt;</bdi>"):
        assert words in text


def list_texts(words: CorrectionWords) -> list[str]:
    return [words.what, words.why, *(value for _, value in words.values)]


def test_no_path_of_a_shipped_correction_reaches_a_reader() -> None:
    corrections, _ = read_good_corrections(DATA)
    described = describe_corrections(corrections, read_story(DATA), READING.events)
    assert len(described) == len(corrections) > 3000
    of_a_file = re.compile(r"\d{4}-\d\d-\d\d|[a-z]_[a-z]|\.\+|[{}]|\bc\d+\b")
    # A web address may have any character.
    shown = {
        (words.correction.field, text)
        for words in described
        for text in list_texts(words)
        if of_a_file.search(re.sub(r"https?://\S+", "", text))
        or ("." in words.correction.field and words.correction.field in text)
        or not text.strip()
    }
    assert not shown
