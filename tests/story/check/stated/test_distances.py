"""Distances from a border that a text gives with certainty."""

import math

import pytest

from geo.story.check.stated.distances import find_distances, list_lengths

BORDER = "Zenda, land territory"


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("It lies 451 km from the border.", 450.5, 451.5),
        ("It lies 451 kilometres north of the border.", 450.5, 451.5),
        ("12.5 km away from Zenda's recognised border", 12.45, 12.55),
        ("about 20 km inside Zenda", 18, 22),
        ("more than 20 km from the Zendan frontier", 19, math.inf),
        ("within 20 km of the border with Zenda", 0, 21),
        ("10 to 20 km off the border", 9.5, 21),
        ("1,200 km from the border", 1150, 1250),
        (
            "From here to the nearest point of Zenda’s border it is 451 km, as measured.",
            450.5,
            451.5,
        ),
        ("The border is 451 km away.", 450.5, 451.5),
    ],
)
def test_kilometres_from_the_border_are_read(text: str, least: float, most: float) -> None:
    [found] = find_distances(text, BORDER)
    assert found.least_km == pytest.approx(least)
    assert found.most_km == pytest.approx(most)
    assert found.found in text


@pytest.mark.parametrize(
    "text",
    [
        *["", "It lies 451 km away.", "451 km from the town", "6 km from the Zendan airfield"],
        *["20 km from the Strelsau border", "20 km from the border of the district"],
        *["20 km from the border post", "20 km from the regional border", "20 km of border fence"],
        *[
            "The border is 1,300 km long.",
            "The border is 20 km from the town.",
            "90 km/h from Zenda",
        ],
        *["5 km from Zenda City", "at km 28, near the border", "20 m from the border"],
    ],
)
def test_what_may_be_another_distance_is_not_read(text: str) -> None:
    assert find_distances(text, BORDER) == []


def test_without_a_name_only_the_border_itself_is_read() -> None:
    assert find_distances("20 km from Zenda", "The border of a square") == []
    [found] = find_distances("20 km from the border", "")
    assert found.found == "20 km from the border"


def test_all_lengths_of_a_text_are_listed() -> None:
    assert list_lengths("Put at 160 to 200 km, or 1,200 km; 5 m, 7 boats") == [160, 200, 1200]
