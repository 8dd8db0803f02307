"""A link there and back, and links from nowhere good."""

from collections.abc import Iterable
from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from geo.events.vocabulary import VOCABULARY
from geo.link.analysis import Analysis, OtherGroup
from geo.link.camera import Camera
from geo.link.fields import FIELDS
from geo.link.filters import VOICES, Filters
from geo.link.link import Link, build_address, from_query, read_query, to_query
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


@given(filters, filters)
def test_equal_filters_have_one_hash(one: Filters, other: Filters) -> None:
    assert hash(one) == hash(from_query(to_query(Link(one)))[0].filters)
    assert one == one.with_words(one.words)
    assert (one == other) == (to_query(Link(one)) == to_query(Link(other)))
