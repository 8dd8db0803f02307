"""The word lists are those agreed on, and each word can be explained to a reader."""

import pytest

from geo.events.vocabulary import VOCABULARY, Word, label

# Written out from the table of the data model, not from the code.
AGREED = {
    "event_type": "drone_strike drone_incursion interception_debris crash missile_or_shelling "
    "sabotage_or_ied fire_or_explosion_unexplained sea_drone helicopter_strike "
    "air_strike boarding_or_seizure arrest protest cyber measure other",
    "target_type": "government military oil_or_fuel energy rail_or_bridge naval "
    "merchant_ship embassy media industrial "
    "residential airspace unknown",
    "verification": "unverified partly_verified verified disputed unverifiable false retracted",
    "verified_aspects": "place time content",
    "attribution": "unclaimed claimed accused_denied accused_no_answer contested established",
    "workflow": "draft in_review published withdrawn",
    "stance": "asserts accuses claims_responsibility denies neither_confirms_nor_denies "
    "cannot_verify urges_caution alleges_staged corroborates contradicts withdraws",
    "about": "occurrence perpetrator intent casualties damage time place response",
    "basis": "witnessed official_statement visual_evidence document anonymous_official "
    "analyst_inference media_report not_stated",
    "location_precision": "exact vicinity locality town district region country unknown "
    "sea_or_airspace not_stated",
    "time_precision": "minute hour part_of_day day days week month months year years",
    "actor_kind": "person office outlet witness group analyst",
    "kind": "incident context",
}
EVERY_WORD = [
    (field, name, word) for field in VOCABULARY for name, word in VOCABULARY[field].items()
]


def test_the_words_are_those_agreed_on_and_in_that_order() -> None:
    assert {field: " ".join(words) for field, words in VOCABULARY.items()} == AGREED


@pytest.mark.parametrize(("field", "name", "word"), EVERY_WORD)
def test_a_word_has_a_short_label_and_one_sentence(field: str, name: str, word: Word) -> None:
    assert label(field, name) == word.label
    assert word.label[0].isupper()
    assert len(word.label) <= 28
    assert word.meaning[0].isupper()
    assert word.meaning.endswith(".")
    assert ". " not in word.meaning


def test_no_two_words_of_a_field_share_a_label() -> None:
    for words in VOCABULARY.values():
        assert len({word.label for word in words.values()}) == len(words)


@pytest.mark.parametrize(("field", "word"), [("group", "kremlin"), ("stance", "shouts"), ("", "")])
def test_an_unknown_word_is_its_own_label(field: str, word: str) -> None:
    assert label(field, word) == word


def test_the_lists_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        VOCABULARY["kind"]["rumour"] = Word("Rumour", "Hearsay.")  # type: ignore[index]
