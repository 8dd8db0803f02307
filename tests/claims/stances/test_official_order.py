"""Who is named first where few have room: named officials of a party, then by time."""

from hypothesis import given

from geo.claims import Sides, sort_officials_first
from geo.events import Actor, Claim
from tests.statements import SIDES, any_claims, make_claim, make_ledger


def order(*claims: Claim, sides: Sides = SIDES) -> list[str]:
    return [entry.claim.id for entry in sort_officials_first(make_ledger(*claims), sides)]


def test_an_empty_ledger_stays_empty() -> None:
    assert order() == []


def test_a_named_office_of_a_party_comes_before_those_who_spoke_earlier() -> None:
    channel = Actor(name="Dawn", kind="outlet")
    unnamed = Actor(name="Officials", kind="office", named=False)
    assert order(
        make_claim(1, actor=channel, side="media", said_at="2023-05-01"),
        make_claim(2, actor=unnamed, said_at="2023-05-01"),
        make_claim(3, side="abroad", said_at="2023-05-01"),
        make_claim(4, said_at="2023-05-03"),
        make_claim(5, actor=Actor(name="Ada Marsh", kind="person"), side="south"),
        make_claim(6, actor="The harbour office", said_at="2023-05-03"),
        make_claim(7, actor="A neighbour", basis="witnessed", said_at="2023-05-01"),
    ) == ["c4", "c5", "c6", "c1", "c2", "c3", "c7"]


def test_among_officials_the_hour_that_is_known_comes_before_that_day() -> None:
    assert order(
        make_claim(1, said_at="2023-05-03"),
        make_claim(2, said_at="2023-05-03T14:33+03:00", said_at_precision="minute"),
        make_claim(3, said_at=None, said_at_precision=None, source=None),
    ) == ["c2", "c1", "c3"]


def test_officials_who_name_a_culprit_come_before_those_who_say_it_happened() -> None:
    channel = Actor(name="Dawn", kind="outlet")
    assert order(
        make_claim(1, said_at="2023-05-01"),
        make_claim(2, stance="accuses", said_at="2023-05-02"),
        make_claim(3, stance="accuses", actor=channel, side="media", said_at="2023-05-01"),
    ) == ["c2", "c1", "c3"]


def test_mere_reactions_come_after_what_they_react_to() -> None:
    assert order(
        make_claim(1, about=("response",), said_at="2023-05-01"),
        make_claim(2, actor=Actor(name="Dawn", kind="outlet"), side="media"),
        make_claim(3, about=("response", "damage")),
    ) == ["c3", "c2", "c1"]


def test_a_story_without_parties_is_ordered_by_time() -> None:
    assert order(
        make_claim(1, said_at="2023-05-04"),
        make_claim(2, actor="A neighbour", said_at="2023-05-03"),
        sides=Sides(),
    ) == ["c2", "c1"]


@given(any_claims)
def test_nothing_is_left_out_and_an_ordered_list_stays_as_it_is(
    claims: tuple[Claim, ...],
) -> None:
    entries = make_ledger(*claims)
    ordered = sort_officials_first(entries, SIDES)
    assert sorted(ordered, key=entries.index) == list(entries)
    assert sort_officials_first(ordered, SIDES) == ordered
