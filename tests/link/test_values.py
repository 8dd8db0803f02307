"""Days and minutes of a link, as they are read and written."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.link.filters import Filters
from geo.link.link import Link, from_query, to_query
from geo.times import Range

moments = st.datetimes(datetime(1000, 1, 1), datetime(2999, 12, 30)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


def test_the_last_day_of_a_link_is_included() -> None:
    link, _ = from_query({"from": ["2023-05-01"], "to": ["2023-05-03"]})
    assert link.filters.range == Range(datetime(2023, 5, 1), datetime(2023, 5, 4))


def test_a_minute_at_the_end_of_a_link_is_where_the_range_stops() -> None:
    link, _ = from_query({"from": ["2023-05-02T21:00"], "to": ["2023-05-03T06:00"]})
    assert link.filters.range == Range(datetime(2023, 5, 2, 21), datetime(2023, 5, 3, 6))


def test_one_end_alone_takes_the_other_from_the_record() -> None:
    whole = Range(datetime(2022, 2, 24), datetime(2023, 8, 24))
    link, left_out = from_query({"from": ["2023-05-01"]}, whole=whole)
    assert link.filters.range == Range(datetime(2023, 5, 1), whole.end)
    assert left_out == ()


@given(moments, st.integers(1, 10_000))
def test_whole_days_are_written_as_days(start: datetime, days: int) -> None:
    midnight = start.replace(hour=0, minute=0)
    end = min(midnight + timedelta(days=days), datetime(3000, 1, 1))
    query = to_query(Link(Filters(range=Range(midnight, end))))
    assert len(query["from"][0]) == len(query["to"][0]) == len("2023-05-03")


@pytest.mark.parametrize("name", ["known", "to"])
@pytest.mark.parametrize("text", ["2999-12-31", "2999-12-31T23:59", "1000-01-01T00:01"])
def test_the_first_and_last_moments_of_a_link_come_back(name: str, text: str) -> None:
    link, left_out = from_query({name: [text], "from": ["1000-01-01"]})
    assert left_out == ()
    assert to_query(link)[name] == [text]
    assert from_query(to_query(link)) == (link, ())


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u200b\u200f", "\x00"])
def test_blanks_look_for_nothing(blank: str) -> None:
    assert from_query({"q": [blank]}) == (Link(), ())


def test_a_midnight_at_either_end_is_written_as_a_day() -> None:
    night = Range(datetime(2023, 5, 1), datetime(2023, 5, 3, 6))
    assert to_query(Link(Filters(range=night))) == {
        "from": ["2023-05-01"],
        "to": ["2023-05-03T06:00"],
    }
