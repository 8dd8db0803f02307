"""The ledger: what is on record about an event, as known at any moment."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.claims import (
    build_boxes,
    build_ledger,
    build_ledgers,
    find_independent_origins,
    find_possible_statements,
)
from geo.events import Claim, Source
from tests.statements import (
    SIDES,
    SOURCES,
    any_claim,
    any_claims,
    any_moment,
    collect_keys,
    make_claim,
    make_events,
    make_ledger,
    make_source,
    number_claims,
)


def test_an_event_nobody_speaks_about_has_an_empty_ledger() -> None:
    assert make_ledger() == ()


def test_an_unknown_event_is_an_error_not_an_empty_ledger() -> None:
    with pytest.raises(KeyError):
        build_ledger(make_events(((), ())), "e2")


def test_statements_are_ordered_by_start_then_length_then_the_file() -> None:
    entries = make_ledger(
        make_claim(1, said_at=None, said_at_precision=None),
        make_claim(2, said_at="2023-05-03", said_at_precision="day"),
        make_claim(3, said_at="2023-05-03", said_at_precision="day"),
        make_claim(4, said_at="2023-05-03T00:00+03:00", said_at_precision="minute"),
        make_claim(5, said_at="2023-05-02T12:00+03:00", said_at_precision="minute"),
    )
    assert [entry.claim.id for entry in entries] == ["c5", "c4", "c2", "c3", "c1"]


def test_one_statement_about_two_events_is_in_both_ledgers_with_its_own_source() -> None:
    shared = make_claim(1, also_about=("e2",), source="s1")
    events = make_events(((shared,), (make_source(1),)), ((make_claim(1, source=None),), ()))
    assert collect_keys(build_ledger(events, "e2")) == {"e1#c1", "e2#c1"}
    assert {entry.source for entry in build_ledger(events, "e2")} == {make_source(1), None}
    assert {event: collect_keys(entries) for event, entries in build_ledgers(events).items()} == {
        "e1": {"e1#c1"},
        "e2": {"e1#c1", "e2#c1"},
    }


def test_a_shared_statement_stays_when_the_other_event_is_filtered_away() -> None:
    shared = make_claim(1, also_about=("e2",))
    events = make_events(((shared,), ()), ((), ()))
    assert set(build_ledgers(events.loc[["e1"]])) == {"e1"}


def test_a_statement_dated_by_the_day_is_known_when_the_day_is_over() -> None:
    events = make_events(((make_claim(),), ()))
    assert build_ledger(events, "e1", datetime(2023, 5, 3, 12)) == ()
    assert collect_keys(find_possible_statements(events, "e1", datetime(2023, 5, 3, 12))) == {
        "e1#c1"
    }
    assert collect_keys(build_ledger(events, "e1", datetime(2023, 5, 4))) == {"e1#c1"}
    assert find_possible_statements(events, "e1", datetime(2023, 5, 4)) == ()


def test_a_moment_with_an_offset_is_that_instant() -> None:
    events = make_events(((make_claim(),), ()))
    assert build_ledger(events, "e1", datetime(2023, 5, 3, 20, 59, tzinfo=UTC)) == ()
    assert len(build_ledger(events, "e1", datetime(2023, 5, 3, 21, tzinfo=UTC))) == 1


def test_an_undated_statement_is_known_from_the_end_of_its_sources_day() -> None:
    undated = make_claim(said_at=None, said_at_precision=None, source="s1")
    events = make_events(((undated,), (make_source(1, date="2023-05-10"),)))
    assert build_ledger(events, "e1", datetime(2023, 5, 10, 12)) == ()
    assert len(build_ledger(events, "e1", datetime(2023, 5, 11))) == 1


def test_an_undated_statement_without_a_dated_source_is_shown_only_now() -> None:
    undated = make_claim(said_at=None, said_at_precision=None)
    events = make_events(((undated,), ()))
    assert build_ledger(events, "e1", datetime(2999, 1, 1)) == ()
    assert collect_keys(find_possible_statements(events, "e1", datetime(2000, 1, 1))) == {"e1#c1"}
    assert len(build_ledger(events, "e1")) == 1


def test_a_source_dated_later_is_left_out_while_its_statement_stays() -> None:
    events = make_events(((make_claim(source="s1"),), (make_source(1, date="2023-05-25"),)))
    [entry] = build_ledger(events, "e1", datetime(2023, 5, 4))
    assert entry.source is None
    assert entry.origin == "wire-1"
    [entry] = build_ledger(events, "e1", datetime(2023, 5, 26))
    assert entry.source == make_source(1, date="2023-05-25")


@given(any_claims, any_moment, any_moment)
def test_a_later_moment_never_shows_less(
    claims: tuple[Claim, ...], one: datetime, other: datetime
) -> None:
    events = make_events((claims, SOURCES))
    earlier, later = sorted((one, other))
    first, then = build_ledger(events, "e1", earlier), build_ledger(events, "e1", later)
    assert collect_keys(first) <= collect_keys(then) <= collect_keys(build_ledger(events, "e1"))
    shown = {entry.key for entry in first if entry.source}
    assert shown <= {entry.key for entry in then if entry.source}


@given(any_claims, any_moment)
def test_what_is_known_and_what_may_have_been_said_never_overlap(
    claims: tuple[Claim, ...], moment: datetime
) -> None:
    events = make_events((claims, SOURCES))
    known = collect_keys(build_ledger(events, "e1", moment))
    assert known.isdisjoint(collect_keys(find_possible_statements(events, "e1", moment)))


@given(any_claims, any_claim)
def test_no_claim_disappears_when_another_is_added(
    claims: tuple[Claim, ...], another: Claim
) -> None:
    more = number_claims((*claims, another))
    before = collect_keys(build_ledger(make_events((claims, SOURCES)), "e1"))
    assert before <= collect_keys(build_ledger(make_events((more, SOURCES)), "e1"))


@given(any_claims, st.permutations(SOURCES))
def test_the_order_of_sources_changes_nothing(
    claims: tuple[Claim, ...], shuffled: list[Source]
) -> None:
    one = build_ledger(make_events((claims, SOURCES)), "e1")
    other = build_ledger(make_events((claims, tuple(shuffled))), "e1")
    assert one == other
    assert find_independent_origins(one, SIDES) == find_independent_origins(other, SIDES)
    assert build_boxes(one, SIDES) == build_boxes(other, SIDES)
