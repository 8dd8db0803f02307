"""What claims and origins alone support, and why."""

import pytest

from geo.claims import find_supported_verification
from geo.claims.verification import ASPECTS
from geo.events import Claim
from tests.statements import SIDES, make_claim, make_ledger, make_source

SEEN: dict[str, object] = {
    "side": "media",
    "basis": "visual_evidence",
    "actor": "Picture desk",
}


@pytest.mark.parametrize(
    ("claims", "verification", "aspects"),
    [
        ((), "unverified", ()),
        ((make_claim(),), "unverified", ()),
        ((make_claim(), make_claim(2, actor="Mayor")), "unverified", ()),
        (
            (make_claim(), make_claim(2, side="media", basis="media_report", actor="Paper")),
            "unverified",
            (),
        ),
        ((make_claim(), make_claim(2, **SEEN)), "partly_verified", ("content",)),
        (
            (
                make_claim(about=("occurrence", "place", "time")),
                make_claim(2, **SEEN, about=("occurrence", "place", "time")),
            ),
            "verified",
            ("place", "time", "content"),
        ),
        (
            (
                make_claim(),
                make_claim(2, side="south", stance="claims_responsibility", actor="Army"),
            ),
            "partly_verified",
            ("place", "time"),
        ),
        # A witness was somewhere at some time; what it was that they heard is not shown.
        (
            (make_claim(), make_claim(2, side="independent", basis="witnessed", actor="Residents")),
            "partly_verified",
            ("place", "time"),
        ),
        ((make_claim(), make_claim(2, **SEEN, stance="corroborates")), "verified", ASPECTS),
        (
            (
                make_claim(),
                make_claim(2, **SEEN, stance="corroborates"),
                make_claim(3, stance="contradicts", about=("damage",), side="media", actor="Paper"),
            ),
            "partly_verified",
            ("place", "time"),
        ),
        (
            (make_claim(), make_claim(2, side="media", stance="contradicts", actor="Paper")),
            "disputed",
            (),
        ),
        ((make_claim(), make_claim(2, stance="denies", actor="Mayor")), "unverified", ()),
        (
            (make_claim(), make_claim(2, **SEEN), make_claim(3, stance="denies", actor="Mayor")),
            "partly_verified",
            ("content",),
        ),
        (
            (make_claim(), make_claim(2, stance="withdraws", said_at="2023-05-04")),
            "retracted",
            (),
        ),
        # "Nothing damaged" and "a roof burnt" are both about damage: no support from that.
        (
            (make_claim(about=("damage",)), make_claim(2, **SEEN, about=("damage",))),
            "unverified",
            (),
        ),
    ],
)
def test_claims_and_origins_support_no_more_than_the_rule_says(
    claims: tuple[Claim, ...], verification: str, aspects: tuple[str, ...]
) -> None:
    support = find_supported_verification(make_ledger(*claims, sources=(make_source(1),)), SIDES)
    assert (support.verification, support.aspects) == (verification, aspects)
    assert support.reason.endswith(".")


def test_a_measure_takes_effect_by_being_announced_unless_somebody_contradicts_it() -> None:
    announced = make_claim(summary="Announced a ban.")
    denied = make_claim(2, stance="contradicts", side="south", actor="Adviser")
    assert find_supported_verification(
        make_ledger(announced), SIDES, measure=True
    ).verification == ("verified")
    assert find_supported_verification(make_ledger(announced), SIDES).verification == "unverified"
    doubted = make_ledger(announced, denied)
    assert find_supported_verification(doubted, SIDES, measure=True).verification == "disputed"
