"""Briefings beside the record: every ground is there, no sentence tells a claim as fact."""

import re
import shutil
from pathlib import Path

import pytest
from pyproj import Transformer

from geo.__main__ import main
from geo.errors import StoryFileError
from geo.link.filters import apply_filters, kept
from geo.story.briefing import (
    Briefing,
    Sentence,
    Step,
    briefing_names,
    grounds,
    parse_briefing,
    read_briefing,
    step_link,
)
from geo.story.briefing_check import check_briefing
from geo.story.record import Record, open_record
from geo.story.story_file import Story, read_story

DATA = Path(__file__).parents[1] / "data"
DRONE = "kremlin-2023-05-03-drone-1"


@pytest.fixture(scope="module")
def story() -> Story:
    return read_story(DATA)


@pytest.fixture(scope="module")
def record(story: Story) -> Record:
    return open_record(story, DATA)


@pytest.fixture(params=briefing_names(DATA))
def briefing(request: pytest.FixtureRequest) -> Briefing:
    return read_briefing(DATA, request.param)


def told(text: str, *rests_on: str, view: str = "") -> Briefing:
    sentence = Sentence(text=text, rests_on=rests_on or (DRONE,))
    step = Step(id="one", headline="One", sentences=(sentence,), view=view)
    return Briefing(title="A briefing", steps=(step,))


def test_the_story_has_a_briefing_of_eight_to_ten_steps() -> None:
    assert "kremlin" in briefing_names(DATA)
    assert 8 <= len(read_briefing(DATA, "kremlin").steps) <= 10


def test_nothing_is_wrong_with_the_briefings_shipped(
    briefing: Briefing, record: Record, story: Story
) -> None:
    assert check_briefing(briefing, record, story.parties) == ()


def test_every_step_shows_an_event_and_says_where_the_map_looks(
    briefing: Briefing, record: Record
) -> None:
    for step in briefing.steps:
        link, _ = step_link(step, record)
        presence = apply_filters(record.events, link.filters)
        assert kept(presence).any(), step.id
        assert link.camera or link.event, step.id
        assert link.event is None or presence[link.event] == "definite", step.id


def test_a_step_has_two_or_three_sentences(briefing: Briefing) -> None:
    assert {len(step.sentences) for step in briefing.steps} <= {2, 3}


@pytest.mark.parametrize(("width", "height"), [(390, 330), (840, 540)])
def test_the_events_a_step_tells_of_lie_on_its_map(
    briefing: Briefing, record: Record, width: int, height: int
) -> None:
    # As deck.gl projects: Web Mercator, the world 512 pixels wide at zoom 0.
    to_mercator = Transformer.from_crs(4326, 3857, always_xy=True)
    for step in briefing.steps:
        link, _ = step_link(step, record)
        if link.camera is None:
            continue
        per_px = 40_075_016.68557849 / 512 / 2**link.camera.zoom
        middle = to_mercator.transform(link.camera.lon, link.camera.lat)
        told = {re.split("[#@]", one)[0] for line in step.sentences for one in line.rests_on}
        on_map = {
            event
            for event, place in record.events.geometry[sorted(told)].items()
            if abs(to_mercator.transform(place.x, place.y)[0] - middle[0]) / per_px < width / 2
            and abs(to_mercator.transform(place.x, place.y)[1] - middle[1]) / per_px < height / 2
        }
        # A phone may show only some of events that lie a thousand kilometres apart.
        assert on_map == told if width > 800 else on_map, step.id


def test_sentences_name_the_distance_that_is_measured(briefing: Briefing, record: Record) -> None:
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


@pytest.mark.parametrize(
    "address", [f"{DRONE}#c999", f"{DRONE}@s999", "no-such-event", "no-such-event#c1"]
)
def test_a_ground_that_is_nowhere_is_told(address: str, record: Record) -> None:
    [fault] = check_briefing(told("Nobody said so.", address), record)
    assert address in fault
    assert fault.startswith("step one: ")


@pytest.mark.parametrize("kind", ["claim", "source", "event"])
def test_a_shipped_step_with_a_ground_that_is_nowhere_is_told(
    briefing: Briefing, record: Record, kind: str
) -> None:
    nowhere = {"claim": f"{DRONE}#c999", "source": f"{DRONE}@s999", "event": "nowhere"}[kind]
    for at, step in enumerate(briefing.steps):
        last = step.all_sentences[-1].model_copy(update={"rests_on": (nowhere,)})
        place = "later" if step.later else "sentences"
        broken = step.model_copy(update={place: (*getattr(step, place)[:-1], last)})
        steps = (*briefing.steps[:at], broken, *briefing.steps[at + 1 :])
        faults = check_briefing(briefing.model_copy(update={"steps": steps}), record)
        assert [fault for fault in faults if nowhere in fault], step.id


