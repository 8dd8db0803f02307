"""The guard reads English, French, Russian and Ukrainian, and knows what it cannot read."""

import pytest

from geo.claims.voices import Voices
from geo.claims.wording.doers import find_stated_doers
from geo.claims.wording.guard import find_wording_warnings
from geo.claims.wording.language import choose_language, detect_language
from geo.claims.wording.word_lists import load_word_lists
from tests.statements import VOICES


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "L’armée a attaqué le pont.", ["attaqué"]),
        ("fr", "Le maire a dit que l’armée avait attaqué le pont.", []),
        ("fr", "Un drone aurait frappé le dépôt.", []),
        ("fr", "Deux drones ont été abattus, selon le gouverneur.", []),
        ("fr", "Deux drones ont été abattus.", ["abattus"]),
        ("fr", "Le maire a parlé, mais l’armée a bombardé la gare.", ["bombardé"]),
        ("fr", "Le défilé aura lieu malgré l’attaque, a dit le maire.", ["attaque"]),
        ("fr", "C’était un attentat.", ["attentat"]),
        ("fr", "La cause n’est pas établie.", []),
        ("ru", "Армия атаковала мост.", ["атаковала"]),
        ("ru", "Мэр сообщил, что армия атаковала мост.", []),
        ("ru", "По словам мэра, два дрона были сбиты.", []),
        ("ru", "Два дрона были сбиты.", ["сбиты"]),
        ("ru", "Дрон якобы ударил по складу.", []),
        ("ru", "Это был теракт.", ["теракт"]),
        ("ru", "Мэр сказал, что было тихо, но армия обстреляла вокзал.", ["обстреляла"]),
        ("uk", "Армія атакувала міст.", ["атакувала"]),
        ("uk", "Мер повідомив, що армія атакувала міст.", []),
        ("uk", "За словами мера, два дрони були збиті.", []),
        ("uk", "Два дрони були збиті.", ["збиті"]),
        ("uk", "Дрон нібито вдарив по складу.", []),
        ("uk", "Це був теракт.", ["теракт"]),
    ],
)
def test_a_claim_stated_as_fact_is_found_in_each_language(
    language: str, text: str, words: list[str]
) -> None:
    warnings = find_wording_warnings(text, (), VOICES, language)
    assert [warning.found for warning in warnings] == words


@pytest.mark.parametrize("language", sorted(load_word_lists()))
def test_each_contested_form_of_each_language_is_found_alone(language: str) -> None:
    for listed in load_word_lists()[language].contested:
        for form in listed.forms:
            text = form.replace("*", "")
            warnings = find_wording_warnings(text, (), VOICES, language)
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


SHIPS = Voices(
    {
        "zendan": "Zendan movement",
        "us": "United Shires and its navy",
        "media": "Media",
        "strelsau": "Стрельсауская сторона",
    },
    {"zendan", "us", "strelsau"},
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Zendans attacked the Strinda, bound for Hentzau.", ["Zendans attacked"]),
        ("The Strinda was attacked by the Zendans.", ["attacked by the Zendan"]),
        ("A missile of the United Shires struck the ship.", ["United Shires struck"]),
        ("US forces sank two boats.", ["US forces sank"]),
        ("The captain said the Zendans attacked the ship.", []),
        ("The Zendans attacked the ship, the captain said.", []),
        ("The Zendans did not attack; nobody attacked us.", []),
        ("The media struck a deal.", []),
    ],
)
def test_a_party_named_as_the_doer_is_found_for_any_story(text: str, found: list[str]) -> None:
    doers = find_stated_doers(text, SHIPS, "en")
    assert [doer.found[: len(words)] for doer, words in zip(doers, found, strict=True)] == found
    assert all(text[doer.start : doer.end] == doer.found for doer in doers)


def test_a_party_is_found_in_the_letters_of_its_label() -> None:
    [doer] = find_stated_doers("Стрельсаусцы атаковали порт.", SHIPS, "ru")
    assert doer.found == "Стрельсаусцы атаковали"


def test_a_story_without_parties_has_no_doers() -> None:
    assert find_stated_doers("The Zendans attacked.", Voices(), "en") == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour was quiet.", "en"),
        ("Le port était calme dans la nuit.", "fr"),
        ("Порт и мост.", None),
        ("Это был порт.", "ru"),
        ("У порту було тихо, її не чули.", "uk"),
        ("Der Hafen und die Stadt", "de"),
        ("12:30", None),
        ("", None),
    ],
)
def test_a_language_is_known_by_letters_and_short_words(text: str, language: str | None) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("text", "stated", "problem"),
    [
        ("The harbour was quiet.", "en", ""),
        ("Harbour quiet", "en", ""),
        ("Harbour quiet", None, "text in a language that is not stated"),
        ("Der Hafen und die Stadt", None, "no word list for de"),
        ("The harbour was quiet.", "de", "no word list for de"),
        ("港は静かだった", None, "text in a language that is not stated"),
        ("港は静かだった", "en", "text in "),
        ("Порт был тих.", "en", "text in Cyrillic letters"),
        ("Le port était calme dans la nuit.", "en", "text that reads like fr"),
    ],
)
def test_what_cannot_be_read_is_never_approved(text: str, stated: str | None, problem: str) -> None:
    choice = choose_language(text, stated)
    assert choice.problem.startswith(problem)
    assert bool(choice.language) == (problem == "")
