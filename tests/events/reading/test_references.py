"""Ids that are used twice, and references to events that are not there, are named."""

from geo.events import parse_events
from tests.event_texts import collection, record
from tests.events.bad_records import problem


def test_the_second_and_third_of_one_id_are_rejected() -> None:
    reading = parse_events(collection(record("a"), record("b"), record("a"), record("a")))
    assert reading.events.index.tolist() == ["a", "b"]
    assert [(rejection.number, rejection.field) for rejection in reading.rejected] == [
        (3, "id"),
        (4, "id"),
    ]
    assert reading.rejected[0].found == "the id of record 1 again"


def test_casualties_of_a_missing_claim_are_rejected() -> None:
    assert problem(killed__claim="c9")[:2] == ("killed.claim", "'c9'")
    assert problem(killed__claim="nowhere#c1")[:2] == ("killed.claim", "'nowhere#c1'")
    assert problem(killed__claim="first#c9")[:2] == ("killed.claim", "'first#c9'")


def test_casualties_may_rest_on_a_claim_of_a_later_record() -> None:
    reading = parse_events(collection(record("a", killed__claim="b#c1"), record("b")))
    assert reading.rejected == ()


def test_casualties_that_rest_on_a_record_rejected_are_rejected_too() -> None:
    reading = parse_events(
        collection(
            record("a", killed__claim="b#c1"), record("b", killed__claim="c#c1"), record("c", tz="")
        )
    )
    assert reading.events.empty
    assert [(rejection.id, rejection.field) for rejection in reading.rejected] == [
        ("a", "killed.claim"),
        ("b", "killed.claim"),
        ("c", "tz"),
    ]


def test_a_claim_about_an_unknown_event_is_noted_only() -> None:
    reading = parse_events(collection(record("a", claims__0__also_about=["b", "c"]), record("b")))
    assert reading.rejected == ()
    assert reading.notes == (
        "record 1 (a), claim c1: also about 'c', an event that is not in this file or is rejected",
    )
