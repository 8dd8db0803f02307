"""Statements as entries: under each event that they are about, from when they are on record."""

from datetime import UTC, datetime

from geo.claims.ledger.entry import find_known_by, iterate_entries
from tests.statements import make_claim, make_events, make_source

EVENTS = make_events(
    ((make_claim(1, also_about=("e2",)), make_claim(2, stance="denies")), ()),
    ((), (make_source(1),)),
    ((make_claim(3),), ()),
)


def list_keys(about: str | None = None, stances: tuple[str, ...] | None = None) -> list[str]:
    return [f"{event} {entry.key}" for event, entry in iterate_entries(EVENTS, about, stances)]


def test_a_statement_about_two_events_is_an_entry_of_both() -> None:
    assert list_keys() == ["e1 e1#c1", "e2 e1#c1", "e1 e1#c2", "e3 e3#c3"]


def test_entries_of_one_event_come_with_all_that_they_are_about() -> None:
    assert list_keys("e2") == ["e1 e1#c1", "e2 e1#c1"]
    assert list_keys("e3") == ["e3 e3#c3"]
    assert list_keys("e4") == []


def test_entries_may_be_of_some_stances_alone() -> None:
    assert list_keys(stances=("denies",)) == ["e1 e1#c2"]
    assert list_keys("e2", ("denies",)) == []
    assert list_keys(stances=()) == []


def test_a_statement_is_on_record_once_its_own_day_is_over_or_that_of_its_source() -> None:
    # Midnight in Nairobi is 21:00 in UTC on the day before.
    day = datetime(2023, 5, 3, 21, tzinfo=UTC)
    undated = make_claim(said_at=None, said_at_precision=None)
    later = make_source(date="2023-05-09")
    assert find_known_by(make_claim(), later, "Africa/Nairobi") == day
    assert find_known_by(undated, make_source(), "Africa/Nairobi") == day
    assert find_known_by(undated, None, "Africa/Nairobi") is None
    assert find_known_by(undated, make_source(date=None), "Africa/Nairobi") is None
