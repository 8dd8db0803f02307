"""The wording guard: what a text may not tell as fact, and what it may."""

import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import geo.claims.wording.guard
from geo.claims import build_ledger, format_attribution_line
from geo.claims.wording.guard import find_wording_warnings, list_languages
from geo.events import Claim

# A shared machine may stall; what is slow is measured elsewhere.
unhurried = settings(deadline=None)

PARTIES = frozenset({"russia", "ukraine"})
LISTS = json.loads(
    Path(geo.claims.wording.guard.__file__).with_name("word_lists.json").read_text("utf-8")
)


def statement(number, **said):
    usual = {
        "id": f"c{number}",
        "stance": "asserts",
        "about": ("occurrence",),
        "basis": "official_statement",
        "side": "russia",
        "actor": "Kremlin press service",
        "said_at": "2023-05-03",
        "said_at_precision": "day",
        "summary": "Said two drones were disabled.",
        "source": None,
    }
    return Claim(**(usual | said))


def ledger_of(*claims):
    events = pd.DataFrame(
        {"claims": [claims], "sources": [()], "tz": "Europe/Moscow"}, index=pd.Index(["e1"])
    )
    return build_ledger(events, "e1")


DISABLED = statement(1, about=("occurrence", "response"))
ACCUSED = statement(
    2,
    stance="accuses",
    about=("perpetrator", "intent"),
    summary="Attributed the drones to Ukraine and called it an attempt on the president.",
)
DENIED = statement(
    3,
    stance="denies",
    about=("perpetrator",),
    side="ukraine",
    actor="Mykhailo Podolyak, adviser",
    summary="Said Ukraine had nothing to do with it.",
)
CONTESTED = ledger_of(DISABLED, ACCUSED, DENIED)


def found(text, entries=CONTESTED):
    return [warning.found for warning in find_wording_warnings(text, entries, PARTIES)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ukrainian drones attacked the Kremlin.", ["Ukrainian drones", "attacked"]),
        ("Two drones were shot down.", ["shot down"]),
        ("Putin survived an assassination attempt.", ["assassination attempt"]),
        ("The attack on the Kremlin, which Moscow called terrorism, shook the city.", ["attack"]),
        ("Attack on the Kremlin denied by Kyiv", ["Attack"]),
        ("The Kremlin said it was quiet, but Ukraine attacked Putin.", ["attacked"]),
        ("The Kremlin said it was quiet; Ukraine attacked Putin.", ["attacked"]),
        ("The Kremlin said it was quiet. Ukraine attacked Putin.", ["attacked"]),
        ("Peskov said the parade would go ahead despite the attack.", ["attack"]),
        ("Ukraine attacked the Kremlin, and Zelensky denied it.", ["attacked"]),
        ("Moscow confirmed the drones.", ["confirmed"]),
        ("It was staged.", ["staged"]),
        ("Drones ATTACKED.", ["ATTACKED"]),
    ],
)
def test_a_claim_told_as_fact_is_pointed_out(text, words):
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Smoke rose over the Kremlin.",
        "The Kremlin said Ukraine attacked the president.",
        "Ukraine denied that it attacked the Kremlin.",
        "It was an assassination attempt, the Kremlin said.",
        "Two drones were shot down, according to Moscow.",
        "According to Moscow, two drones were shot down.",
        "An alleged attack on the Kremlin",
        "The parade goes ahead despite the alleged attack.",
        "Whether Ukraine attacked is not known.",
        "Who attacked the Kremlin is not known.",
        "Moscow has not confirmed anything.",
    ],
)
def test_an_attributed_hedged_or_plain_sentence_passes(text):
    assert found(text) == []


def test_a_warning_names_the_closest_claim_and_offers_its_attribution():
    [warning] = find_wording_warnings("Two drones were shot down.", CONTESTED, PARTIES)
    assert warning.claim == "e1#c1"
    assert warning.offer == "The Kremlin press service said two drones were disabled."
    assert "the word of the Kremlin press service" in warning.reason
    # The statement says "disabled": nobody on record says "shot down".
    assert "No statement on record uses this word." in warning.reason


def test_a_warning_says_who_opposes():
    [warning] = find_wording_warnings("Ukraine was behind it.", CONTESTED, PARTIES)
    assert warning.claim == "e1#c2"
    assert "Mykhailo Podolyak opposes it" in warning.reason


def test_where_nobody_is_on_record_there_is_nothing_to_offer():
    [warning] = find_wording_warnings("Drones attacked.", (), PARTIES)
    assert warning.claim is None
    assert "Nobody on record says it." in warning.reason


def test_what_opposing_parties_agree_on_may_be_told_plainly():
    agreed = ledger_of(
        statement(1, stance="accuses", about=("occurrence", "perpetrator")),
        statement(
            2,
            stance="claims_responsibility",
            about=("occurrence", "perpetrator"),
            side="ukraine",
            actor="Security service",
        ),
    )
    assert found("Ukraine attacked the bridge.", agreed) == []
    assert found("Ukraine attacked the bridge.", ledger_of(ACCUSED)) == ["attacked"]


def test_our_own_attribution_line_passes():
    assert found(format_attribution_line(CONTESTED)) == []


def test_a_language_without_lists_is_refused_not_passed_over():
    with pytest.raises(ValueError, match="'tlh', wanted one of en"):
        find_wording_warnings("Drones attacked.", CONTESTED, PARTIES, language="tlh")
    assert list_languages() == tuple(LISTS)


def test_every_list_of_words_says_why_it_is_there():
    for lists in LISTS.values():
        for name, content in lists.items():
            if name != "messages":
                for listed in content if isinstance(content, list) else [content]:
                    assert listed["reason"].endswith("."), name


def test_every_contested_form_warns_when_it_stands_alone():
    for listed in LISTS["en"]["contested"]:
        for form in listed.get("forms", ()):
            assert found(f"It {form}.", ()), form


pieces = st.sampled_from(["attacked", "shot  down", "Moscow said", "but", ";", ".", "Ж", "\n", ","])


@unhurried
@given(st.lists(pieces | st.text(max_size=5)).map(" ".join))
def test_a_warning_always_points_at_its_own_words(text):
    for warning in find_wording_warnings(text, CONTESTED, PARTIES):
        assert text[warning.start : warning.end] == warning.found


@unhurried
@given(st.lists(st.sampled_from(["Drones attacked.", "Moscow said drones attacked.", "Rain."])))
def test_each_sentence_is_judged_by_itself(sentences):
    text = " ".join(sentences)
    assert len(found(text)) == sentences.count("Drones attacked.")
