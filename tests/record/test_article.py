"""Where the record has each sentence of the article that the story starts from; none is copied.

The article has 26 sentences with its title; the two lines of its page around them say nothing.
"""

import re

import pytest

from tests.shipped_record import DATA, EVENTS

DRONE = "kremlin-2023-05-03-drone-1"
BAN = "moscow-drone-ban-2023-05-03"

# A place is "event#claim", "event.field", or "note 3" for a correction in data/README.md.
# After each place: what has to be read there.
SENTENCES: dict[str, dict[str, str]] = {
    "title: an alleged attack on the Kremlin, and what is known": {f"{DRONE}.title": "contested"},
    "was it an attempt to kill the president?": {f"{DRONE}#c3": "attempt on the president"},
    "the Kremlin says so, and that two Ukrainian drones were shot down": {
        f"{DRONE}#c2": "two drones",
        f"{DRONE}#c3": "Ukraine",
        "note 4": "disabled, not shot down",
    },
    "Moscow bans flights of drones that no authority allows": {f"{BAN}#c1": "ban"},
    "the two came in the night to 3 May and radar means disabled them": {
        f"{DRONE}#c2": "electronic or radar means",
        "note 2": "02:27 and 02:43",
    },
    "the Kremlin speaks of terrorism and of the president, who is unhurt": {
        f"{DRONE}#c3": "terrorist act",
        f"{DRONE}#c35": "not harmed",
    },
    "the speaker of the Duma wants the government in Kyiv destroyed": {f"{DRONE}#c7": "destroy"},
    "he rules out talks": {f"{DRONE}#c7": "negotiations"},
    "he demands weapons for it": {f"{DRONE}#c7": "weapons"},
    "Kyiv says at once that it has no part in it": {f"{DRONE}#c8": "nothing to do"},
    "it is the adviser Podolyak who says so": {f"{DRONE}#c8": "nothing to do"},
    "Zelensky denies it too": {f"{DRONE}#c11": "attacks neither Putin"},
    "he says that Putin was not attacked": {f"{DRONE}#c11": "neither Putin"},
    "he leaves that to a court": {f"{DRONE}#c11": "tribunal"},
    "he says in Helsinki that Ukraine fights on its own land": {f"{DRONE}#c11": "its own land"},
    "the United States is cautious": {f"{DRONE}#c12": "scepticism"},
    "Blinken, called foreign minister, has seen the news": {
        f"{DRONE}#c12": "seen the reports",
        "note 1": "Secretary of State",
    },
    "he cannot confirm it": {f"{DRONE}#c12": "could not validate"},
    "he doubts what comes from the Kremlin": {f"{DRONE}#c12": "Kremlin claims"},
    "a film shows smoke over the Kremlin at night": {f"{DRONE}#c1": "smoke"},
    "nobody could check the film at first": {
        "note 5": "geolocated the video the same day",
        f"{DRONE}#c20": "Geolocated",
    },
    "falling fragments hurt nobody and damaged nothing": {f"{DRONE}#c2": "damaged nothing"},
    "drones had crashed near Moscow before, never in its heart, 500 km from the border": {
        f"{DRONE}#c36": "heart of the capital",
        f"{DRONE}#c33": "500 km",
        "kolomna-gubastovo-2023-02-28#c1": "came down",
        "noginsk-uj22-2023-04-23#c1": "crashed drone",
        "note 3": "451 km",
    },
    "the parade of 9 May goes ahead": {f"{DRONE}#c6": "parade"},
    "such incidents have multiplied": {f"{DRONE}#c37": "multiplied"},
    "Moscow accuses Kyiv, which claims none": {f"{DRONE}#c37": "do not claim"},
}


def _read(place: str) -> str:
    if place.startswith("note "):
        note = (DATA / "README.md").read_text(encoding="utf-8")
        section = note.split("## Corrections to the article")[1].split("\n## ")[0]
        found = re.search(rf"^{place[5:]}\. (.+)$", section, re.MULTILINE)
        assert found, place
        return found[1]
    event, _, claim = place.partition("#")
    if claim:
        return str(next(c["summary"] for c in EVENTS[event]["claims"] if c["id"] == claim))
    event, _, field = place.partition(".")
    return str(EVENTS[event][field])


def test_the_article_has_26_sentences() -> None:
    assert len(SENTENCES) == 26


@pytest.mark.parametrize("sentence", SENTENCES)
def test_each_sentence_of_the_article_can_be_found(sentence: str) -> None:
    for place, words in SENTENCES[sentence].items():
        assert words in _read(place), place


def test_every_correction_to_the_article_belongs_to_a_sentence() -> None:
    cited = {place for places in SENTENCES.values() for place in places if place[:4] == "note"}
    assert cited == {f"note {number}" for number in range(1, 6)}
