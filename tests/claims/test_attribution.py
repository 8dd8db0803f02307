"""The attribution line: who affirms, who opposes, who leaves it open."""

from hypothesis import given

from geo.claims import build_attribution_sentences, format_attribution_line
from geo.events import Actor, Claim
from tests.statements import any_claims, make_claim, make_ledger

ARMY = Actor(name="Army of the East", kind="office", short="the Army of the East")


def test_without_claims_the_line_says_that_nobody_is_on_record() -> None:
    assert format_attribution_line(()) == "No statement about this event is on record."


def test_a_denial_by_the_side_that_accuses_keeps_its_own_words() -> None:
    entries = make_ledger(
        make_claim(1),
        make_claim(2, stance="denies", about=("perpetrator",), summary="Saw no outside action."),
    )
    assert format_attribution_line(entries).endswith(
        "The governor of the region saw no outside action."
    )


def test_those_who_say_they_did_it_are_in_the_line() -> None:
    claimed = {"stance": "claims_responsibility", "side": "south", "actor": ARMY}
    entries = make_ledger(
        *(make_claim(number, actor=f"Mayor {number}") for number in range(1, 12)),
        make_claim(12, **claimed, summary="Said its men did it."),
    )
    assert "the Army of the East said its men did it" in format_attribution_line(entries)


def test_a_mere_reaction_is_left_out_while_somebody_speaks_of_the_event() -> None:
    reaction = make_claim(
        2, actor="Speaker of the house", about=("response",), summary="Called for war."
    )
    assert "war" not in format_attribution_line(make_ledger(make_claim(1), reaction))
    assert "called for war" in format_attribution_line(make_ledger(reaction))


def test_a_long_summary_gives_way_to_its_brief_form_in_the_line() -> None:
    long = "Said that a drone, " + "whose make nobody knew, " * 9 + "came down in a field."
    entries = make_ledger(make_claim(1, summary=long, brief="said a drone came down in a field"))
    assert format_attribution_line(entries) == (
        "The governor of the region said a drone came down in a field."
    )


def test_a_plain_name_and_a_bare_summary_stand_on_either_side_of_a_colon() -> None:
    entries = make_ledger(
        make_claim(1, actor="Ben Marsh, mayor", summary="A drone fell.", reads_on=False)
    )
    assert format_attribution_line(entries) == "Ben Marsh, mayor: A drone fell."


@given(any_claims)
def test_a_line_is_never_empty_and_has_at_most_three_sentences(claims: tuple[Claim, ...]) -> None:
    sentences = build_attribution_sentences(make_ledger(*claims))
    assert 1 <= len(sentences) <= 3
    assert all(sentence.strip() for sentence in sentences)
