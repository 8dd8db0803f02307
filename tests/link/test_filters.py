"""What the filters keep, and that every event is always somewhere."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.link.filters import Filters, apply_filters, describe_filters, is_default, is_kept
from geo.link.link import from_query
from geo.link.reach import Reach
from geo.summaries import count_presence
from geo.times import Range
from tests.link.three_events import events, ids_kept


def test_no_filter_keeps_every_event() -> None:
    assert ids_kept(Filters()) == ["far", "near", "inside"]
    assert is_default(Filters(zone="utc"))


def test_words_of_one_field_add_up_and_of_two_narrow_down() -> None:
    assert ids_kept(Filters(words={"event_type": {"crash", "drone_strike"}})) == ["near", "inside"]
    assert ids_kept(
        Filters(words={"event_type": {"crash", "drone_strike"}, "attribution": {"claimed"}})
    ) == ["inside"]


@pytest.mark.parametrize("text", ["Mill", "МЕЛЬНИЦА", "mill мельница", "Míll"])
def test_a_place_is_found_in_either_alphabet(text: str) -> None:
    assert ids_kept(Filters(text=text)) == ["far"]


def test_markup_and_patterns_are_searched_as_they_stand() -> None:
    assert ids_kept(Filters(text=".*")) == []
    assert ids_kept(Filters(text="<b>")) == []


def test_a_day_in_utc_is_another_day_at_the_place() -> None:
    second_of_may = Range(datetime(2023, 5, 2), datetime(2023, 5, 3))
    assert ids_kept(Filters(range=second_of_may)) == []
    assert ids_kept(Filters(range=second_of_may, zone="utc")) == ["far"]


def test_the_minute_that_a_range_ends_at_is_left_out_as_its_words_say() -> None:
    # "far" happened within the minute from 02:27.
    at_its_minute, after_it = (
        from_query({"from": ["2023-05-03T02:00"], "to": [f"2023-05-03T02:{minute}"]})[0].filters
        for minute in (27, 28)
    )
    assert ids_kept(at_its_minute) == []
    words = describe_filters(at_its_minute)
    assert words == "3 May 2023, 02:00, to just before 3 May 2023, 02:27, local time"
    assert ids_kept(after_it) == ["far"]


def test_voices_keep_events_by_their_claims() -> None:
    assert ids_kept(Filters(voices=frozenset({"any_party_denies"}))) == ["far"]
    assert ids_kept(Filters(voices=frozenset({"any_party_denies", "one_origin_only"}))) == []


def test_an_event_without_a_region_is_hidden_by_one() -> None:
    assert ids_kept(Filters(words={"region": {"Rewa"}})) == ["far"]


def test_nothing_is_kept_of_nothing() -> None:
    nothing = events.iloc[:0]
    assert apply_filters(nothing, Filters(text="x", reach=Reach(0, 1))).empty


some_words = st.sampled_from([frozenset(), frozenset({"other"}), frozenset({"north", "other"})])
choices = st.builds(
    Filters,
    words=st.fixed_dictionaries({"group": some_words}),
    range=st.none() | st.just(Range(datetime(2023, 4, 24, 12), datetime(2023, 5, 3, 3))),
    zone=st.sampled_from(["place", "utc"]),
    reach=st.none() | st.just(Reach(30, 460)),
    text=st.sampled_from(["", "mill", "o"]),
)


@given(choices)
def test_definite_possible_outside_and_hidden_are_all_events(filters: Filters) -> None:
    count = count_presence(apply_filters(events, filters))
    assert count.definite + count.possible + count.outside + count.hidden == len(events)


@given(choices)
def test_removing_a_filter_never_hides_an_event(filters: Filters) -> None:
    narrow = is_kept(apply_filters(events, filters))
    for wider in (replace(filters, text=""), replace(filters, range=None, reach=None)):
        assert is_kept(apply_filters(events, wider))[narrow].all()


def test_filters_are_described_in_words_a_reader_would_use() -> None:
    filters = Filters(
        range=Range(datetime(2023, 2, 2), datetime(2023, 5, 4)),
        words={"group": {"north"}},
        text="дрон",
    )
    assert describe_filters(filters, lambda _, word: f"The {word.title()}") == (
        "2 February to 3 May 2023, local time; group: The North; containing 'дрон'"
    )
