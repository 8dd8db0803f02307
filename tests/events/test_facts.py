"""The facts beside an event: numbers of people are somebody's, and a missing one is not none."""

from pathlib import Path

import pandas as pd
import pytest

from geo.events import Casualties, facts, read_events
from geo.events.facts import Fact, format_fact, list_facts
from tests.event_texts import collection, record


@pytest.mark.parametrize(
    ("killed", "words"),
    [
        (None, "no figure on record"),
        ({"low": 0, "best": 0, "high": 0, "claim": "c1"}, "none, as stated"),
        ({"low": 1, "best": 2, "high": 3, "claim": "c1"}, "2 (1 to 3), as stated"),
        ({"low": 2, "claim": "c1"}, "at least 2, as stated"),
    ],
)
def test_a_number_of_people_is_shown_as_stated(killed: object, words: str, tmp_path: Path) -> None:
    assert _read_facts(tmp_path, killed=killed, damage="3 wagons") == [
        ("Killed", words),
        ("Injured", "no figure on record"),
        ("Reported damage", "3 wagons"),
    ]


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ({"low": 0, "best": 0, "high": 0}, "none; who says so is not on record"),
        ({"best": 2}, "2; who says so is not on record"),
        ({"low": 0}, "no number on record"),
        ({}, "no number that could be read"),
    ],
)
def test_a_number_that_rests_on_no_statement_is_not_shown_as_stated(
    numbers: dict[str, int], words: str, tmp_path: Path
) -> None:
    facts = _read_facts(tmp_path, killed=numbers, injured=numbers)
    assert facts == [("Killed", words), ("Injured", words)]


def test_an_entry_without_a_number_is_shown_with_the_words_it_rests_on(tmp_path: Path) -> None:
    claims = [
        {"id": "c1", "actor": "Ana Lau", "stance": "asserts", "summary": "Said several died."},
        {"id": "c2", "actor": "The port", "stance": "denies", "summary": "Said nothing happened."},
    ]
    facts = _read_facts(tmp_path, killed={"claim": "c1"}, claims=claims)
    assert facts[0] == ("Killed", "no number that could be read; Ana Lau: Said several died.")


@pytest.mark.parametrize(
    ("low", "best", "high", "words"),
    [
        (2, None, None, "at least 2"),
        (None, None, 4, "at most 4"),
        (1, None, 3, "1 to 3"),
        (None, 4, None, "4"),
        (3, 4, 5, "4 (3 to 5)"),
        (4, 4, 4, "4"),
        (2, None, 2, "2"),
        (3, 4, None, "4 (at least 3)"),
        (None, 4, 6, "4 (at most 6)"),
        (0, None, None, "no number on record"),
        (0, 0, 4, "0 (0 to 4)"),
        (None, None, 0, "none, as stated"),
        (None, 0, None, "none, as stated"),
        (None, None, None, "no number that could be read"),
    ],
)
def test_words_of_a_count_have_no_number_that_nobody_stated(
    low: int | None, best: int | None, high: int | None, words: str
) -> None:
    assert format_fact(Casualties(low=low, best=best, high=high, claim="c1")) == words


def _read_facts(folder: Path, **members: object) -> list[tuple[str, str]]:
    path = folder / "events.geojson"
    path.write_bytes(collection(record(**members)))
    return list_facts(next(read_events(path).events.itertuples()))


def test_a_word_is_shown_by_its_label_and_that_of_the_story_where_it_has_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "events.geojson"
    path.write_bytes(collection(record(target_type="rail_or_bridge", target="rail_or_bridge")))
    event = next(read_events(path).events.itertuples())
    rows = Fact("target_type", "Kind of target"), Fact("target", "Target")
    monkeypatch.setattr(facts, "FACTS", rows)
    text = ("Target", "rail_or_bridge")
    assert list_facts(event) == [("Kind of target", "Rail or bridge"), text]
    assert list_facts(event, lambda field, word: f"{field} {word}") == [
        ("Kind of target", "target_type rail_or_bridge"),
        text,
    ]


def test_a_member_is_not_mistaken_for_an_attribute_of_its_row(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(facts, "FACTS", (Fact("size", "Size"),))
    assert list_facts(pd.Series({"size": 40.0, "other": "x"}, dtype=object)) == [("Size", "40")]
