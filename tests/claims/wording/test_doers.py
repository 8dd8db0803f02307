"""Parties that a sentence names as the doer."""

import pytest

from geo.claims.voices import Voices
from geo.claims.wording.doers import find_stated_doers

SHIPS = Voices(
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
def test_a_party_named_as_the_doer_is_found_for_any_story(text: str, found: list[str]) -> None:
    doers = find_stated_doers(text, SHIPS, "en")
    assert [doer.found[: len(words)] for doer, words in zip(doers, found, strict=True)] == found
    assert all(text[doer.start : doer.end] == doer.found for doer in doers)


def test_a_party_is_found_in_the_letters_of_its_label() -> None:
    [doer] = find_stated_doers("Стрельсаусцы атаковали порт.", SHIPS, "ru")
    assert doer.found == "Стрельсаусцы атаковали"


def test_a_story_without_parties_has_no_doers() -> None:
    assert find_stated_doers("The Zendans attacked.", Voices(), "en") == ()
