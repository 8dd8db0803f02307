"""The parts of an event: what the model takes, and what it refuses."""

import itertools

import pytest
from pydantic import ValidationError

from geo.events.parts import Casualties
from tests.statements import make_claim, make_source

NUMBERS = (None, 0, 1, 2)


@pytest.mark.parametrize(("low", "best", "high"), list(itertools.product(NUMBERS, repeat=3)))
def test_numbers_of_people_are_in_order_as_far_as_they_are_stated(
    low: int | None, best: int | None, high: int | None
) -> None:
    pairs = ((low, best), (best, high), (low, high))
    if all(one is None or other is None or one <= other for one, other in pairs):
        assert Casualties(low=low, best=best, high=high, claim=None).best == best
        return
    with pytest.raises(ValidationError) as refused:
        Casualties(low=low, best=best, high=high, claim=None)
    [error] = refused.value.errors()
    assert error["ctx"]["wanted"] == "low <= best <= high"
    assert "None" not in error["ctx"]["found"]


@pytest.mark.parametrize("claim", ["c1", "other-event#c1"])
def test_numbers_rest_on_a_claim_of_this_event_or_of_another(claim: str) -> None:
    assert Casualties(low=None, best=1, high=None, claim=claim).claim == claim


@pytest.mark.parametrize("claim", ["", "two words", "a#b#c"])
def test_what_names_no_claim_is_refused(claim: str) -> None:
    with pytest.raises(ValidationError):
        Casualties(low=None, best=1, high=None, claim=claim)


@pytest.mark.parametrize(
    "members",
    [
        {"stance": "shouts"},
        {"about": ()},
        {"about": ("weather",)},
        {"said_at": "3 May"},
        {"distance_km": -1.0},
        {"reads_on": "yes"},
        {"accuses": tuple(map(str, range(21)))},
    ],
)
def test_a_claim_of_other_words_or_kinds_is_refused(members: dict[str, object]) -> None:
    make_claim()
    with pytest.raises(ValidationError):
        make_claim(1, **members)


@pytest.mark.parametrize("url", ["ftp://a.example", "a.example", "https://user@a.example"])
def test_a_source_leads_to_the_web_alone(url: str) -> None:
    assert make_source(url="https://a.example/1").url == "https://a.example/1"
    with pytest.raises(ValidationError):
        make_source(url=url)
