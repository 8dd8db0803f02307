"""Whether two origins say the same, and one of them can be checked."""

from geo.claims import find_supported_verification
from tests.statements import SIDES, make_claim, make_ledger


def test_a_party_that_affirms_and_denies_at_once_agrees_with_nobody() -> None:
    both = (
        make_claim(actor="Emergency services"),
        make_claim(2, side="south", stance="claims_responsibility", about=("occurrence",)),
    )
    agreed = find_supported_verification(make_ledger(*both), SIDES)
    assert agreed.aspects == ("place", "time")
    denial = make_claim(3, stance="denies", actor="Adviser to the governor")
    assert find_supported_verification(make_ledger(*both, denial), SIDES).verification == "disputed"


def test_a_picture_that_corroborates_damage_shows_place_and_content_not_the_time() -> None:
    damage = {"about": ("damage",), "side": "media", "basis": "visual_evidence", "actor": "Desk"}
    asserted = make_claim(about=("occurrence", "damage"))
    shown = make_ledger(asserted, make_claim(2, **damage, stance="corroborates"))
    assert find_supported_verification(shown, SIDES).aspects == ("place", "content")
    # What is only posted beside an official's word may show that there was none.
    posted = make_ledger(asserted, make_claim(2, **damage))
    assert find_supported_verification(posted, SIDES).aspects == ()
