"""An hour has its speaker, a total is counted once, and a speaker is on one side."""

import pytest

from geo.story.check.rules_statements import find_repeated_totals, find_speakers_of_two_sides
from geo.story.check.rules_times import find_hours_without_statements
from tests.story.check.test_rules import check, claim, events_of

TOTAL = {"low": 3, "best": 3, "high": 4, "claim": "bridge#c1"}
NONE = {"low": 0, "best": 0, "high": 0, "claim": "bridge#c1"}


@pytest.mark.parametrize(
    ("precision", "about", "found"),
    [
        ("minute", ["occurrence"], "'minute' with no such claim"),
        ("hour", ["place", "damage"], "'hour' with no such claim"),
        ("hour", ["time"], None),
        ("day", ["occurrence"], None),
    ],
)
def test_an_hour_rests_on_a_statement_about_the_time(
    precision: str, about: list[str], found: str | None
) -> None:
    event = events_of(time_precision=precision, claims=[claim(1, about=about)])
    fields = [(field, said) for field, said, _ in check(find_hours_without_statements, event)]
    assert fields == ([("time_precision", found)] if found else [])


def test_a_verified_time_rests_on_a_statement_about_the_time() -> None:
    event = events_of(time_precision="day", verified_aspects=["place", "time"])
    [(field, found, wanted)] = check(find_hours_without_statements, event)
    assert (field, found) == ("verified_aspects", "'time' with no such claim")
    assert wanted == "a claim with 'time' in about that gives it, or a wider time"


def test_an_event_on_which_nobody_has_spoken_may_have_an_hour() -> None:
    assert (
        check(
            find_hours_without_statements,
            events_of(time_precision="hour", claims=[], killed=None, injured=None),
        )
        == []
    )


def test_a_statement_kept_with_another_event_may_carry_the_hour() -> None:
    shared = claim(1, about=["time"], also_about=["depot"])
    bridge = events_of(time_precision="hour", claims=[shared], incident="night")
    night = {"incident": "night", "killed": None, "injured": None}
    depot = events_of(time_precision="hour", claims=[claim(2)], **night) | {"id": "depot"}
    assert check(find_hours_without_statements, bridge, depot) == []


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
