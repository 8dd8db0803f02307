"""Corrections in words: what was and what is, as a reader would say it, and never as code."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from geo.publishing.templates import load_templates
from geo.story.correction_files import read_corrections
from geo.story.correction_words import describe_values
from geo.story.corrections import Correction
from geo.story.story_file import Story, read_story
from tests.shipped_record import DATA
from tests.story_folders import write_story

SOURCE: JsonValue = {
    "id": "s4",
    "publisher": "Lau Herald",
    "title": "Шум над портом",
    "url": "https://herald.example/1",
    "date": "2023-02-28",
    "origin": None,
    "is_party": False,
}
CLAIM: JsonValue = {
    "id": "c3",
    "stance": "claims_responsibility",
    "about": ["occurrence", "time"],
    "basis": "media_report",
    "side": "media",
    "actor": {"name": "Ana Lau", "role": "harbour master", "via": "to the Herald"},
    "said_at": None,
    "said_at_precision": None,
    "summary": "The crane was ours.",
    "source": "s4",
}
CLAIM_WORDS = "Ana Lau, harbour master, to the Herald, claims responsibility: The crane was ours."
SHIPPED = read_story(DATA)
# Paths that know their values, and some that do not.
PATHS = ("claims.+", "claims.c1", "claims.c1.actor", "claims.c1.about", "claims.c1.accuses")
MORE_PATHS = ("sources.+", "sources", "killed", "verification", "geometry", "id", "odd")
# Without the marks of code, whatever is made of a value has none of its own.
MARKS = "{}[]'\"\\"
TEXTS = st.text(st.characters(exclude_characters=MARKS, codec="utf-8"), max_size=20)
NAMES = TEXTS | st.sampled_from([*CLAIM, *SOURCE, "name", "low", "best", "kind"])  # type: ignore[misc]
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS
VALUES = st.recursive(
    LEAVES | st.sampled_from([SOURCE, CLAIM]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=12,
)


def correction(field: str, was: JsonValue, is_: JsonValue) -> Correction:
    return Correction.model_validate(
        {"date": "2023-06-02", "event": "port", "field": field, "was": was, "is": is_, "why": "."}
    )


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return read_story(write_story(tmp_path_factory.mktemp("story")))


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("sources.+", SOURCE, "Lau Herald, Шум над портом, 28 February 2023"),
        ("sources.+", {"publisher": "Herald", "title": None}, "Herald, untitled, undated"),
        ("sources", [SOURCE, {"publisher": "Post", "title": "x", "date": "2023"}],
         "Lau Herald, Шум над портом, 28 February 2023; Post, x, 2023"),
        ("claims.+", CLAIM, CLAIM_WORDS),
        ("claims.c1.actor", {"name": "Official", "named": False}, "Official, not named"),
        ("claims.c1.about", ["occurrence", "perpetrator"], "What happened, Who did it"),
        ("claims.c1.said_at_precision", "part_of_day", "Part of a day"),
        ("claims.c1.source", "s4", "s4"),
        ("verified_aspects", [], "none"),
        ("damage", "", "not recorded"),
        ("killed", {"low": 2, "best": 3, "high": 4, "claim": "c3"},
         "3 (2 to 4), resting on statement c3"),
        ("killed", {"low": 3, "best": 2, "high": 1, "claim": None}, "low 3; best 2; high 1"),
        ("killed", 0, "0"),
        ("radius_m", 80000, "80000"),
        ("geometry", [33.4, -53.02], "33.4, -53.02"),
        ("sources.s1.is_party", True, "yes"),
        ("verification", "partly_verified", "Partly verified"),
        ("place", "it's {odd}: \u202e<b>\U0001f9ff", "it's {odd}: \u202e<b>\U0001f9ff"),
        ("odd", {"a_b": {"c": [1, {"d": None}]}}, "a b c 1; none"),
    ],
)  # fmt: skip
def test_a_value_is_said_in_words(field: str, value: JsonValue, words: str, story: Story) -> None:
    said = dict(describe_values(correction(field, "before", value), story))
    assert said == {"was": "before", "is": words}


@pytest.mark.parametrize(
    ("field", "was", "is_", "names"),
    [
        ("sources.+", None, SOURCE, ["is"]),
        ("claims.c9", None, CLAIM, ["is"]),
        ("claims.c9", CLAIM, None, ["was", "is"]),
        ("claims.c9.actor", None, {"name": "Ana Lau"}, ["was", "is"]),
        ("killed", None, {"low": 1, "best": 1, "high": 1, "claim": None}, ["was", "is"]),
        ("damage", None, "A roof", ["was", "is"]),
        ("damage", 0, "A roof", ["was", "is"]),
        ("place", None, None, []),
    ],
)
def test_what_was_added_has_no_was_and_what_nobody_recorded_is_not_said(
    field: str, was: JsonValue, is_: JsonValue, names: list[str], story: Story
) -> None:
    assert [name for name, _ in describe_values(correction(field, was, is_), story)] == names


@given(st.sampled_from(PATHS + MORE_PATHS), VALUES, VALUES)
def test_no_value_is_said_as_code(field: str, was: JsonValue, is_: JsonValue) -> None:
    for _, words in describe_values(correction(field, was, is_), SHIPPED):
        # The one mark that a label may have is its apostrophe.
        assert not set(words) & set('{}[]"\\'), words
        assert "': " not in words
        assert words


def test_values_are_escaped_on_the_page(story: Story) -> None:
    template = load_templates(Path(__file__).parents[2] / "ui/templates").get_template(
        "method/corrections.html"
    )
    one = correction("place", None, "<script>")
    text = template.render(corrections=[one], story=story)
    assert "is: <bdi>&lt;script&gt;</bdi>" in text
    assert "was: <bdi>not recorded</bdi>" in text


def test_no_shipped_correction_shows_a_brace() -> None:
    shown = {
        (one.event, one.field, words)
        for one in read_corrections(DATA)
        for _, words in describe_values(one, SHIPPED)
        if set(words) & set("{}[]") or not words.strip()
    }
    assert not shown
