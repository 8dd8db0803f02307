"""A statement is listed once, a total is counted once, and a speaker is on one side."""

import pytest

from geo.story.check.rules.statements import (
    find_repeated_statements,
    find_repeated_totals,
    find_speakers_of_two_sides,
    find_strange_incidents,
    find_summaries_without_room,
    find_uncounted_casualties,
)
from tests.event_texts import record
from tests.story.check.checking import check, claim, events_of

TOTAL = {"low": 3, "best": 3, "high": 4, "claim": "bridge#c1"}
NONE = {"low": 0, "best": 0, "high": 0, "claim": "bridge#c1"}


def test_a_total_is_given_for_one_event() -> None:
    shared = claim(1, also_about=["depot"])
    bridge = events_of(killed=TOTAL, claims=[shared], incident="night")
    depot = events_of(killed=TOTAL, claims=[], injured=None, incident="night") | {"id": "depot"}
    [(field, found, _)] = check(find_repeated_totals, bridge, depot)
    assert (field, found) == (
        "killed",
        "the number of bridge#c1, which 'bridge' has already",
    )


def test_that_nobody_was_hurt_may_be_said_of_two_events() -> None:
    shared = claim(1, also_about=["depot"])
    bridge = events_of(killed=NONE, claims=[shared], incident="night")
    depot = events_of(killed=NONE, claims=[], injured=None, incident="night") | {"id": "depot"}
    assert check(find_repeated_totals, bridge, depot) == []


def test_one_statement_may_count_the_dead_and_the_injured() -> None:
    assert check(find_repeated_totals, events_of(killed=TOTAL, injured=TOTAL)) == []


@pytest.mark.parametrize("kind", ["outlet", "person", "office", "group", "analyst"])
def test_a_named_speaker_is_on_one_side(kind: str) -> None:
    gazette = {"name": "The Gazette", "kind": kind}
    claims = [
        claim(1, actor=gazette, side="media"),
        claim(2, actor=gazette, side="media"),
        claim(3, actor=gazette | {"via": "via the Herald"}, side="north"),
    ]
    [(field, found, wanted)] = check(find_speakers_of_two_sides, events_of(claims=claims))
    assert (field, found) == ("claims[2].side", "'north' for 'The Gazette'")
    assert wanted == "one side for a speaker, 'media' as in the other claims"


@pytest.mark.parametrize(
    "actor",
    [
        {"name": "Witnesses", "kind": "witness"},
        {"name": "Official", "kind": "person", "named": False},
        {"name": "Sources"},
    ],
    ids=["witnesses", "unnamed", "of no kind"],
)
def test_speakers_who_share_a_word_may_be_on_two_sides(actor: dict[str, object]) -> None:
    claims = [claim(1, actor=actor, side="media"), claim(2, actor=actor, side="north")]
    assert check(find_speakers_of_two_sides, events_of(claims=claims)) == []


def test_a_statement_is_listed_once() -> None:
    again = claim(2, actor="Speaker 1", summary="Said so, the 1th.")
    twice = events_of(claims=[claim(1), again])
    [(field, found, _)] = check(find_repeated_statements, twice)
    assert (field, found) == ("claims[1]", "the statement bridge#c1 again")
    # Who speaks in a row of a table is not known: the same words need not be one statement.
    entered = {
        "actor": {"name": "Unnamed", "named": False},
        **{"stance": "asserts", "about": ["casualties"], "summary": "Is entered."},
    }
    unnamed = events_of(claims=[{"id": "c1", **entered}, {"id": "c2", **entered}])
    assert check(find_repeated_statements, unnamed) == []


def test_the_same_words_in_two_papers_are_two_statements() -> None:
    def cited(name: str, **source: str) -> dict[str, object]:
        sources = [{"id": "s1", "publisher": "The Gazette"} | source]
        return events_of(claims=[claim(1)], sources=sources) | {"id": name}

    paper = {"url": "https://g.example/1"}
    assert len(check(find_repeated_statements, cited("a", **paper), cited("b", **paper))) == 1
    other = cited("b", url="https://g.example/2")
    assert check(find_repeated_statements, cited("a", **paper), other) == []
    assert check(find_repeated_statements, cited("a"), cited("b", publisher="The Herald")) == []


def test_the_same_words_of_unnamed_speakers_at_no_time_are_not_a_repetition() -> None:
    unnamed = {"actor": {"name": "Unnamed", "named": False}, "said_at": None}
    claims = [claim(number, **unnamed, summary="Is entered.") for number in (1, 2)]
    for one in claims:
        del one["said_at_precision"]
    assert check(find_repeated_statements, events_of(claims=claims)) == []


def test_a_shared_statement_belongs_to_one_incident() -> None:
    shared = events_of(claims=[claim(1, also_about=["depot"])], incident="night")
    assert len(check(find_strange_incidents, shared, record("depot"))) == 1
    assert check(find_strange_incidents, shared, record("depot", incident="night")) == []


def test_casualties_rest_on_a_statement_about_casualties() -> None:
    [(field, found, _)] = check(
        find_uncounted_casualties, events_of(claims=[claim(1, about=["occurrence"])])
    )
    assert (field, found) == ("killed.claim", "'c1', which is about occurrence")


def test_a_summary_too_long_for_a_line_needs_a_brief_form() -> None:
    long = "Said that soldiers fired. " * 20 + "On 8 May he withdrew this."
    [(field, found, wanted)] = check(
        find_summaries_without_room, events_of(claims=[claim(1), claim(2, summary=long)])
    )
    assert (field, found) == ("claims[1].brief", "nothing, and a summary of 546 characters")
    assert "denial" in wanted
    brief = claim(1, summary=long, brief="said that soldiers fired, and withdrew this later")
    assert check(find_summaries_without_room, events_of(claims=[brief])) == []
