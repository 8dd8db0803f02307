"""Every list of each language has words, a reason, and forms that are found alone."""

import pytest

from geo.claims.sides import Sides
from geo.claims.wording.guard import find_wording_warnings
from geo.claims.wording.perpetrators import find_stated_perpetrators
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


KINDS = {
    "did it": [
        ("The Zendans did it.", "did it", "Who did it is open."),
        ("The harbour guard had done it, with two boats.", "had done it", "What did it?"),
        ("A crew has done it!", "has done it", "The mayor was silent, nor did it matter."),
        ("The guard did it alone.", "did it", "The guard did it no favour."),
    ],
    "was behind": [
        ("The guard was behind the blast.", "was behind", "The shed was behind the hill."),
        ("The crews are behind it.", "are behind", "The works are behind schedule."),
        ("The guard had been behind it.", "been behind", "The boat fell behind."),
    ],
    "burnt": [
        ("Two sheds burnt.", "burnt", "A fire burnt for hours."),
        ("Two sheds burned down.", "burned down", "Sheds were seen burning."),
        ("The blaze gutted a shed.", "gutted", "A gutter was blocked."),
    ],
    "massacre": [
        ("The massacre of the crew", "massacre", "The masses of the crew"),
        ("The crew was massacred.", "massacred", "The crew was mastered."),
        ("They slaughtered the crew.", "slaughtered", "Cattle went to the slaughterhouse."),
    ],
    "blew up": [
        ("A boat blew up the pier.", "blew up", "A storm blew in."),
        ("The pier was blown up.", "blown up", "Sand was blown over the pier."),
        ("A boat is blowing up piers.", "blowing up", "Wind is blowing."),
    ],
    "took out": [
        ("The guard took out a boat.", "took out", "The guard took out a bank loan."),
        ("Boats were taken out by the guard.", "taken out", "The crew was taken out of the hold."),
    ],
    "wiped out": [
        ("The guard wiped out the crew.", "wiped out", "The guard wiped the deck."),
        ("The guard annihilated a crew.", "annihilated", "The vote was null."),
    ],
    "hit by": [
        ("A pier was hit by the guard.", "hit", "A white pier was built by the guard."),
        ("Boats hitting a pier", "hitting", "Boats whiting out a pier"),
    ],
}


@pytest.mark.parametrize(
    ("text", "found", "near"),
    [one for kind in KINDS.values() for one in kind],
)
def test_a_word_of_each_kind_is_found_and_one_near_to_it_is_not(
    text: str, found: str, near: str
) -> None:
    assert found in [one.found for one in find_wording_warnings(text, (), SIDES)]
    assert find_wording_warnings(f"The mayor said: {text}", (), SIDES) == ()
    assert find_wording_warnings(near, (), SIDES) == ()


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("The North did it.", "The North was silent, nor did it send a boat."),
        ("The North was behind the blast.", "The North is behind schedule."),
        ("The North has been behind it.", "The North fell behind."),
        ("The North burnt down a village.", "In the North sheds burnt."),
        ("A village was burnt by the North.", "A village burnt, north of the town."),
        ("The North massacred a crew.", "The North mastered a crew."),
        ("The crew was slaughtered by the North.", "Cattle is slaughtered north of the town."),
        ("The North blew up a pier.", "The North wind blew."),
        ("A pier was blown up by the North.", "A pier was blown up north of the town."),
        ("The North took out two boats.", "The North took out a loan."),
        ("Two boats were taken out by the North.", "The North had two boats taken out of service."),
        ("The North wiped out a crew.", "The North wiped a deck."),
        ("A pier was hit by the North.", "A pier was built by the North."),
    ],
)
def test_a_party_is_the_perpetrator_by_a_word_of_each_kind(text: str, near: str) -> None:
    assert find_stated_perpetrators(text, SIDES, "en")
    assert find_stated_perpetrators(f"The mayor said that {text}", SIDES, "en") == ()
    assert find_stated_perpetrators(near, SIDES, "en") == ()


@pytest.mark.parametrize(
    ("language", "text", "found", "near"),
    [
        ("fr", "La garde a fait le coup.", "fait le coup", "La garde a fait le tour."),
        ("fr", "La garde a massacré un équipage.", "massacré", "La garde est massive."),
        ("fr", "La garde fit exploser un pont.", "fit exploser", "Il y eut une explosion."),
        ("fr", "Un hangar a été brûlé.", "brûlé", "Un feu couve dans un hangar."),
        ("fr", "La garde a anéanti un équipage.", "anéanti", "La garde est anonyme."),
        ("ru", "Это сделала охрана.", "Это сделала", "Охрана сделала это заявление."),
        ("ru", "Охрана сделала это.", "сделала это", "Охрана сделала заявление."),
        ("ru", "В порту была бойня.", "бойня", "В порту была бочка."),
        ("ru", "Склад сгорел.", "сгорел", "Склад горел."),
        ("ru", "Охрана вывела из строя катер.", "вывела из строя", "Охрана вывела катер."),
        ("ru", "Мост был взорван.", "взорван", "На мосту был взрыв."),
        ("uk", "Це зробила охорона.", "Це зробила", "Охорона зробила це повідомленням."),
        ("uk", "Охорона зробила це.", "зробила це", "Охорона зробила огляд."),
        ("uk", "У порту була різанина.", "різанина", "У порту була різниця."),
        ("uk", "Склад згорів.", "згорів", "Склад горів."),
        ("uk", "Охорона вивела з ладу катер.", "вивела з ладу", "Охорона вивела катер."),
        ("uk", "Міст висаджено у повітря.", "висаджено у повітря", "Дерево висаджено біля мосту."),
    ],
)
def test_the_same_kinds_are_found_in_each_language(
    language: str, text: str, found: str, near: str
) -> None:
    assert [one.found for one in find_wording_warnings(text, (), SIDES, language)] == [found]
    assert find_wording_warnings(near, (), SIDES, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "near"),
    [
        ("fr", "Le Nord a massacré un équipage.", "Le Nord a mastiqué."),
        ("fr", "Un pont a été touché par le Nord.", "Le Nord a touché un salaire."),
        ("fr", "Le Nord était derrière le coup.", "Le Nord a un arrière-pays."),
        ("ru", "Север сделал это.", "Север сделал это заявление."),
        ("ru", "Север сжёг склад.", "Север сжал кулак."),
        ("uk", "Північ зробила це.", "Північ зробила це повідомлення."),
        ("uk", "Північ спалила склад.", "Північ спала."),
    ],
)
def test_a_party_is_the_perpetrator_in_each_language(language: str, text: str, near: str) -> None:
    labels = {"fr": "Nord", "ru": "Север", "uk": "Північ"}
    sides = Sides({"party": labels[language]}, {"party"})
    assert find_stated_perpetrators(text, sides, language)
    assert find_stated_perpetrators(near, sides, language) == ()
