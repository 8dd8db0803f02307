"""The wording guard: what a text may not state as fact, and what it may."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import geo.claims.wording.guard
from geo.claims import format_attribution_line
from geo.claims.wording.guard import find_wording_warnings
from geo.claims.wording.word_lists import list_languages
from tests.claims.wording.contested import CONTESTED, find_words
from tests.statements import SIDES

LISTS = {
    path.stem: json.loads(path.read_text("utf-8"))
    for path in (Path(geo.claims.wording.guard.__file__).parent / "lists").glob("*.json")
}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ruritanian drones attacked the palace.", ["Ruritanian drones", "attacked"]),
        ("Two drones were shot down.", ["shot down"]),
        ("The king survived an assassination attempt.", ["assassination attempt"]),
        ("The attack on the palace, which Strelsau called terrorism, shook the city.", ["attack"]),
        ("Attack on the palace denied by Zenda", ["Attack"]),
        ("The palace said it was quiet, but Ruritania attacked the king.", ["attacked"]),
        ("The palace said it was quiet; Ruritania attacked the king.", ["attacked"]),
        ("The palace said it was quiet. Ruritania attacked the king.", ["attacked"]),
        ("Rupert said the parade would go ahead despite the attack.", ["attack"]),
        ("Ruritania attacked the palace, and Rudolf denied it.", ["attacked"]),
        ("Strelsau confirmed the drones.", ["confirmed"]),
        ("It was staged.", ["staged"]),
        ("Drones ATTACKED.", ["ATTACKED"]),
    ],
)
def test_a_claim_stated_as_fact_is_reported(text: str, words: list[str]) -> None:
    assert find_words(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Smoke rose over the palace.",
        "The palace said Ruritania attacked the president.",
        "Ruritania denied that it attacked the palace.",
        "It was an assassination attempt, the palace said.",
        "Two drones were shot down, according to Strelsau.",
        "According to Strelsau, two drones were shot down.",
        "An alleged attack on the palace",
        "The parade goes ahead despite the alleged attack.",
        "Whether Ruritania attacked is not known.",
        "Who attacked the palace is not known.",
        "Strelsau has not confirmed anything.",
    ],
)
def test_an_attributed_hedged_or_plain_sentence_passes(text: str) -> None:
    assert find_words(text) == []


def test_our_own_attribution_line_passes() -> None:
    assert find_words(format_attribution_line(CONTESTED)) == []


def test_a_language_without_lists_is_refused() -> None:
    with pytest.raises(ValueError, match="found language 'tlh', wanted one of en"):
        find_wording_warnings("Drones attacked.", CONTESTED, SIDES, language="tlh")
    assert set(list_languages()) == set(LISTS)


def test_every_list_of_words_says_why_it_is_there() -> None:
    for lists in LISTS.values():
        for name in ("contested", "attributing", "factive"):
            assert all(listed["reason"].endswith(".") for listed in lists[name]), name
        for name in ("trailing", "hedges", "resting", "breaks", "presupposing", "doing"):
            assert lists[name]["reason"].endswith("."), name


def test_every_contested_form_is_reported_when_it_is_alone() -> None:
    for listed in LISTS["en"]["contested"]:
        for form in listed.get("forms", ()):
            assert find_words(f"It {form}.", ()), form


pieces = st.sampled_from(
    ["attacked", "shot  down", "Strelsau said", "but", ";", ".", "Ж", "\n", ","]
)


@given(st.lists(pieces | st.text(max_size=5)).map(" ".join))
def test_a_warning_always_points_at_its_own_words(text: str) -> None:
    for warning in find_wording_warnings(text, CONTESTED, SIDES):
        assert text[warning.start : warning.end] == warning.found


@given(st.lists(st.sampled_from(["Drones attacked.", "Strelsau said drones attacked.", "Rain."])))
def test_each_sentence_is_judged_by_itself(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert len(find_words(text)) == sentences.count("Drones attacked.")


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
    warnings = find_wording_warnings(text, (), SIDES, language)
    assert [warning.found for warning in warnings] == words
