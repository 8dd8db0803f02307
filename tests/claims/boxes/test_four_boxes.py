"""Four boxes: what is known, claimed, disputed and unknown."""

from hypothesis import given

from geo.claims import build_boxes, find_supported_verification
from geo.events import Actor, Claim
from geo.events.vocabulary import VOCABULARY
from tests.statements import SIDES, SOURCES, any_claims, make_claim, make_ledger

RESIDENTS = Actor(name="Residents", kind="witness", short="residents")


@given(any_claims)
def test_boxes_and_checks_accept_any_ledger(claims: tuple[Claim, ...]) -> None:
    entries = make_ledger(*claims, sources=SOURCES)
    boxes = build_boxes(entries, SIDES)
    spoken = {topic for entry in entries for topic in entry.claim.about}
    silent = {
        topic for sentence in boxes.unknown if not sentence.claims for topic in sentence.topics
    }
    assert silent == set(VOCABULARY["about"]) - spoken - {"response"}
    assert find_supported_verification(entries, SIDES).verification in VOCABULARY["verification"]


def test_what_two_origins_affirm_and_one_can_be_checked_is_known() -> None:
    heard = "By their own account heard a blast."
    witness = {"side": "independent", "basis": "witnessed", "summary": heard}
    boxes = build_boxes(
        make_ledger(make_claim(1), make_claim(2, **witness, actor=RESIDENTS)), SIDES
    )
    [known] = boxes.known
    assert known.text == (
        "What happened: residents by their own account heard a blast. 2 independent sources."
    )
    assert known.claims == ("e1#c2",)
    assert boxes.claimed == boxes.disputed == ()


def test_what_one_affirms_and_another_denies_is_disputed() -> None:
    adviser = Actor(name="Ada Marsh", role="adviser")
    denial = make_claim(2, side="south", stance="denies", actor=adviser)
    [disputed] = build_boxes(make_ledger(make_claim(1), denial), SIDES).disputed
    assert disputed.text == (
        "What happened is disputed: the governor of the region gave an account; "
        "Ada Marsh denied it."
    )
    assert disputed.topics == ("occurrence",)


def test_what_one_side_says_is_claimed_and_its_lack_of_evidence_is_unknown() -> None:
    boxes = build_boxes(make_ledger(make_claim(1)), SIDES)
    assert [sentence.text for sentence in boxes.claimed] == [
        "The governor of the region said a drone came down."
    ]
    assert boxes.unknown[0].text == (
        "What happened: the one statement on it does not rest on a witness, a picture or a "
        "document from outside the parties."
    )
