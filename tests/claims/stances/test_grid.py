"""The grid of disagreement, and which events a party denies."""

from datetime import UTC, datetime

import pytest

from geo.claims import build_grid, flag_party_denials
from geo.events.vocabulary import VOCABULARY
from tests.statements import PARTIES, make_claim, make_events, make_ledger


def test_a_cell_holds_each_stance_once_in_the_order_taken() -> None:
    grid = build_grid(
        make_ledger(
            make_claim(1, said_at="2023-05-03"),
            make_claim(2, said_at="2023-05-04", stance="accuses", actor="Mayor"),
            make_claim(3, said_at="2023-05-05"),
            make_claim(4, side="south", stance="denies", about=("occurrence", "intent")),
        )
    )
    assert grid.list_stances("occurrence", "north") == ("asserts", "accuses")
    assert grid.list_stances("intent", "south") == ("denies",)
    assert grid.list_stances("intent", "north") == ()
    assert grid.voices == ("north", "south")


def test_a_grid_by_speaker_has_a_column_for_each_and_all_topics() -> None:
    grid = build_grid(make_ledger(make_claim(1), make_claim(2, actor="Mayor")), by="actor")
    assert grid.voices == ("Governor of the region", "Mayor")
    assert grid.topics == tuple(VOCABULARY["about"])


def test_a_grid_without_statements_has_topics_but_no_voices() -> None:
    grid = build_grid(())
    assert (len(grid.topics), grid.voices, dict(grid.cells)) == (8, (), {})


def test_events_that_a_party_denies_are_flagged() -> None:
    events = make_events(
        ((), ()),
        ((make_claim(),), ()),
        ((make_claim(), make_claim(2, stance="denies", side="south", actor="Adviser")), ()),
        ((make_claim(), make_claim(2, stance="denies", side="abroad", actor="Spokesman")), ()),
    )
    assert flag_party_denials(events, PARTIES).tolist() == [False, False, True, False]


def test_a_shared_denial_flags_every_event_it_is_about() -> None:
    denial = make_claim(1, stance="denies", side="south", actor="Adviser", also_about=("e2",))
    events = make_events(((denial,), ()), ((make_claim(),), ()))
    assert flag_party_denials(events, PARTIES).tolist() == [True, True]


@pytest.mark.parametrize("moment", [None, datetime(2023, 5, 4, 12, tzinfo=UTC)])
def test_a_charge_by_a_party_that_it_was_staged_is_a_denial(moment: datetime | None) -> None:
    staged = {"stance": "alleges_staged", "actor": "Adviser"}
    events = make_events(
        ((make_claim(1, side="south", **staged),), ()),
        ((make_claim(1, side="abroad", **staged),), ()),
        ((make_claim(1, side="south", stance="contradicts", actor="Adviser"),), ()),
    )
    assert flag_party_denials(events, PARTIES, moment).tolist() == [True, False, False]


def test_a_denial_counts_from_when_it_was_on_record() -> None:
    events = make_events(((make_claim(1, stance="denies"),), ()))
    moments = [datetime(2023, 5, day, 12, tzinfo=UTC) for day in (3, 4)]
    assert [flag_party_denials(events, PARTIES, moment)["e1"] for moment in moments] == [
        False,
        True,
    ]


def test_no_events_have_no_flags() -> None:
    assert flag_party_denials(make_events(), PARTIES).empty
