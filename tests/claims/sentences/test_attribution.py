"""The attribution line: who affirms, who opposes, who leaves it open."""

import pytest
from hypothesis import given

from geo.claims import (
    build_attribution_sentences,
    format_attribution_line,
    list_attribution_lines,
)
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


LONG = "that anybody else of the many who have been named since then had been there on that day"


@pytest.mark.parametrize("side", ["north", "south"])
def test_what_the_side_that_accuses_denies_is_not_guessed(side: str) -> None:
    entries = make_ledger(
        make_claim(1, stance="accuses", side="north", summary="Blamed the army."),
        make_claim(
            2, stance="denies", side=side, about=("perpetrator",), summary=f"Denied {LONG}."
        ),
    )
    words = "made a denial about who did it" if side == "north" else "denied any part in it"
    for line in [*list_attribution_lines(entries)][:2]:
        assert line == (
            f"The governor of the region blamed the army. The governor of the region {words}."
        )


def test_those_who_say_they_did_it_are_in_the_line() -> None:
    claimed = {"stance": "claims_responsibility", "side": "south", "actor": ARMY}
    entries = make_ledger(
        *(make_claim(number, actor=f"Mayor {number}") for number in range(1, 12)),
        make_claim(12, **claimed, summary="Said its men did it."),
    )
    assert "the Army of the East said its men did it" in format_attribution_line(entries)


def test_an_accuser_is_in_the_line_an_official_before_a_medium() -> None:
    accusing = {"stance": "accuses", "about": ("perpetrator",)}
    entries = make_ledger(
        make_claim(1),
        *(make_claim(number, actor=f"Mayor {number}") for number in range(2, 12)),
        make_claim(12, **accusing, actor="Paper", basis="media_report", summary="Blamed Ay."),
        make_claim(13, **accusing, actor="The court", summary="Held that Bee had done it."),
        make_claim(14, **DENIAL, summary="Denied it."),
    )
    line = format_attribution_line(entries)
    assert "the court held that bee had done it" in line.casefold()
    assert "denied any part in it" in line
    counted = [line for line in list_attribution_lines(entries) if "Speakers" in line]
    for shorter in set(list_attribution_lines(entries)) - set(counted):
        assert "The court" in shorter
        assert "denied" in shorter


def test_a_long_accusation_gives_way_to_the_words_of_its_stance() -> None:
    accusation = f"{LONG} and that the east had sent it"
    entries = make_ledger(
        make_claim(1, summary=f"{LONG}."),
        make_claim(2, stance="accuses", actor="The court", summary=f"{accusation}."),
    )
    assert format_attribution_line(entries).endswith("; The court made an accusation.")


def test_a_mere_reaction_is_left_out_while_somebody_speaks_of_the_event() -> None:
    reaction = make_claim(
        2, actor="Speaker of the house", about=("response",), summary="Called for war."
    )
    assert "war" not in format_attribution_line(make_ledger(make_claim(1), reaction))
    assert "called for war" in format_attribution_line(make_ledger(reaction))


def test_a_number_of_people_displaces_nobody_in_the_line() -> None:
    count = make_claim(
        1,
        actor=Actor(name="Unnamed", named=False),
        about=("casualties",),
        summary="“0” is entered.",
    )
    accusing = make_claim(2, stance="accuses", about=("perpetrator",), summary="Blamed the army.")
    assert format_attribution_line(make_ledger(count, accusing)) == (
        "The governor of the region blamed the army."
    )
    assert format_attribution_line(make_ledger(count)) == (
        "The statements on record are only about casualties."
    )


def test_those_who_say_they_killed_people_are_in_the_line() -> None:
    claimed = {"stance": "claims_responsibility", "side": "south", "actor": ARMY}
    entries = make_ledger(make_claim(1, **claimed, about=("casualties",), summary="Said it did."))
    assert format_attribution_line(entries) == "The Army of the East said it did."


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


LONG = "Said that a drone came down in the field by the road to the mill" + " and the old quay" * 10
DENIAL = {"stance": "denies", "about": ("perpetrator",), "side": "south", "actor": ARMY}
DOUBT = {"stance": "cannot_verify", "side": "abroad", "actor": "Eff Gee", "summary": "Unsure."}


def test_no_account_is_so_long_that_its_denial_or_a_doubt_is_left_out() -> None:
    entries = make_ledger(
        make_claim(1, summary=f"{LONG}."),
        make_claim(2, **DENIAL, summary="Denied it."),
        make_claim(3, **DOUBT),
        make_claim(4, **DOUBT | {"stance": "urges_caution", "actor": "Aitch"}),
    )
    assert build_attribution_sentences(entries)[1:] == (
        "The Army of the East denied any part in it.",
        "Eff Gee could not verify what happened; one other has commented.",
    )


def test_shorter_lines_keep_both_sides_and_count_those_left_out() -> None:
    entries = make_ledger(
        make_claim(1, actor=Actor(name="Ann Bee", role="mayor of the town"), summary=f"{LONG}."),
        make_claim(2, **DENIAL, summary="Denied it."),
        make_claim(3, side="abroad", actor="The Daily", summary="Said that a drone came down."),
    )
    whole, *shorter = list_attribution_lines(entries)
    assert whole == format_attribution_line(entries)
    lead = f"Ann Bee, mayor of the town, {LONG[0].lower()}{LONG[1:]}."
    rest = "The Army of the East denied any part in it; one other has commented."
    assert shorter == [
        f"{lead} {rest}",
        f"Ann Bee, mayor of the town, gave an account of what happened. {rest}",
        "Ann Bee gave an account. The Army of the East denied it; one other has commented.",
        "Speakers on record: 3 (2 with an account or accusation, 1 denying or contradicting).",
    ]


def test_a_line_without_a_statement_has_no_shorter_one() -> None:
    assert list(list_attribution_lines(())) == ["No statement about this event is on record."]


def test_accusing_others_is_not_shortened_to_a_denial_of_ones_own_part() -> None:
    own = {"stance": "denies", "about": ("perpetrator",), "summary": "Saw no outside action."}
    entries = make_ledger(make_claim(1), make_claim(2, **own))
    assert not any("any part" in line for line in list_attribution_lines(entries))


def test_a_summary_that_has_no_room_gives_way_whole_to_the_words_of_its_stance() -> None:
    long = "Said that soldiers " + "of one unit or another " * 15 + "fired"
    assert format_attribution_line(
        make_ledger(make_claim(1, summary=f"{long}. On 8 May he withdrew this."))
    ) == ("The governor of the region gave an account of what happened.")
    assert format_attribution_line(
        make_ledger(make_claim(1, stance="accuses", summary=f"{long}; others denied it."))
    ) == ("The governor of the region made an accusation.")


def test_a_retraction_in_the_words_of_a_claim_is_in_the_line() -> None:
    said = "Said that soldiers of the third unit fired on the mill by the old quay before dawn"
    more = "On 8 May he withdrew this and said that he had seen neither soldiers nor the mill"
    line = format_attribution_line(make_ledger(make_claim(1, summary=f"{said}. {more}.")))
    assert line == f"The governor of the region {said[0].lower()}{said[1:]} ({more})."


def test_a_line_that_asks_ends_as_a_question() -> None:
    asked = make_claim(1, actor="Ben Marsh", summary="Was it the army?", reads_on=False)
    assert format_attribution_line(make_ledger(asked)) == "Ben Marsh: Was it the army?"
