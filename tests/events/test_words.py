"""Lists of words, with those that a story adds."""

import pytest

from geo.events.words import Vocabulary, Word, describe_wanted_word

DENIES, OTHER, MET = (Word(name, f"{name}.") for name in ("Denies", "Other", "Met"))
SHARED = Vocabulary({"stance": {"denies": DENIES}, "event_type": {"other": OTHER}})


def test_own_words_come_first_and_repeat_none() -> None:
    own = {"event_type": {"met": MET, "other": OTHER}}
    whole = SHARED.extend(own, {"event_type": "event_types"})
    assert list(whole["event_type"].items()) == [("met", MET), ("other", OTHER)]
    assert (whole.label("event_type", "met"), SHARED.label("event_type", "met")) == ("Met", "met")
    assert list(whole) == list(SHARED) == ["stance", "event_type"]


def test_words_that_are_equal_are_one_key_of_what_is_cached() -> None:
    again = Vocabulary({"event_type": {"other": OTHER}, "stance": {"denies": DENIES}})
    assert (again, hash(again)) == (SHARED, hash(SHARED))
    more = SHARED.extend({"event_type": {"met": MET}}, {})
    assert more != SHARED
    assert hash(more) != hash(SHARED)


def test_what_is_wanted_names_the_nearest_word_and_where_a_story_declares_its_own() -> None:
    whole = SHARED.extend({}, {"event_type": "event_types"})
    assert whole.describe_wanted("stance", "denys") == "one of denies (did you mean 'denies'?)"
    assert whole.describe_wanted("event_type", 3) == (
        "one of other; a word of the story's own is declared in event_types of story.json"
    )


@pytest.mark.parametrize(
    # 7 of 10 letters of both are the same, and 6 of 9: less than seven tenths.
    ("word", "found", "is_near"),
    [("lighthouse", "lighthoxyz", True), ("shipyards", "shipyaxyz", False)],
)
def test_a_word_was_meant_where_seven_tenths_of_the_letters_are_the_same(
    word: str, found: str, is_near: bool
) -> None:
    assert describe_wanted_word([word], found) == f"one of {word}" + (
        f" (did you mean '{word}'?)" if is_near else ""
    )


@pytest.mark.parametrize(("field", "word"), [("none", "denies"), ("stance", "none")])
def test_anything_but_a_word_is_its_own_label(field: str, word: str) -> None:
    assert SHARED.label(field, word) == word
