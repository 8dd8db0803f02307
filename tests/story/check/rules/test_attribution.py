"""A word of attribution rests on claims."""

import pytest

from geo.story.check.rules.attribution import find_wrong_attribution
from tests.story.check.checking import check, claim, events_of

ACCUSES = claim(1, stance="accuses", accuses=["south"])
CLAIMS = claim(2, stance="claims_responsibility", side="south", about=["perpetrator"])
COMMANDER = {"name": "A commander", "named": False}
DENIES = claim(3, stance="denies", side="south", about=["perpetrator"])


@pytest.mark.parametrize(
    ("word", "claims", "is_right"),
    [
        ("unclaimed", [claim(1)], True),
        ("unclaimed", [ACCUSES], False),
        ("unclaimed", [CLAIMS], False),
        ("accused_no_answer", [ACCUSES], True),
        ("accused_no_answer", [claim(1)], False),
        ("accused_no_answer", [ACCUSES, DENIES], False),
        ("accused_denied", [ACCUSES, DENIES], True),
        ("accused_denied", [ACCUSES], False),
        ("accused_denied", [ACCUSES, DENIES | {"said_at": "2023-05-01"}], False),
        ("contested", [ACCUSES, DENIES], True),
        ("contested", [ACCUSES], False),
        ("contested", [ACCUSES | {"accuses": ["east"]}, CLAIMS], True),
        ("claimed", [ACCUSES, CLAIMS], True),
        ("claimed", [ACCUSES], False),
        ("claimed", [ACCUSES | {"accuses": ["east"]}, CLAIMS], False),
        ("claimed", [CLAIMS | {"basis": "anonymous_official"}], False),
        ("claimed", [CLAIMS | {"actor": COMMANDER}], False),
        ("unclaimed", [CLAIMS | {"actor": COMMANDER}], True),
        ("claimed", [CLAIMS | {"actor": COMMANDER | {"named": True}}], True),
        ("accused_no_answer", [ACCUSES, CLAIMS], False),
    ],
)
def test_each_word_of_attribution_rests_on_claims(
    word: str, claims: list[dict[str, object]], is_right: bool
) -> None:
    found = check(find_wrong_attribution, events_of(attribution=word, killed=None, claims=claims))
    assert (found == []) == is_right
