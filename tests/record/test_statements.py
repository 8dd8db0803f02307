"""Claims and sources of the shipped record: numbered, and linked to the web."""

import re

from tests.shipped_record import EVENTS


def test_claims_and_sources_of_an_event_are_numbered_once() -> None:
    for id_, event in EVENTS.items():
        for kind, letter in (("claims", "c"), ("sources", "s")):
            ids = [item["id"] for item in event[kind]]
            assert len(ids) == len(set(ids)), id_
            assert all(re.fullmatch(rf"{letter}[1-9]\d*", number) for number in ids), id_


def test_a_source_links_to_the_web_or_nowhere() -> None:
    links = [source["url"] for event in EVENTS.values() for source in event["sources"]]
    assert [link for link in links if link and not re.fullmatch(r"https?://\S+", link)] == []


def test_the_words_of_state_media_are_the_words_of_a_party() -> None:
    state = re.compile(r"^(TASS|RIA Novosti|RT|Rossiyskaya Gazeta|Ukrinform|Prime)\b|Sputnik")
    unmarked = {
        (id_, source["publisher"])
        for id_, event in EVENTS.items()
        for source in event["sources"]
        if state.search(source["publisher"]) and not source["is_party"]
    }
    assert unmarked == set()
