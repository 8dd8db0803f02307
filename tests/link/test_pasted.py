"""Links as mails, articles and networks pass them on open what their sender saw."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import Problem
from geo.link.link import Link, build_address, find_asked_version, from_query, read_query
from geo.link.parameters import list_parameters
from geo.link.pasted import is_tracking
from tests.link.any_links import links

EXAMPLES = {row.name: row.example for row in list_parameters()}
SENT = "https://maps.example/claims?from=2023-05-01&to=2023-05-03&group=north"
KNOWN = {"group": {"north", "coast (east)"}, "event": {"harbour-1"}, "briefing": {"night"}}


def opened(address: str) -> tuple[Link, tuple[Problem, ...]]:
    return from_query(read_query(address), KNOWN)


@pytest.mark.parametrize(
    "added",
    [
        "fbclid=IwAR0x",
        "gclid=a.b-c&gad_source=1",
        "utm_source=letter&utm_medium=email&utm_campaign=2023",
        "UTM_Source=letter",
        "utm_source_platform=x",
        "mc_cid=1&mc_eid=2",
        "msclkid=1&yclid=2&ttclid=3&twclid=4&igshid=5&li_fat_id=6",
        "mtm_campaign=x&pk_campaign=y&_hsenc=z&__hstc=1",
    ],
)
def test_tracking_parameters_are_dropped_silently(added: str) -> None:
    assert opened(f"{SENT}&{added}") == opened(SENT)
    assert opened(f"https://maps.example/?{added}") == (Link(), ())


def test_no_parameter_of_a_link_is_taken_for_tracking() -> None:
    assert not [name for name in (*EXAMPLES, "embed", "embed_options") if is_tracking(name)]


def test_other_unknown_parameters_are_still_reported() -> None:
    _, left_out = opened(SENT + "&utm=1&clid=2")
    assert [part.where for part in left_out] == ["clid", "utm"]


@given(links)
def test_a_link_from_the_source_of_a_page_opens_the_same(link: Link) -> None:
    address = build_address(link, "claims", "https://maps.example/")
    assert from_query(read_query(address.replace("&", "&amp;"))) == (link, ())
    assert from_query(read_query(address.replace("&", "&amp;amp;"))) == (link, ())


AFTER = st.text(".,;:!?…)]}>'\"”’»*_`", min_size=1, max_size=4)


@given(st.sampled_from(sorted(EXAMPLES.keys() - {"q"})), AFTER)
def test_punctuation_after_a_link_is_not_part_of_it(name: str, after: str) -> None:
    known = {"event": {EXAMPLES["event"]}, "briefing": {EXAMPLES["briefing"]}}
    known |= {"group": {EXAMPLES["group"]}, "region": {EXAMPLES["region"]}}
    query = "?" + urlencode({name: EXAMPLES[name]})
    assert from_query(read_query(query + after), known) == from_query(read_query(query), known)


def test_punctuation_that_is_part_of_a_word_stays() -> None:
    link, left_out = opened("?group=coast+(east)&q=who?&reach=100..")
    assert left_out == ()
    assert link.filters.words["group"] == {"coast (east)"}
    assert link.filters.text == "who?"
    assert opened("?reach=100...") == opened("?reach=100..") != opened("")


@pytest.mark.parametrize("wrong", ["2023-05-03x.", "........", ".", ")"])
def test_what_cannot_be_read_without_punctuation_either_is_reported_as_it_stands(
    wrong: str,
) -> None:
    link, (part,) = from_query({"to": [wrong]})
    assert link == Link()
    assert str(part).startswith(f"to: found {wrong!r}, wanted a day")


def test_the_version_of_a_pasted_link_is_found() -> None:
    for query in ("data=3f9a0c417be2.", "amp;data=3f9a0c417be2", "data=3f9a0c417be2&fbclid=1"):
        assert find_asked_version(read_query(query)) == "3f9a0c417be2"
    assert find_asked_version({}) is None
