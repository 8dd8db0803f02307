"""The facts beside an event: numbers of people are somebody's, and a missing one is not none."""

from pathlib import Path

import pytest

from geo.events import read_events
from geo.events.facts import list_facts
from tests.event_texts import collection, record


@pytest.mark.parametrize(
    ("killed", "words"),
    [
        (None, "no figure on record"),
        ({"low": None, "best": None, "high": None, "claim": "c1"}, "reported, without a number"),
        ({"low": 0, "best": 0, "high": 0, "claim": "c1"}, "none, as stated"),
        ({"low": 1, "best": 2, "high": 3, "claim": "c1"}, "2 (1 to 3), as stated"),
    ],
)
def test_a_number_of_people_is_shown_as_stated(killed: object, words: str, tmp_path: Path) -> None:
    path = tmp_path / "events.geojson"
    path.write_bytes(collection(record(killed=killed, damage="3 wagons")))
    event = next(read_events(path).events.itertuples())
    assert list_facts(event) == [
        ("Killed", words),
        ("Injured", "no figure on record"),
        ("Reported damage", "3 wagons"),
    ]
