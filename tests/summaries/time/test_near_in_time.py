"""Which events a box offers where a record has too many for it."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.summaries.time.near_in_time import select_near_in_time

DAYS = pd.DataFrame(
    {"start": pd.to_datetime([f"2023-05-0{day}" for day in (4, 2, 1, 5, 3)], utc=True)},
    index=["d", "b", "a", "e", "c"],
)


@pytest.mark.parametrize(
    ("event", "near"), [("a", "abc"), ("b", "abc"), ("c", "bcd"), ("e", "cde"), (None, "cde")]
)
def test_as_many_are_offered_before_an_event_as_after_it(event: str | None, near: str) -> None:
    assert select_near_in_time(DAYS, event, 3).index.tolist() == list(near)


def test_a_record_that_fits_is_offered_whole_in_the_order_of_time() -> None:
    assert select_near_in_time(DAYS, "b", 5).index.tolist() == list("abcde")
    assert select_near_in_time(DAYS.iloc[:0], None, 5).empty


@given(st.lists(st.integers(0, 5), min_size=1, max_size=12), st.data())
def test_the_event_itself_is_always_offered(starts: list[int], data: st.DataObject) -> None:
    events = pd.DataFrame({"start": starts}, index=[str(n) for n in range(len(starts))])
    event = data.draw(st.sampled_from(events.index.tolist()))
    most = data.draw(st.integers(1, 12))
    near = select_near_in_time(events, event, most)
    assert event in near.index
    assert len(near) == min(most, len(events))
    assert near["start"].is_monotonic_increasing
