"""Which statements affirm, oppose, and can be checked by others."""

from itertools import chain

import pytest

from geo.claims import Sides
from geo.claims.stances.stance_classes import (
    CONTRADICTING,
    DENYING,
    NAMING,
    OPEN,
    STANCE_CLASSES,
    SUPPORTING,
    WITHDRAWING,
    counts_as_voice,
    is_checkable,
    is_party_word,
    select_affirming,
    select_opposing,
)
from geo.events import Actor
from geo.events.vocabulary import VOCABULARY
from tests.statements import SIDES, collect_keys, make_claim, make_ledger, make_source

MAYOR = Actor(name="The mayor")


def test_each_stance_has_its_place_in_every_division() -> None:
    """A new one fits none of the rules until somebody has said which."""
    kinds = (NAMING, SUPPORTING, DENYING, CONTRADICTING, WITHDRAWING, OPEN)
    for division in (kinds, STANCE_CLASSES):
        assert sorted(chain(*division)) == sorted(VOCABULARY["stance"])


def test_what_is_withdrawn_later_by_its_own_speaker_affirms_nothing() -> None:
    ledger = make_ledger(
        make_claim(1),
        make_claim(2, actor=MAYOR),
        make_claim(3, stance="withdraws", said_at="2023-05-04"),
    )
    assert collect_keys(select_affirming(ledger)) == {"e1#c2"}


def test_what_is_said_again_after_a_withdrawal_stands() -> None:
    ledger = make_ledger(
        make_claim(1),
        make_claim(2, stance="withdraws", said_at="2023-05-04"),
        make_claim(3, said_at="2023-05-05"),
    )
    assert collect_keys(select_affirming(ledger)) == {"e1#c3"}


def test_a_withdrawal_of_something_else_takes_nothing_away() -> None:
    ledger = make_ledger(
        make_claim(1),
        make_claim(2, stance="withdraws", about=("casualties",), said_at="2023-05-04"),
    )
    assert collect_keys(select_affirming(ledger)) == {"e1#c1"}


def test_a_mere_reaction_affirms_no_fact() -> None:
    ledger = make_ledger(make_claim(1, about=("response",)))
    assert select_affirming(ledger) == ()
    assert collect_keys(select_affirming(ledger, ["response"])) == {"e1#c1"}


@pytest.mark.parametrize("stance", ["denies", "contradicts", "alleges_staged"])
def test_a_denial_opposes_its_own_topics_alone(stance: str) -> None:
    ledger = make_ledger(make_claim(1, stance=stance, about=("damage",)))
    assert collect_keys(select_opposing(ledger, "damage")) == {"e1#c1"}
    assert select_opposing(ledger, "occurrence") == ()
    assert select_affirming(ledger) == ()


@pytest.mark.parametrize(
    ("side", "basis", "source", "voice", "party", "checkable"),
    [
        ("independent", "witnessed", {}, True, False, True),
        ("independent", "official_statement", {}, True, False, False),
        ("north", "witnessed", {}, True, True, False),
        # A party's own outlet speaks for it, whoever is quoted there.
        ("independent", "visual_evidence", {"is_party": True}, True, True, False),
        # A side that nobody declared, and a source that nobody has judged, count for nothing.
        ("nroth", "document", {}, False, False, False),
        ("nroth", "document", {"is_party": True}, False, False, False),
        ("independent", "document", {"origin": None}, False, False, False),
    ],
)
def test_only_declared_sides_other_than_parties_can_be_checked(
    side: str, basis: str, source: dict[str, object], voice: bool, party: bool, checkable: bool
) -> None:
    [entry] = make_ledger(make_claim(1, side=side, basis=basis), sources=[make_source(1, **source)])
    assert counts_as_voice(entry, SIDES) is voice
    assert is_party_word(entry, SIDES) is party
    assert is_checkable(entry, SIDES) is checkable


def test_a_story_that_declares_no_side_has_no_voice() -> None:
    [entry] = make_ledger(make_claim(1, side="north", basis="witnessed"))
    assert not is_checkable(entry, Sides())
