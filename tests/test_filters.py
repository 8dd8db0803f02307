"""What the filters keep, and that every event is always somewhere."""

from dataclasses import replace
from datetime import datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.link.filters import (
    Filters,
    Reach,
    apply_filters,
    describe_filters,
    fold,
    is_default,
    kept,
)
from geo.summaries import count_presence
from geo.times import Range

# Three events to check by eye: far, near, and inside the border.
events = pd.DataFrame(
    {
        "group": ["kremlin", "other", "other"],
        "event_type": ["drone_incursion", "crash", "drone_strike"],
        "target_type": ["government", "unknown", "naval"],
        "verification": ["partly_verified", "unverified", "unverified"],
        "attribution": ["contested", "unclaimed", "claimed"],
        "region": ["Moscow", "Belgorod Region", None],
        "start_local": pd.to_datetime(["2023-05-03T02:27", "2023-04-24T00:00", "2022-10-29T00:00"]),
        "end_local": pd.to_datetime(["2023-05-03T02:28", "2023-04-25T00:00", "2022-10-30T00:00"]),
        "low_m": [451_000.0, 25_000.0, -60_000.0],
        "high_m": [451_400.0, 35_000.0, -40_000.0],
        "any_party_denies": [True, False, False],
        "one_origin_only": [False, True, True],
        "search_text": [fold("The Kremlin, Кремль"), fold("Belgorod"), fold("Севастополь")],
    },
    index=pd.Index(["far", "near", "inside"], name="id"),
)
events["start"] = events["start_local"].dt.tz_localize("Europe/Moscow").dt.tz_convert("UTC")
events["end"] = events["end_local"].dt.tz_localize("Europe/Moscow").dt.tz_convert("UTC")


def ids_kept(**changes: object) -> list[str]:
    presence = apply_filters(events, replace(Filters(), **changes))
    return list(events.index[kept(presence)])


def test_no_filter_keeps_every_event() -> None:
    assert ids_kept() == ["far", "near", "inside"]
    assert is_default(Filters(zone="utc"))


def test_words_of_one_field_add_up_and_of_two_narrow_down() -> None:
    assert ids_kept(event_type=frozenset({"crash", "drone_strike"})) == ["near", "inside"]
    assert ids_kept(
        event_type=frozenset({"crash", "drone_strike"}), attribution=frozenset({"claimed"})
    ) == ["inside"]


@pytest.mark.parametrize("text", ["Kremlin", "КРЕМЛЬ", "kremlin кремль", "Krémlin"])
def test_the_kremlin_is_found_in_either_alphabet(text: str) -> None:
    assert ids_kept(text=text) == ["far"]


def test_markup_and_patterns_are_searched_as_they_stand() -> None:
    assert ids_kept(text=".*") == []
    assert ids_kept(text="<b>") == []


def test_reach_counts_a_circle_that_only_partly_fits_as_possible() -> None:
    presence = apply_filters(events, Filters(reach=Reach(30, 500)))
    assert list(presence) == ["definite", "possible", "hidden"]


def test_an_event_inside_the_border_is_nearer_than_any_distance() -> None:
    assert ids_kept(reach=Reach(high_km=0)) == ["inside"]
    assert ids_kept(reach=Reach(low_km=0)) == ["far", "near"]


def test_a_day_in_utc_is_another_day_in_moscow() -> None:
    second_of_may = Range(datetime(2023, 5, 2), datetime(2023, 5, 3))
    assert ids_kept(range=second_of_may) == []
    assert ids_kept(range=second_of_may, zone="utc") == ["far"]


def test_voices_keep_events_by_their_claims() -> None:
    assert ids_kept(voices=frozenset({"any_party_denies"})) == ["far"]
    assert ids_kept(voices=frozenset({"any_party_denies", "one_origin_only"})) == []


def test_an_event_without_a_region_is_hidden_by_one() -> None:
    assert ids_kept(region=frozenset({"Moscow"})) == ["far"]


def test_nothing_is_kept_of_nothing() -> None:
    nothing = events.iloc[:0]
    assert apply_filters(nothing, Filters(text="x", reach=Reach(0, 1))).empty


some_words = st.sampled_from([frozenset(), frozenset({"other"}), frozenset({"kremlin", "other"})])
choices = st.builds(
    Filters,
    group=some_words,
    range=st.none() | st.just(Range(datetime(2023, 4, 24, 12), datetime(2023, 5, 3, 3))),
    zone=st.sampled_from(["place", "utc"]),
    reach=st.none() | st.just(Reach(30, 460)),
    text=st.sampled_from(["", "kremlin", "o"]),
)


@given(choices)
def test_definite_possible_outside_and_hidden_are_all_events(filters: Filters) -> None:
    count = count_presence(apply_filters(events, filters))
    assert count.definite + count.possible + count.outside + count.hidden == len(events)


@given(choices)
def test_taking_a_filter_away_never_hides_an_event(filters: Filters) -> None:
    narrow = kept(apply_filters(events, filters))
    for wider in (replace(filters, text=""), replace(filters, range=None, reach=None)):
        assert kept(apply_filters(events, wider))[narrow].all()


def test_filters_are_told_in_words_a_reader_would_use() -> None:
    filters = Filters(
        range=Range(datetime(2023, 2, 2), datetime(2023, 5, 4)),
        group=frozenset({"kremlin"}),
        text="дрон",
    )
    assert describe_filters(filters, {"kremlin": "The Kremlin"}) == (
        "2 February to 3 May 2023 in the time of the place; group: The Kremlin; containing 'дрон'"
    )
