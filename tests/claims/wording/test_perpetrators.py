"""Parties that a sentence names as the perpetrator."""

import pytest

from geo.claims.sides import Sides
from geo.claims.wording.perpetrators import find_stated_perpetrators

SHIPS = Sides(
    {
        "zendan": "Zendan movement",
        "us": "United Shires and its navy",
        "media": "Media",
        "strelsau": "Стрельсауская сторона",
    },
    {"zendan", "us", "strelsau"},
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Zendans attacked the Strinda, bound for Hentzau.", ["Zendans attacked"]),
        ("The Strinda was attacked by the Zendans.", ["attacked by the Zendan"]),
        ("A missile of the United Shires struck the ship.", ["United Shires struck"]),
        ("US forces sank two boats.", ["US forces sank"]),
        ("The captain said the Zendans attacked the ship.", []),
        ("The Zendans attacked the ship, the captain said.", []),
        ("The Zendans did not attack; nobody attacked us.", []),
        ("The media struck a deal.", []),
    ],
)
def test_a_party_named_as_the_perpetrator_is_found_for_any_story(
    text: str, found: list[str]
) -> None:
    perpetrators = find_stated_perpetrators(text, SHIPS, "en")
    assert [
        perpetrator.found[: len(words)]
        for perpetrator, words in zip(perpetrators, found, strict=True)
    ] == found
    assert all(
        text[perpetrator.start : perpetrator.end] == perpetrator.found
        for perpetrator in perpetrators
    )


def test_a_party_is_found_in_the_letters_of_its_label() -> None:
    [perpetrator] = find_stated_perpetrators("Стрельсаусцы атаковали порт.", SHIPS, "ru")
    assert perpetrator.found == "Стрельсаусцы атаковали"


def test_a_story_without_parties_has_no_perpetrators() -> None:
    assert find_stated_perpetrators("The Zendans attacked.", Sides(), "en") == ()
