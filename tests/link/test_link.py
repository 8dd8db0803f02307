"""A link there and back, and links from nowhere good."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.events.vocabulary import VOCABULARY
from geo.link.analysis import Analysis, OtherGroup
from geo.link.camera import Camera
from geo.link.fields import FIELDS
from geo.link.filters import VOICES, Filters
from geo.link.link import Link, build_address, from_query, read_query, to_query
from geo.link.parameter import Parameter
from geo.link.parameters import list_parameters
from geo.link.reach import Reach
from geo.link.text_search import fold
from geo.times import Range

moments = st.datetimes(datetime(1000, 1, 1), datetime(2999, 12, 30)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


def some_of(words: Iterable[str]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(sorted(words)), max_size=3)


km = st.integers(-2_000_000, 20_000_000).map(lambda metres: metres / 1000)
reaches = st.builds(Reach, km, st.none()) | st.tuples(km, km).map(lambda ends: Reach(*sorted(ends)))
plain_text = st.text(min_size=1, max_size=200)
ranges = (
    st.tuples(moments, moments)
    .filter(lambda ends: ends[0] < ends[1])
    .map(lambda ends: Range(*ends))
)
filters = st.builds(
    Filters,
    range=st.none() | ranges,
    zone=st.sampled_from(["place", "utc"]),
    words=st.fixed_dictionaries(
        {
            "group": st.frozensets(plain_text, max_size=3),
            "region": st.frozensets(plain_text, max_size=3),
            "event_type": some_of(VOCABULARY["event_type"]),
            "target_type": some_of(VOCABULARY["target_type"]),
            "verification": some_of(VOCABULARY["verification"]),
            "attribution": some_of(VOCABULARY["attribution"]),
        }
    ),
    voices=some_of(VOICES),
    reach=st.none() | reaches,
    # Blanks and invisible signs look for nothing.
    text=st.text(max_size=200).filter(lambda text: text == "" or fold(text).strip()),
    changed=st.just("")
    | st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)).map(date.isoformat)
    | st.text("0123456789abcdef", min_size=12, max_size=12),
    known=st.none() | moments,
)
cameras = st.builds(
    Camera,
    st.integers(-1_800_000, 1_800_000).map(lambda part: part / 10_000),
    st.integers(-900_000, 900_000).map(lambda part: part / 10_000),
    st.integers(0, 2400).map(lambda part: part / 100),
)
# A group is named in one parameter with what it is: 200 characters together.
analyses = st.builds(
    Analysis,
    stack=st.sampled_from(["group", "event_type", "verification"]),
    cross=st.permutations(list(FIELDS)).map(lambda fields: (fields[0], fields[1])),
    compare=st.none() | ranges | st.text(min_size=1, max_size=190).map(OtherGroup),
    span=st.integers(1, 9999),
)
links = st.builds(
    Link,
    filters=filters,
    colour=st.sampled_from(["group", "event_type"]),
    event=st.none() | plain_text,
    camera=st.none() | cameras,
    briefing=st.none() | plain_text,
    step=st.none() | st.integers(1, 999),
    data=st.none() | st.text("0123456789abcdef", min_size=12, max_size=12),
    analysis=analyses,
)


@given(links)
def test_every_view_comes_back_from_its_link(link: Link) -> None:
    assert from_query(to_query(link)) == (link, ())


# Text that nearly fits: readers must refuse it themselves, not by accident.
like_a_value = st.text("0123456789-.:T,group", max_size=20) | st.sampled_from(
    ["2023-02-29", "9999-12-31", "0000-00-00", "9..8", "..", "group:", "nan,nan,nan", "type,type"]
)
anything = st.dictionaries(
    st.sampled_from([row.name for row in list_parameters()]) | st.text(max_size=20),
    st.lists(st.text(max_size=300) | like_a_value, max_size=4),
    max_size=8,
)


@given(anything)
def test_no_link_raises_and_what_is_left_out_is_reported(query: dict[str, list[str]]) -> None:
    link, left_out = from_query(query)
    assert isinstance(link, Link)
    assert all(isinstance(line, str) and len(line) < 400 for line in left_out)
    assert from_query(to_query(link)) == (link, ())


def test_a_view_as_by_default_has_an_empty_link() -> None:
    assert to_query(Link()) == {}


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


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"from": ["03.05.2023"]}, "from: '03.05.2023'"),
        ({"to": ["2023-02-30"]}, "to: '2023-02-30'"),
        ({"from": ["0001-01-01"]}, "from: '0001-01-01'"),
        ({"from": ["2023-05-04"], "to": ["2023-05-01"]}, "wanted a time before"),
        ({"zone": ["Suva"]}, "zone: 'Suva', wanted place or utc"),
        ({"type": ["meteor"]}, "type: 'meteor', wanted one of"),
        ({"reach": ["450"]}, "reach: '450'"),
        ({"reach": ["nan..2"]}, "reach: 'nan..2'"),
        ({"reach": ["450..100"]}, "reach: '450..100'"),
        ({"view": ["37,55"]}, "view: '37,55'"),
        ({"view": ["inf,55,4"]}, "view: 'inf,55,4'"),
        ({"voice": ["everybody"]}, "voice: 'everybody'"),
        ({"q": ["x" * 201]}, "at most 200 characters"),
        ({"source": ["mail"]}, "source: 'mail', wanted no such parameter"),
        ({"event": ["<script>"]}, "wanted the id of an event"),
        ({"briefing": ["../etc"]}, "wanted the name of a briefing"),
        ({"step": ["0"]}, "step: '0', wanted the number of a step"),
        ({"step": ["1e3"]}, "step: '1e3'"),
        ({"data": ["../versions"]}, "data: '../versions', wanted a version such as"),
        ({"data": ["3F9A0C417BE2"]}, "data: '3F9A0C417BE2'"),
        ({"stack": ["colour"]}, "stack: 'colour', wanted group or type or verification"),
        ({"cross": ["type,type"]}, "cross: 'type,type', wanted two of"),
        ({"cross": ["type"]}, "cross: 'type'"),
        ({"compare": ["2022-05-03"]}, "compare: '2022-05-03', wanted a range such as"),
        ({"compare": ["2022-05-03..2022-05-01"]}, "compare: '2022-05-03..2022-05-01'"),
        ({"compare": ["group:"]}, "compare: 'group:'"),
        ({"compare": ["group:mars"]}, "compare: 'group:mars'"),
        ({"span": ["-3"]}, "span: '-3', wanted a number of days"),
    ],
)
def test_a_bad_part_is_left_out_and_reported(query: dict[str, list[str]], message: str) -> None:
    link, left_out = from_query(
        query, {"event": {"drone-1"}, "briefing": {"night"}, "group": {"north"}}
    )
    assert link == Link()
    assert len(left_out) == 1
    assert message in left_out[0]


def test_a_good_part_beside_a_bad_one_is_kept() -> None:
    link, left_out = from_query({"type": ["crash", "meteor"]})
    assert link.filters.words == {"event_type": {"crash"}}
    assert len(left_out) == 1


def test_words_of_the_story_are_checked_where_they_are_known() -> None:
    link, left_out = from_query({"group": ["north", "mars"]}, {"group": {"north"}})
    assert link.filters.words == {"group": {"north"}}
    assert left_out == ("group: 'mars', wanted one of north",)


def test_streamlits_own_parameters_pass_without_a_word() -> None:
    assert from_query({"embed": ["true"]}) == (Link(), ())


@given(moments, st.integers(1, 10_000))
def test_whole_days_are_written_as_days(start: datetime, days: int) -> None:
    midnight = start.replace(hour=0, minute=0)
    end = min(midnight + timedelta(days=days), datetime(3000, 1, 1))
    query = to_query(Link(Filters(range=Range(midnight, end))))
    assert len(query["from"][0]) == len(query["to"][0]) == len("2023-05-03")


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u200b\u200f", "\x00"])
def test_blanks_look_for_nothing(blank: str) -> None:
    assert from_query({"q": [blank]}) == (Link(), ())


@given(links)
def test_every_view_comes_back_from_its_address(link: Link) -> None:
    assert from_query(read_query(build_address(link, "claims", "https://maps.example/"))) == (
        link,
        (),
    )


def test_an_address_is_base_page_and_query() -> None:
    link = Link(Filters(words={"region": {"Ba & Ra"}}), event="a=b")
    assert build_address(link) == "?region=Ba+%26+Ra&event=a%3Db"
    assert build_address(Link(), "claims") == "claims"
    assert build_address(Link(step=2), "briefing", "https://maps.example/") == (
        "https://maps.example/briefing?step=2"
    )


def test_a_midnight_at_either_end_is_written_as_a_day() -> None:
    night = Range(datetime(2023, 5, 1), datetime(2023, 5, 3, 6))
    assert to_query(Link(Filters(range=night))) == {
        "from": ["2023-05-01"],
        "to": ["2023-05-03T06:00"],
    }


@given(filters, filters)
def test_equal_filters_have_one_hash(one: Filters, other: Filters) -> None:
    assert hash(one) == hash(from_query(to_query(Link(one)))[0].filters)
    assert one == one.with_words(one.words)
    assert (one == other) == (to_query(Link(one)) == to_query(Link(other)))


@pytest.mark.parametrize("row", list_parameters(), ids=lambda row: row.name)
def test_the_example_of_each_parameter_can_be_read_and_means_something(row: Parameter) -> None:
    link, left_out = from_query({row.name: [row.example]})
    assert left_out == ()
    assert to_query(link)[row.name] == [row.example] or row.name == "view"
    assert link != Link()
    assert row.help.endswith((".", "id."))
    assert row.help[0].isupper()


def test_no_two_parameters_have_one_name_or_one_place() -> None:
    rows = list_parameters()
    assert len({row.name for row in rows}) == len({row.place for row in rows}) == len(rows)


def test_what_is_left_out_of_a_long_link_is_said_in_few_words() -> None:
    words = [f"word{number}" for number in range(1_000)]
    query = {"type": words, "x" * 50_000: ["1"], "from": ["2024-01-01"], "to": ["2023-01-01"]}
    _, left_out = from_query(query)
    assert len(left_out) <= 13
    assert sum(map(len, left_out)) < 6_000
    assert "more" in left_out[-1]
