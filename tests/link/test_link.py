"""A link there and back, and links from nowhere good."""

from hypothesis import given
from hypothesis import strategies as st

from geo.link.filters import Filters
from geo.link.link import Link, build_address, from_query, read_query, to_query
from geo.link.parameters import list_parameters
from tests.link.any_links import filters, links


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
    assert all(len(str(part)) < 400 for part in left_out)
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
