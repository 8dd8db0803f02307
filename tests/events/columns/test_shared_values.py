"""What is made of values once for all rows that hold them, and row by row."""

from copy import deepcopy

import pandas as pd
from hypothesis import given

from geo.claims import build_ledgers, find_first_reports, flag_party_denials, flag_single_origin
from geo.events.columns.also_about import find_reported_under
from geo.events.columns.shared_values import find_shared
from geo.link.search.text_search import build_search_text, fold, list_searched
from tests.events.referring import events_of_claims
from tests.statements import PARTIES, SIDES, make_events


@given(events_of_claims())
def test_shared_claims_say_what_each_event_alone_would(events: pd.DataFrame) -> None:
    alone = events.assign(
        claims=pd.Series([deepcopy(one) for one in events["claims"]], events.index, dtype=object)
    )
    for found in (events, alone):
        ledgers = build_ledgers(found)
        denied = [
            any(
                entry.claim.stance in ("denies", "alleges_staged") and entry.claim.side in PARTIES
                for entry in each
            )
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
    assert flag_single_origin(events, SIDES).tolist() == flag_single_origin(alone, SIDES).tolist()
    assert find_first_reports(events, "UTC").equals(find_first_reports(alone, "UTC"))


@given(events_of_claims())
def test_what_is_searched_is_each_text_folded(events: pd.DataFrame) -> None:
    wanted = [" ".join(map(fold, text.split(" "))) for text in list_searched(events)]
    assert build_search_text(events).tolist() == wanted


@given(events_of_claims())
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
