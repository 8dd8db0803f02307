"""The values of members as a reader would say them, and never as code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from geo.story.member_words.values import ValueWords, describe_value
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
NAMES_OF_IDS = {"s4": "Lau Herald", "c3": "Ana Lau", "quay": "A fire on the quay"}
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
        ("claims.c1.source", "s4", "Lau Herald"),
        ("claims.c1.source", "s9", "a source"),
        ("claims.c1.also_about", ["quay", "gone"], "A fire on the quay; another event"),
        ("verified_aspects", [], "none"),
        ("damage", "", "not recorded"),
        ("killed", {"low": 2, "best": 3, "high": 4, "claim": "c3"},
         "3 (2 to 4), resting on the statement by Ana Lau"),
        ("killed", {"low": 0, "best": 0, "high": 0, "claim": "c9"},
         "none, as stated, resting on a statement"),
        ("start", "2023-02-27T00:00:00+03:00", "27 February 2023, 00:00 (UTC+03:00)"),
        ("claims.c1.said_at", "2023-02-27", "27 February 2023"),
        ("claims.c1.distance_km", 550.0, "550 km"),
        ("killed", {"low": 3, "best": 2, "high": 1, "claim": None}, "low 3; best 2; high 1"),
        ("killed", 0, "0"),
        ("radius_m", 80000, "80 km"),
        ("radius_m", 250, "250 m"),
        ("geometry", [33.4, -53.02], "latitude -53.02, longitude 33.4"),
        ("geometry", {"type": "Point", "coordinates": [33.4, 5]}, "latitude 5, longitude 33.4"),
        ("sources.s1.is_party", True, "yes"),
        ("verification", "partly_verified", "Partly verified"),
        ("place", "it's {odd}: \u202e<b>\U0001f9ff", "it's {odd}: \u202e<b>\U0001f9ff"),
        ("odd", {"a_b": {"c": [1, {"d": None}]}}, "a b c 1; none"),
    ],
)  # fmt: skip
def test_a_value_is_said_in_words(field: str, value: JsonValue, words: str, story: Story) -> None:
    assert describe_value(value, field, ValueWords(story, NAMES_OF_IDS)) == words


@given(st.sampled_from(PATHS + MORE_PATHS), VALUES)
def test_no_value_is_said_as_code(path: str, value: JsonValue) -> None:
    words = describe_value(value, path, ValueWords(SHIPPED))
    # The one mark that a label may have is its apostrophe.
    assert not set(words) & set('{}[]"\\'), words
    assert "': " not in words
    assert words
