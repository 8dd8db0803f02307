"""Ledgers by an index: those of a walk through the record, from the few events that matter."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.claims import IndexedLedgers, build_ledger, find_possible_statements
from geo.events import Claim
from geo.events.columns.also_about import find_reported_under
from tests.statements import (
    SOURCES,
    any_claims,
    any_moment,
    collect_keys,
    make_claim,
    make_events,
    number_claims,
)

_ZONES = ["Africa/Nairobi", "Pacific/Auckland", "America/Anchorage"]
# Its own id, one twice, and one that the record does not hold are among them.
_references = st.lists(st.sampled_from(["e1", "e2", "e3", "elsewhere"]), max_size=3).map(tuple)


@st.composite
def _events(draw: st.DrawFn) -> pd.DataFrame:
    count = draw(st.integers(1, 4))
    said = [
        number_claims(replace(claim, also_about=draw(_references)) for claim in draw(any_claims))
        for _ in range(count)
    ]
    zones = draw(st.lists(st.sampled_from(_ZONES), min_size=count, max_size=count))
    return make_events(*((claims, SOURCES) for claims in said)).assign(tz=zones)


def _index(events: pd.DataFrame) -> IndexedLedgers:
    return IndexedLedgers(events, find_reported_under(events))


@given(_events(), any_moment)
def test_an_indexed_ledger_is_that_of_a_walk(events: pd.DataFrame, moment: datetime) -> None:
    ledgers = _index(events)
    for event in events.index:
        assert ledgers.build(event) == build_ledger(events, event)
        assert ledgers.build(event, moment) == build_ledger(events, event, moment)
        wanted = find_possible_statements(events, event, moment)
        assert ledgers.find_possible(event, moment) == wanted


def test_an_event_that_is_not_there_is_an_error() -> None:
    shared = make_claim(1, also_about=("elsewhere",))
    with pytest.raises(KeyError):
        _index(make_events(((shared,), ()))).build("elsewhere")


class _Watched(tuple[Claim, ...]):
    """Claims of an event that count how often they are read."""

    reads = 0

    def __iter__(self) -> Iterator[Claim]:
        _Watched.reads += 1
        return super().__iter__()


@pytest.mark.parametrize("others", [2, 200])
def test_a_ledger_reads_the_events_that_speak_of_it_and_no_other(others: int) -> None:
    about_it = make_claim(1, also_about=("e1",))
    said = [(make_claim(1),), (about_it,), *[(make_claim(1),)] * others]
    events = make_events(*((claims, ()) for claims in said))
    events["claims"] = pd.Series([_Watched(claims) for claims in said], events.index, dtype=object)
    ledgers = _index(events)
    _Watched.reads = 0
    assert collect_keys(ledgers.build("e1")) == {"e1#c1", "e2#c1"}
    assert _Watched.reads == 2
