"""What the record holds of an event, against the figures of a text."""

import pytest

from geo.claims import build_ledgers
from geo.events import parse_events
from geo.story.check.stated.counts import find_counts
from geo.story.check.stated.days import find_days
from geo.story.check.stated.on_record import OnRecord
from tests.event_texts import claim_of, collection, record

ZONE = "Asia/Aden"


def hold(*, own_texts: tuple[str, ...] = (), **changes: object) -> OnRecord:
    """What the record holds of an event at 02:27 of 15 May 2024 in Moscow, 23:27 of 14 May UTC."""
    usual: dict[str, object] = {
        "start": "2024-05-15T02:27:00+03:00",
        "end": "2024-05-15T02:28:00+03:00",
        "sources__0__date": "2024-05-17",
    }
    events = parse_events(collection(record("bridge", **(usual | changes)))).events
    row, ledger = events.loc["bridge"], build_ledgers(events)["bridge"]
    return OnRecord("bridge", row, ledger, ZONE, own_texts)


def claims(**members: object) -> list[dict[str, object]]:
    return [claim_of(1, **({"said_at": "2024-05-16", "about": ["casualties"]} | members))]


@pytest.mark.parametrize(
    ("text", "may_have"),
    [
        ("15 May 2024", True),  # on the clock of the place
        ("14 May 2024", True),  # in UTC
        ("16 May", True),  # said
        ("17 May 2024", True),  # published
        ("20 May", True),  # named by the claim
        ("13 May 2024", False),
        ("18 May", False),
        ("15 May 2023", False),
        ("15 June", False),
    ],
)
def test_a_day_is_that_of_the_event_of_a_statement_of_a_source_or_named(
    text: str, may_have: bool
) -> None:
    held = hold(claims=claims(summary="Said so of the nights of 19 to 20 May."))
    [day] = find_days(text)
    assert held.may_have_day(day) is may_have


@pytest.mark.parametrize("said_at", ["2024-06", "2024", "2024-06-29T23:30:00+00:00"])
def test_a_date_without_a_day_may_be_any_and_a_moment_has_a_day_on_each_clock(
    said_at: str,
) -> None:
    held = hold(claims=claims(said_at=said_at, said_at_precision=None))
    days = find_days("30 June 2024; 30 June; 30 July 2023")
    assert [held.may_have_day(day) for day in days] == [True, True, False]


def test_an_event_of_years_has_every_day_without_a_year() -> None:
    start, end = "2024-01-01T00:00:00+00:00", "2026-01-01T00:00:00+00:00"
    held = hold(start=start, end=end, time_precision="years")
    days = find_days("29 February; 31 December 2025; 2 January 2026")
    assert [held.may_have_day(day) for day in days] == [True, True, False]


@pytest.mark.parametrize(
    ("stated", "low", "high"),
    [
        ({"best": 2}, 2, 2),
        ({"low": 2}, 2, float("inf")),
        ({"high": 4}, 0, 4),
        ({"low": 1, "best": 2, "high": 4}, 1, 4),
    ],
)
def test_a_number_of_people_lies_between_its_bounds(
    stated: dict[str, int], low: float, high: float
) -> None:
    empty: dict[str, object] = dict.fromkeys(("low", "best", "high"), None)
    held = hold(killed=empty | {"claim": "c1"} | stated)
    found = held.find_range("killed")
    assert found is not None
    assert (found.low, found.high) == (low, high)


def test_without_a_number_there_is_none_to_compare_with() -> None:
    held = hold(killed=None, injured={"low": None, "best": None, "high": None, "claim": None})
    assert held.find_range("killed") is held.find_range("injured") is held.find_range("drones")
    assert held.find_range("killed") is None


def test_drones_are_those_that_claims_and_means_count() -> None:
    held = hold(means_reported="Two drones", claims=claims(summary="Counted four drones."))
    found = held.find_range("drones")
    assert found is not None
    assert found.high == 4
    assert hold(claims=claims(summary="Four drones of many.")).find_range("drones") is None


def test_a_number_of_people_counts_where_a_statement_on_casualties_has_it() -> None:
    [count] = find_counts("Five people were killed.")
    assert hold(claims=claims(summary="Counted five.")).has_number(count)
    assert not hold(claims=claims(summary="Saw five.", about=["occurrence"])).has_number(count)
    assert hold(own_texts=("Five dead",), claims=claims(summary="Saw it.")).has_number(count)


def test_without_a_border_nothing_is_measured() -> None:
    assert not hold().has_distance
