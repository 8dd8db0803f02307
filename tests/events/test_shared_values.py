"""What is made of values once for all rows that hold them, and row by row."""

from copy import deepcopy

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from geo.claims import (
    AttributionLines,
    build_ledgers,
    find_first_reports,
    flag_party_denials,
    flag_single_origin,
    format_attribution_line,
)
from geo.events import Claim
from geo.events.references import find_reported_under
from geo.events.shared_values import find_shared
from geo.link.text_search import build_search_text, fold, list_searched
from tests.statements import PARTIES, SOURCES, VOICES, any_claim, make_claim, make_events

_TEXTS = ["Fire at Lau", "", None, "Łódź; ГАВАНЬ\u200b", "a\tb", "a\x7fb"]
_any_texts = st.tuples(*[st.sampled_from(_TEXTS)] * 6)


def _refer(claim: Claim, others: list[str]) -> Claim:
    return make_claim(**{name: getattr(claim, name) for name in _MEMBERS}, also_about=tuple(others))


_MEMBERS = (
    *("stance", "about", "basis", "side", "actor", "said_at", "said_at_precision"),
    *("summary", "source"),
)
_any_references = st.lists(st.sampled_from(["e1", "e2", "e3", "elsewhere"]), max_size=2)
_referring = st.lists(st.builds(_refer, any_claim, _any_references), max_size=3)


@st.composite
def _events(draw: st.DrawFn) -> pd.DataFrame:
    """Return events of which several hold the same claims, as those of a table do."""
    few = [
        (tuple(claims), SOURCES) for claims in draw(st.lists(_referring, min_size=1, max_size=3))
    ]
    rows = draw(st.lists(st.sampled_from(few), max_size=6))
    events = make_events(*rows)
    texts = draw(st.lists(_any_texts, min_size=len(rows), max_size=len(rows)))
    names = ("title", "place", "place_local", "region", "summary", "target")
    for place, name in enumerate(names):
        events[name] = pd.Series([each[place] for each in texts], events.index, dtype=object)
    start = pd.Timestamp("2022-01-01", tz="UTC")
    return events.assign(start=pd.Series(start, events.index, dtype="datetime64[us, UTC]"))


@given(_events())
def test_shared_claims_say_what_each_event_alone_would(events: pd.DataFrame) -> None:
    alone = events.assign(
        claims=pd.Series([deepcopy(one) for one in events["claims"]], events.index, dtype=object)
    )
    for found in (events, alone):
        ledgers = build_ledgers(found)
        denied = [
            any(entry.claim.stance == "denies" and entry.claim.side in PARTIES for entry in each)
            for each in ledgers.values()
        ]
        assert flag_party_denials(found, PARTIES).tolist() == denied
        said = [
            min((entry.known_by for entry in each if entry.known_by), default=None)
            for each in ledgers.values()
        ]
        first = find_first_reports(found, "UTC")
        for event, moment in zip(found.index, said, strict=True):
            if moment is not None:
                assert first[event] == max(moment.replace(tzinfo=None), pd.Timestamp("2022-01-01"))
    assert flag_single_origin(events, VOICES).tolist() == flag_single_origin(alone, VOICES).tolist()
    assert find_first_reports(events, "UTC").equals(find_first_reports(alone, "UTC"))


@given(_events())
def test_lines_of_shared_statements_are_those_of_each_ledger(events: pd.DataFrame) -> None:
    lines = AttributionLines(events, find_reported_under(events))
    wanted = {
        event: format_attribution_line(ledger) for event, ledger in build_ledgers(events).items()
    }
    # Part by part, and what is known already once more.
    everything = np.arange(len(events))
    for rows in (everything[::2], everything):
        part = events.index[rows]
        assert lines.write(rows).to_dict() == {event: wanted[event] for event in part}


@given(_events())
def test_what_is_searched_is_each_text_folded(events: pd.DataFrame) -> None:
    wanted = [" ".join(map(fold, text.split(" "))) for text in list_searched(events)]
    assert build_search_text(events).tolist() == wanted


@given(_events())
def test_references_are_found_wherever_they_are(events: pd.DataFrame) -> None:
    wanted: dict[str, list[str]] = {}
    for event, claims in events["claims"].items():
        for claim in claims:
            for other in claim.also_about:
                wanted.setdefault(other, []).append(str(event))
    assert find_reported_under(events) == wanted


def test_no_events_share_nothing() -> None:
    shared = find_shared(make_events(), ["claims", "tz"])
    assert (len(shared.codes), len(shared.first), shared.spread([]).tolist()) == (0, 0, [])


def test_a_missing_text_is_shared_with_missing_ones_alone() -> None:
    events = pd.DataFrame({"tz": pd.Series(["UTC", None, "Asia/Aden", None, "UTC"], dtype="str")})
    assert find_shared(events, ["tz"]).codes.tolist() == [0, 1, 2, 1, 0]
