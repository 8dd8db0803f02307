"""Members that contradict each other are named."""

import pytest

from tests.event_texts import record
from tests.events.bad_records import problem


@pytest.mark.parametrize("end", ["2023-05-03T02:27:00+03:00", "2023-05-02T23:26:59Z"])
def test_an_end_that_is_not_after_the_start_is_rejected(end: str) -> None:
    field, _, wanted = problem(end=end)
    assert field == "end"
    assert wanted == "an instant after start, 2023-05-03T02:27:00+03:00"


@pytest.mark.parametrize("name", ["claims", "sources"])
def test_two_claims_or_sources_with_one_id_are_rejected(name: str) -> None:
    twice = record()["properties"][name] * 2
    assert problem(**{name: twice}) == (name, "2 with 1 different ids", "an id of its own for each")


def test_a_claim_of_a_missing_source_is_rejected() -> None:
    wanted = "the id of a source of this event"
    assert problem(claims__0__source="s9") == ("claims[0].source", "'s9'", wanted)


@pytest.mark.parametrize(("low", "best", "high"), [(2, 1, 3), (0, 4, 3), (3, None, 2)])
def test_casualties_out_of_order_are_rejected(low: int, best: int | None, high: int) -> None:
    made = {"low": low, "best": best, "high": high, "claim": "c1"}
    assert problem(killed=made)[::2] == ("killed", "low <= best <= high")


def test_words_that_need_a_reason_have_one() -> None:
    assert problem(verification="partly_verified")[0] == "verified_aspects"
    assert problem(attribution="established")[0] == "established_by"
