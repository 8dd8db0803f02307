"""The facts beside an event: numbers of people are somebody's, and a missing one is not none."""

from types import SimpleNamespace

import pytest

from geo.events.facts import list_facts
from geo.events.parts import Casualties


@pytest.mark.parametrize(
    ("killed", "words"),
    [
        (None, "no figure on record"),
        (Casualties(low=None, best=None, high=None, claim="c1"), "reported, without a number"),
        (Casualties(low=0, best=0, high=0, claim="c1"), "none, as stated"),
        (Casualties(low=1, best=2, high=3, claim="c1"), "2 (1 to 3), as stated"),
    ],
)
def test_a_number_of_people_is_shown_as_stated(killed: Casualties | None, words: str) -> None:
    event = SimpleNamespace(
        killed=killed, injured=None, damage="3 wagons", target=None, means_reported=None
    )
    assert list_facts(event) == [
        ("Killed", words),
        ("Injured", "no figure on record"),
        ("Reported damage", "3 wagons"),
    ]
