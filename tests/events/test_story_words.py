"""Words for which events were rejected, and which a story may declare."""

import pytest

from geo.events import parse_events
from geo.events.rejections import Rejection
from geo.events.story_words import describe_story_words, find_story_words
from tests.event_texts import collection, record


def reject(*records: dict[str, object]) -> tuple[Rejection, ...]:
    return parse_events(collection(*records)).rejected


def test_each_word_is_named_once_by_its_field() -> None:
    rejected = reject(
        record("e1", event_type="b"),
        record("e2", event_type='a\'s "b"'),
        record("e3", event_type="b", target_type="c"),
    )
    words = {"event_type": ("b", 'a\'s "b"'), "target_type": ("c",)}
    assert find_story_words(rejected) == words


@pytest.mark.parametrize("word", [3, "a long text that is cut " * 9, True, ["b"]])
def test_a_text_that_is_not_a_word_is_not_missing_from_a_story(word: object) -> None:
    rejected = reject(record("e1", event_type=word), record("e2", claims__0__stance="b"))
    assert len(rejected) == 2
    assert find_story_words(rejected) == {}
    assert describe_story_words(rejected) == ""


def test_a_misspelt_member_beside_the_properties_is_not_a_word() -> None:
    beside = record("e1") | {"event_tpye": "b", "event_type": "c"}
    assert find_story_words(reject(beside)) == {}


def test_records_are_counted_and_many_words_summed_up() -> None:
    words = [f"w{n}" for n in range(8)] + ["w1"]
    said = describe_story_words(
        reject(*(record(f"e{n}", event_type=word) for n, word in enumerate(words)))
    )
    assert said.startswith("9 records have words that no story declares here (event_type 'w0', ")
    assert "'w5' and 2 more)" in said
    assert said.endswith("or declare them in event_types of its story.json")
