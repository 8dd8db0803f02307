"""Who did it: accounts that name different perpetrators are rivals."""

from geo.claims import Boxes, Sides, build_boxes
from geo.events import Claim
from tests.statements import make_claim, make_ledger

PARTIES = ("corsairs", "eastland", "westland")
STORY = Sides({**{side: side.title() for side in PARTIES}, "media": "Media"}, PARTIES)
WHO = ("perpetrator",)


def claimed(side: str = "corsairs", **more: object) -> Claim:
    return make_claim(
        1, stance="claims_responsibility", about=WHO, side=side, actor="Captain Reed", **more
    )


def accused(
    *perpetrators: str, number: int = 2, side: str = "eastland", actor: str = "Rob Ash"
) -> Claim:
    return make_claim(
        number, stance="accuses", about=WHO, side=side, actor=actor, accuses=tuple(perpetrators)
    )


DENIED = make_claim(3, stance="denies", about=WHO, side="westland", actor="Ada Marsh")


def collect_topics(boxes: Boxes, name: str) -> set[str]:
    return {topic for sentence in getattr(boxes, name) for topic in sentence.topics}


def test_a_claim_an_accusation_of_another_and_a_denial_are_three_rival_accounts() -> None:
    boxes = build_boxes(make_ledger(claimed(), accused("westland"), DENIED), STORY)
    [disputed] = boxes.disputed
    assert disputed.text == (
        "Who did it is disputed: Captain Reed claimed responsibility; "
        "Rob Ash made an accusation (naming Westland); Ada Marsh denied it."
    )
    assert disputed.claims == ("e1#c1", "e1#c2", "e1#c3")
    assert boxes.known == ()


def test_two_accusations_of_different_perpetrators_are_disputed_without_any_denial() -> None:
    rival = accused("pirates", number=4, side="westland", actor="Zoe Gray")
    boxes = build_boxes(make_ledger(accused("westland"), rival), STORY)
    assert collect_topics(boxes, "disputed") == {"perpetrator"}


def test_parties_that_name_the_same_agree() -> None:
    boxes = build_boxes(make_ledger(claimed(), accused("corsairs")), STORY)
    assert collect_topics(boxes, "known") == {"perpetrator"}
    assert boxes.disputed == ()


def test_who_did_it_is_not_known_while_one_accusation_names_nobody() -> None:
    boxes = build_boxes(make_ledger(claimed(), accused()), STORY)
    assert boxes.known == boxes.disputed == ()
    assert collect_topics(boxes, "claimed") == {"perpetrator"}


def test_any_number_of_parties_is_needed_to_name_the_same() -> None:
    voices = [
        accused(perpetrator, number=n, side=side, actor=f"Speaker {letter}")
        for n, (perpetrator, side, letter) in enumerate(
            [
                ("corsairs", "eastland", "A"),
                ("corsairs", "westland", "B"),
                ("pirates", "media", "C"),
            ],
            1,
        )
    ]
    assert collect_topics(build_boxes(make_ledger(*voices[:2]), STORY), "known") == {"perpetrator"}
    assert build_boxes(make_ledger(*voices), STORY).known == ()


def test_a_claim_for_somebody_else_names_them() -> None:
    spoken_for = claimed(side="media", accuses=("corsairs",))
    assert build_boxes(make_ledger(spoken_for, accused("corsairs")), STORY).disputed == ()


def test_a_plain_name_that_explains_itself_is_closed_by_a_comma() -> None:
    said = accused("westland", actor="Rob Ash, harbour spokesman")
    [disputed] = build_boxes(make_ledger(said, DENIED), STORY).disputed
    assert disputed.text == (
        "Who did it is disputed: Rob Ash, harbour spokesman, made an accusation (naming Westland); "
        "Ada Marsh denied it."
    )
