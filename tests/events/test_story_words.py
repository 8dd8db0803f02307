"""Words for which events were rejected, and which a story may declare."""

import pytest

from geo.events.rejections import Rejection
from geo.events.story_words import describe_story_words, find_story_words


def reject(record: int, found: str, field: str = "event_type") -> Rejection:
    return Rejection(record, str(record), field, found, "one of ...")


def test_each_word_is_named_once_by_its_field() -> None:
    rejected = [
        reject(1, "'b'"),
        reject(2, '"a\'s"'),
        reject(3, "'b'"),
        reject(3, "'c'", "target_type"),
    ]
    assert find_story_words(rejected) == {"event_type": ("b", "a's"), "target_type": ("c",)}


@pytest.mark.parametrize("found", ["3", "null", "'a long text that is cut ...", "true"])
def test_what_is_no_word_is_none_that_a_story_lacks(found: str) -> None:
    assert find_story_words([reject(1, found), reject(2, "'b'", "stance")]) == {}
    assert describe_story_words([reject(1, found)]) == ""


def test_records_are_counted_and_many_words_summed_up() -> None:
    said = describe_story_words([reject(n, f"'w{n}'") for n in range(8)] + [reject(1, "'w1'")])
    assert said.startswith("8 records have words that no story declares here (event_type 'w0', ")
    assert "'w5' and 2 more)" in said
    assert said.endswith("or declare them in event_types of its story.json")
