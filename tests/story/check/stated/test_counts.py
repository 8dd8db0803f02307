"""Numbers of people and drones that a text gives with certainty."""

import math

import pytest

from geo.story.check.stated.counts import find_counts, list_numbers


@pytest.mark.parametrize(
    ("text", "counted", "low", "high"),
    [
        ("Two people were killed at the bridge.", "killed", 2, 2),
        ("At least 2 dead", "killed", 2, math.inf),
        ("A blast, killing two to four people, was heard.", "killed", 2, 4),
        ("Nobody was hurt, by the mayor.", "injured", 0, 0),
        ("No one was killed.", "killed", 0, 0),
        ("Up to 1,200 persons were reported injured.", "injured", 0, 1200),
        ("The blast injured thirteen people and stopped trains.", "injured", 13, 13),
        ("Ten Zendan drones flew.", "drones", 10, 10),
        ("The mayor counted more than five small drones.", "drones", 6, math.inf),
    ],
)
def test_a_number_is_read_with_its_bounds(text: str, counted: str, low: int, high: float) -> None:
    [found] = find_counts(text)
    assert (found.counted, found.low, found.high) == (counted, low, high)


def test_each_kind_of_a_sentence_is_read() -> None:
    found = find_counts("Three drones fell; two people were killed and 5 injured. 1 person died.")
    assert [(one.counted, one.low) for one in found] == [
        *[("killed", 2), ("injured", 5), ("drones", 3)],
        ("killed", 1),
    ]


@pytest.mark.parametrize(
    "text",
    [
        *["", "Many were killed.", "Two boats.", "Two children were killed.", "killed 2 children"],
        *[
            "2 injured workers",
            "7 killed or injured",
            "killed and injured 7",
            "killed and wounded 7",
        ],
        *["another two were killed", "two more killed", "one of two killed", "not one was killed"],
        *["about 10 people were killed", "nearly 10 killed", "two dozen killed", "1.5 killed"],
        *["2 killed in the north and 3 in the south", "2 people died, then 3 people died"],
        *["2 killed, later 3 more", "thirty-two killed", "5 drone operators", "another 5 drones"],
        *["12-year-old killed", "at 02:27 killed", "some 25 drones", "a drone", "dozens of drones"],
    ],
)
def test_what_may_be_another_number_is_not_read(text: str) -> None:
    assert find_counts(text) == []


def test_all_whole_numbers_of_a_text_are_listed() -> None:
    text = "Nobody in 1,200 homes; three of 15 boats, 2.5 km, at 02:27, a 4th."
    assert list_numbers(text) == {0, 3, 15, 1200}
