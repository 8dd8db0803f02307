"""Origins: who relies on whom, each origin counted once."""

from dataclasses import replace

from hypothesis import given

from geo.claims import find_independent_origins
from geo.claims.stances.stance_classes import AFFIRMING
from geo.events import Claim
from tests.statements import (
    SIDES,
    SOURCES,
    any_claims,
    collect_keys,
    make_claim,
    make_ledger,
    make_source,
)


def test_copies_of_one_wire_count_once() -> None:
    media = {"side": "media", "basis": "media_report"}
    entries = make_ledger(
        make_claim(1, **media, actor="Paper one", source="s1"),
        make_claim(2, **media, actor="Paper two", source="s2"),
        make_claim(3, **media, actor="Paper three", source="s3"),
        sources=(
            make_source(1, origin="ap"),
            make_source(2, origin="ap"),
            make_source(3, origin="afp"),
        ),
    )
    origins = find_independent_origins(entries, SIDES)
    assert {origin.name: collect_keys(origin.entries) for origin in origins} == {
        "ap": {"e1#c1", "e1#c2"},
        "afp": {"e1#c3"},
    }


def test_a_party_does_not_corroborate_itself_through_many_speakers() -> None:
    entries = make_ledger(
        make_claim(1, actor="Governor", source="s1"),
        make_claim(2, actor="Mayor", source="s2"),
        sources=(make_source(1), make_source(2)),
    )
    [origin] = find_independent_origins(entries, SIDES)
    assert (origin.name, origin.party, origin.counts) == ("north", "north", True)
    assert len(find_independent_origins(entries, replace(SIDES, parties=()))) == 2


def test_a_partys_outlet_counts_only_where_the_party_is_silent() -> None:
    outlet = make_claim(1, side="media", actor="State agency", source="s1")
    state = make_source(1, is_party=True)
    [alone] = find_independent_origins(make_ledger(outlet, sources=(state,)), SIDES)
    assert alone.counts
    both = find_independent_origins(make_ledger(outlet, make_claim(2), sources=(state,)), SIDES)
    assert [origin.counts for origin in both].count(True) == 1


def test_an_official_and_a_resident_in_one_report_are_one_origin() -> None:
    entries = make_ledger(
        make_claim(1, source="s1"),
        make_claim(2, side="independent", actor="Residents", basis="witnessed", source="s1"),
        sources=(make_source(1),),
    )
    [origin] = find_independent_origins(entries, SIDES)
    assert origin.party is None
    assert origin.checkable


def test_denials_silence_and_withdrawn_words_are_not_origins() -> None:
    entries = make_ledger(
        make_claim(1, stance="denies", side="south", actor="Adviser"),
        make_claim(2, stance="cannot_verify", side="abroad", actor="Secretary"),
        make_claim(3, actor="Mayor", said_at="2023-05-03"),
        make_claim(4, actor="Mayor", stance="withdraws", said_at="2023-05-04"),
    )
    assert find_independent_origins(entries, SIDES) == ()


@given(any_claims)
def test_every_affirming_statement_goes_back_to_exactly_one_origin(
    claims: tuple[Claim, ...],
) -> None:
    entries = make_ledger(*claims, sources=SOURCES)
    origins = find_independent_origins(entries, SIDES)
    traced = [entry.key for origin in origins for entry in origin.entries]
    assert len(traced) == len(set(traced))
    affirming = {
        entry.key
        for entry in entries
        if entry.claim.stance in AFFIRMING and set(entry.claim.about) != {"response"}
    }
    withdrawn = {entry.claim.actor for entry in entries if entry.claim.stance == "withdraws"}
    assert set(traced) <= affirming
    assert {e.key for e in entries if e.key in affirming and e.claim.actor not in withdrawn} <= set(
        traced
    )
