"""Topics about which no statement is on record."""

from geo.claims import build_boxes
from tests.statements import SIDES


def test_without_claims_only_the_last_box_is_filled() -> None:
    boxes = build_boxes((), SIDES)
    assert boxes.known == boxes.claimed == boxes.disputed == ()
    [nobody] = boxes.unknown
    assert nobody.text.startswith("Nobody on record has said what happened, who did it")
