"""Statements about drones that two sides contest, and the words that the guard finds."""

from geo.claims import Ledger
from geo.claims.wording.guard import find_wording_warnings
from geo.events import Actor
from tests.statements import SIDES, make_claim, make_ledger

PALACE_OFFICE = Actor(name="Palace press service", kind="office", short="the Palace press service")
PALACE: dict[str, object] = {
    "actor": PALACE_OFFICE,
    "summary": "Said two drones were disabled.",
}
DISABLED = make_claim(1, **PALACE, about=("occurrence", "response"))
ACCUSED = make_claim(
    2,
    actor=PALACE_OFFICE,
    stance="accuses",
    about=("perpetrator", "intent"),
    summary="Attributed the drones to the South and called it an attempt on the president.",
)
DENIED = make_claim(
    3,
    stance="denies",
    about=("perpetrator",),
    side="south",
    actor=Actor(name="Ada Marsh", role="adviser"),
    summary="Said the South had nothing to do with it.",
)
CONTESTED = make_ledger(DISABLED, ACCUSED, DENIED)


def find_words(text: str, entries: Ledger = CONTESTED) -> list[str]:
    return [warning.found for warning in find_wording_warnings(text, entries, SIDES)]
