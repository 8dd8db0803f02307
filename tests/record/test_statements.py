"""Claims and sources of the shipped record: numbered, linked, dated and kept once."""

import re
from collections import Counter

from tests.shipped_record import CLAIMS, EVENTS, get_day


def test_every_claim_names_a_source_of_its_event() -> None:
    missing = {
        (id_, claim["id"])
        for id_, event in EVENTS.items()
        for claim in event["claims"]
        if claim["source"] not in {source["id"] for source in event["sources"]}
    }
    assert missing == set()


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


def test_a_shared_claim_names_other_events_of_the_same_incident() -> None:
    for id_, event in EVENTS.items():
        for claim in event["claims"]:
            for other in claim.get("also_about", ()):
                assert other != id_
                assert EVENTS[other]["incident"] == event["incident"] is not None, (id_, other)


def test_a_statement_is_recorded_once() -> None:
    statements = Counter(
        (claim["actor"], claim["said_at"], claim["summary"])
        for event in EVENTS.values()
        for claim in event["claims"]
    )
    assert [statement for statement, count in statements.items() if count > 1] == []


def test_nobody_speaks_of_an_event_before_it_can_have_happened() -> None:
    # A claim dated to a month is compared with the month of the event.
    early = {
        (id_, claim["id"], claim["said_at"])
        for id_ in EVENTS
        for claim, _ in CLAIMS[id_]
        if claim["said_at"] and get_day(claim) < EVENTS[id_]["start"][: len(get_day(claim))]
    }
    assert early == set()
