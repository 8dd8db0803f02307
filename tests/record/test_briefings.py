"""The shipped briefings: every address is in the record, and no claim is stated as fact."""

import re
from pathlib import Path

import pytest
from pyproj import Transformer

from geo.link.filters import apply_filters, is_kept
from geo.story.briefings.briefing import Briefing, list_briefings, read_briefing, read_step_link
from geo.story.check.rules.briefings import check_briefing
from geo.story.record import Record, open_record
from geo.story.story_file import Story, read_story

DATA = Path(__file__).parents[2] / "data"
DRONE = "kremlin-2023-05-03-drone-1"


@pytest.fixture(scope="module")
def story() -> Story:
    return read_story(DATA)


@pytest.fixture(scope="module")
def record(story: Story) -> Record:
    return open_record(story, DATA)


@pytest.fixture(params=list_briefings(DATA))
def briefing(request: pytest.FixtureRequest) -> Briefing:
    return read_briefing(DATA, request.param)


def test_the_story_has_a_briefing_of_eight_to_ten_steps() -> None:
    assert "kremlin" in list_briefings(DATA)
    assert 8 <= len(read_briefing(DATA, "kremlin").steps) <= 10


def test_the_shipped_briefings_have_no_problems(
    briefing: Briefing, record: Record, story: Story
) -> None:
    assert check_briefing(briefing, record, story) == ()


def test_every_step_shows_an_event_and_says_where_the_map_looks(
    briefing: Briefing, record: Record
) -> None:
    for step in briefing.steps:
        link, _ = read_step_link(step, record)
        presence = apply_filters(record.events, link.filters)
        assert is_kept(presence).any(), step.id
        assert link.camera or link.event, step.id
        assert link.event is None or presence[link.event] == "definite", step.id


def test_a_step_has_two_or_three_sentences(briefing: Briefing) -> None:
    assert {len(step.sentences) for step in briefing.steps} <= {2, 3}


@pytest.mark.parametrize(("width", "height"), [(390, 330), (840, 540)])
def test_the_events_of_a_step_are_on_its_map(
    briefing: Briefing, record: Record, width: int, height: int
) -> None:
    # As deck.gl projects: Web Mercator, the world 512 pixels wide at zoom 0.
    to_mercator = Transformer.from_crs(4326, 3857, always_xy=True)
    for step in briefing.steps:
        link, _ = read_step_link(step, record)
        if link.camera is None:
            continue
        per_px = 40_075_016.68557849 / 512 / 2**link.camera.zoom
        middle = to_mercator.transform(link.camera.lon, link.camera.lat)
        named = {re.split("[#@]", one)[0] for line in step.sentences for one in line.rests_on}
        on_map = {
            event
            for event, place in record.events.geometry[sorted(named)].items()
            if abs(to_mercator.transform(place.x, place.y)[0] - middle[0]) / per_px < width / 2
            and abs(to_mercator.transform(place.x, place.y)[1] - middle[1]) / per_px < height / 2
        }
        # A phone may show only some of events that lie a thousand kilometres apart.
        assert on_map == named if width > 800 else on_map, step.id


def test_sentences_state_the_measured_distance(briefing: Briefing, record: Record) -> None:
    measured = {
        round(record.events.at[address, "distance_m"] / 1000)
        for step in briefing.steps
        for sentence in step.sentences
        for address in sentence.rests_on
        if address in record.events.index and re.search(r"\bmeasured\b", sentence.text)
    }
    stated = {
        int(km)
        for step in briefing.steps
        for text in (step.headline, *(sentence.text for sentence in step.sentences))
        for km in re.findall(r"(\d+) km", text)
        if "article" not in text
    }
    assert stated == measured == {451}


def test_phrases_of_the_article_are_not_copied(briefing: Briefing) -> None:
    # Words the article puts into mouths; ours are other words for the same facts.
    for quoted in (
        "attempted terrorist act",
        "very carefully",
        "shot down two",
        "some 500 kilometers",
    ):
        assert all(
            quoted not in sentence.text
            for step in briefing.steps
            for sentence in step.all_sentences
        )


@pytest.mark.parametrize("kind", ["claim", "source", "event"])
def test_an_unknown_address_in_a_shipped_step_is_reported(
    briefing: Briefing, record: Record, story: Story, kind: str
) -> None:
    nowhere = {"claim": f"{DRONE}#c999", "source": f"{DRONE}@s999", "event": "nowhere"}[kind]
    for at, step in enumerate(briefing.steps):
        last = step.all_sentences[-1].model_copy(update={"rests_on": (nowhere,)})
        place = "later" if step.later else "sentences"
        broken = step.model_copy(update={place: (*getattr(step, place)[:-1], last)})
        steps = (*briefing.steps[:at], broken, *briefing.steps[at + 1 :])
        problems = check_briefing(briefing.model_copy(update={"steps": steps}), record, story)
        assert [problem for problem in problems if nowhere in problem.found], step.id
