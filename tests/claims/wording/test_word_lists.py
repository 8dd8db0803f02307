"""Every list of each language has words, a reason, and forms that are found alone."""

import pytest

from geo.claims.wording.guard import find_wording_warnings
from geo.claims.wording.word_lists import load_word_lists
from tests.statements import SIDES


@pytest.mark.parametrize("language", sorted(load_word_lists()))
def test_each_contested_form_of_each_language_is_found_alone(language: str) -> None:
    for listed in load_word_lists()[language].contested:
        for form in listed.forms:
            text = form.replace("*", "")
            warnings = find_wording_warnings(text, (), SIDES, language)
            assert warnings, form


@pytest.mark.parametrize("language", sorted(load_word_lists()))
def test_every_list_of_each_language_has_words_and_a_reason(language: str) -> None:
    lists = load_word_lists()[language]
    for listed in (*lists.attributing, lists.trailing, lists.hedges, lists.doing, lists.breaks):
        assert listed.words
        assert listed.reason
    assert {topic for one in lists.contested for topic in one.topics} >= {
        *("occurrence", "perpetrator", "intent", "casualties", "damage", "response"),
    }
