"""Whose word a text is, and who opposes it."""

from geo.claims.wording.guard import find_wording_warnings
from tests.claims.wording.contested import ACCUSED, CONTESTED, find_words
from tests.statements import SIDES, make_claim, make_ledger


def test_a_warning_names_the_closest_claim_and_offers_its_attribution() -> None:
    [warning] = find_wording_warnings("Two drones were shot down.", CONTESTED, SIDES)
    assert warning.claim == "e1#c1"
    assert warning.offer == "The Palace press service said two drones were disabled."
    assert "the word of the Palace press service" in warning.reason
    # The statement says "disabled": nobody on record says "shot down".
    assert "No statement on record uses this word." in warning.reason


def test_a_warning_says_who_opposes() -> None:
    [warning] = find_wording_warnings("Ruritania was behind it.", CONTESTED, SIDES)
    assert warning.claim == "e1#c2"
    assert "Ada Marsh opposes it" in warning.reason


def test_without_statements_on_record_there_is_nothing_to_offer() -> None:
    [warning] = find_wording_warnings("Drones attacked.", (), SIDES)
    assert warning.claim is None
    assert "Nobody on record says it." in warning.reason


def test_what_opposing_parties_agree_on_may_be_stated_plainly() -> None:
    agreed = make_ledger(
        make_claim(1, stance="accuses", about=("occurrence", "perpetrator"), accuses=("south",)),
        make_claim(
            2,
            stance="claims_responsibility",
            about=("occurrence", "perpetrator"),
            side="south",
            actor="Security service",
        ),
    )
    assert find_words("Ruritania attacked the bridge.", agreed) == []
    assert find_words("Ruritania attacked the bridge.", make_ledger(ACCUSED)) == ["attacked"]
