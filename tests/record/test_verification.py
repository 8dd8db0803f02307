"""Verification in the shipped record: each word means what data/README.md says."""

from tests.shipped_record import ASPECTS, EVENTS, find_voices, select_claims


def test_verified_aspects_rest_on_two_voices() -> None:
    wrong = {
        (id_, aspect, tuple(find_voices(id_, aspect)))
        for id_, event in EVENTS.items()
        # An order is its own announcement: it needs no second voice.
        if event["event_type"] != "measure"
        for aspect in event["verified_aspects"]
        if len(find_voices(id_, aspect)) < 2
    }
    assert wrong == set()


def test_unverified_means_one_voice_on_each_aspect() -> None:
    wrong = {
        (id_, aspect, tuple(sorted(find_voices(id_, aspect))))
        for id_, event in EVENTS.items()
        if event["verification"] == "unverified"
        for aspect in ASPECTS
        if len(find_voices(id_, aspect)) > 1
    }
    assert wrong == set()


def test_verified_means_all_aspects_and_partly_means_some() -> None:
    for id_, event in EVENTS.items():
        wanted = {"verified": {3}, "partly_verified": {1, 2}}.get(event["verification"], {0})
        assert len(set(event["verified_aspects"])) in wanted, id_


def test_disputed_means_that_somebody_contradicts_what_happened() -> None:
    wrong = [
        id_
        for id_, event in EVENTS.items()
        if event["verification"] == "disputed"
        and not select_claims(
            id_, "denies", "contradicts", "alleges_staged", about=frozenset({"occurrence"})
        )
    ]
    assert wrong == []
