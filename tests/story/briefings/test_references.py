"""References: what an address in a briefing refers to, as readers see it."""

from pathlib import Path

import pytest

from geo.story.briefings.briefing import Briefing, Step
from geo.story.briefings.references import collect_references, find_reference, find_unbacked_steps
from geo.story.parts.sentence import Sentence
from geo.story.record import Record
from geo.story.view import open_view
from tests.event_texts import record
from tests.story_folders import point, write_story


@pytest.fixture
def bridges(tmp_path: Path) -> Record:
    # Half a degree east of the border, on the equator: 55.66 km, and 5 km more or less.
    return open_view(write_story(tmp_path, record("bridge", geometry=point(1.5, 0)))).record


def test_references_come_once_each_and_in_order(bridges: Record) -> None:
    sentences = [
        Sentence(text="One.", rests_on=("bridge#c1", "bridge")),
        Sentence(text="Two.", rests_on=("bridge#c1", "bridge@s1", "nowhere#c1")),
    ]
    found = collect_references(sentences, bridges.events)
    assert [reference.address for reference in found] == ["bridge#c1", "bridge", "bridge@s1"]
    assert collect_references([], bridges.events) == ()


def test_a_claim_is_described_with_its_speaker_and_its_source(bridges: Record) -> None:
    reference = find_reference("bridge#c1", bridges.events)
    assert reference is not None
    assert reference.words == "The governor (accuses): Said that saboteurs had killed a guard."
    assert reference.source is not None
    assert reference.source.publisher == "A newspaper"


def test_a_source_without_a_title_is_described_by_its_publisher(bridges: Record) -> None:
    reference = find_reference("bridge@s1", bridges.events)
    assert reference is not None
    assert reference.words == "A newspaper"


def test_an_event_is_described_with_its_measured_distance(bridges: Record) -> None:
    reference = find_reference("bridge", bridges.events)
    assert reference is not None
    assert "its measured distance (50 to 61 km)" in reference.words
    assert reference.source is None


@pytest.mark.parametrize("address", ["bridge#c2", "bridge@s2", "bridge#s1", "depot", ""])
def test_an_unknown_address_refers_to_nothing(address: str, bridges: Record) -> None:
    assert find_reference(address, bridges.events) is None


def test_steps_with_an_unknown_address_are_found_also_in_what_became_known_later(
    bridges: Record,
) -> None:
    good = Sentence(text="Good.", rests_on=("bridge",))
    bad = Sentence(text="Bad.", rests_on=("bridge", "depot"))
    steps = (
        Step(id="a", headline="Backed", sentences=(good,)),
        Step(id="b", headline="Not backed", sentences=(good, bad)),
        Step(id="c", headline="Not backed later", sentences=(good,), later=(bad,)),
    )
    briefing = Briefing(title="A briefing", steps=steps)
    assert find_unbacked_steps(briefing, bridges.events) == ["Not backed", "Not backed later"]