def test_a_claim_told_as_fact_is_told(record: Record) -> None:
    [fault] = check_briefing(told("Ukraine attacked the Kremlin.", f"{DRONE}#c3"), record)
    assert "attacked" in fault


def test_a_headline_told_as_fact_is_told(record: Record) -> None:
    calm = told("Moscow said so.", f"{DRONE}#c3").steps[0]
    loud = calm.model_copy(update={"headline": "The assassination attempt"})
    faults = check_briefing(Briefing(title="A briefing", steps=(loud,)), record)
    assert any("The assassination attempt" in fault for fault in faults)


def test_a_view_that_cannot_be_read_in_full_is_told(record: Record) -> None:
    [fault] = check_briefing(told("So it is.", view="group=kremlin&type=meteor"), record)
    assert "meteor" in fault


def test_grounds_come_once_each_in_order_with_speaker_and_source(record: Record) -> None:
    sentences = [
        Sentence(text="One.", rests_on=(f"{DRONE}#c3", DRONE)),
        Sentence(text="Two.", rests_on=(f"{DRONE}#c3", f"{DRONE}@s2", "nowhere#c1")),
    ]
    claim, measured, source = grounds(sentences, record.events)
    assert "Kremlin press service" in claim.words
    assert claim.source is not None
    assert "451 km" in measured.words
    assert source.source is not None
    assert source.source.id == "s2"
    assert grounds([], record.events) == ()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "the file"),
        (b"{}", "title"),
        (b'{"title": "x", "steps": []}', "steps"),
        (
            b'{"title": "x", "steps": [{"id": "a", "headline": "h", "sentences": '
            b'[{"text": "t", "rests_on": []}]}]}',
            "rests_on",
        ),
        (
            b'{"title": "x", "steps": [{"id": "A B", "headline": "h", "sentences": '
            b'[{"text": "t", "rests_on": ["e"]}]}]}',
            "steps.0.id",
        ),
    ],
)
def test_a_file_that_is_no_briefing_is_told_by_member(content: bytes, told: str) -> None:
    with pytest.raises(StoryFileError, match=told):
        parse_briefing(content, "wrong.json")


def test_two_steps_of_one_id_are_told() -> None:
    step = told("So it is.").steps[0]
    with pytest.raises(ValueError, match="'one' twice"):
        Briefing(title="x", steps=(step, step))


@pytest.mark.parametrize("name", ["../story", "nothing", "", "kremlin.json"])
def test_only_a_briefing_of_the_folder_can_be_read(name: str) -> None:
    with pytest.raises(StoryFileError, match="wanted kremlin"):
        read_briefing(DATA, name)


def test_a_story_without_briefings_has_none(tmp_path: Path) -> None:
    assert briefing_names(tmp_path) == ()


def test_the_shell_writes_no_briefing_that_is_not_backed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story, out = tmp_path / "story", tmp_path / "out.html"
    shutil.copytree(DATA, story)
    briefing = story / "briefings" / "kremlin.json"
    briefing.write_text(briefing.read_text("utf-8").replace("#c23", "#c2323"), "utf-8")
    asked = ["briefing", "kremlin", "--story", str(story), "--out"]
    assert main([*asked, str(out)]) == 1
    assert "What we still do not know" in capsys.readouterr().err
    assert main([*asked, str(tmp_path / "out.pdf")]) == 1
    assert "out.pdf: wanted a name that ends in .html" in capsys.readouterr().err
    assert not out.exists()


def test_the_shell_checks_a_briefing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = tmp_path / "story"
    shutil.copytree(DATA, story)
    briefing = story / "briefings" / "kremlin.json"
    assert main(["check", str(briefing)]) == 0

    briefing.write_text(briefing.read_text("utf-8").replace("#c2", "#c2222", 1), "utf-8")
    assert main(["check", str(briefing)]) == 1
    assert "#c2222" in capsys.readouterr().out

    briefing.write_text("{}", "utf-8")
    assert main(["check", str(briefing)]) == 1
    assert str(tmp_path) not in capsys.readouterr().out.replace(str(briefing), "")
