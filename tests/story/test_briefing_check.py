"""Problems of a briefing: unknown addresses, unreadable views, claims stated as fact."""

from pathlib import Path

import pytest

from geo.story.briefing import Briefing, Sentence, Step
from geo.story.briefing_check import check_briefing, check_briefing_file
from geo.story.record import Record
from geo.story.view import open_view
from tests.event_texts import record
from tests.story_folders import write_story


@pytest.fixture
def bridges(tmp_path: Path) -> Record:
    return open_view(write_story(tmp_path, record("bridge"))).record


def briefing_of(text: str, *rests_on: str, view: str = "", headline: str = "One") -> Briefing:
    sentence = Sentence(text=text, rests_on=rests_on or ("bridge",))
    step = Step(id="one", headline=headline, sentences=(sentence,), view=view)
    return Briefing(title="A briefing", steps=(step,))


def test_a_briefing_that_rests_on_the_record_has_no_problems(bridges: Record) -> None:
    text = "The governor said that saboteurs had killed a guard."
    assert check_briefing(briefing_of(text, "bridge#c1", "bridge@s1"), bridges) == ()


@pytest.mark.parametrize("address", ["bridge#c999", "bridge@s999", "no-event", "no-event#c1"])
def test_an_unknown_address_is_reported(address: str, bridges: Record) -> None:
    [problem] = check_briefing(briefing_of("Nobody said so.", address), bridges)
    assert problem == (
        f"step one: found rests_on {address!r}, wanted a claim, source or event of the record"
    )


def test_a_claim_stated_as_fact_is_reported(bridges: Record) -> None:
    [problem] = check_briefing(briefing_of("The army attacked the bridge.", "bridge#c1"), bridges)
    assert "'attacked'" in problem


def test_a_headline_that_states_a_claim_as_fact_is_reported(bridges: Record) -> None:
    briefing = briefing_of("The governor said so.", "bridge#c1", headline="The bridge attack")
    [problem] = check_briefing(briefing, bridges)
    assert problem.startswith("step one: 'The bridge attack': 'attack': ")


def test_a_view_that_cannot_be_read_in_full_is_reported(bridges: Record) -> None:
    [problem] = check_briefing(briefing_of("So it is.", view="group=north&type=meteor"), bridges)
    assert "meteor" in problem


def test_a_file_is_checked_against_the_record_of_its_own_story(tmp_path: Path) -> None:
    folder = write_story(tmp_path / "story", record("bridge"))
    path = folder / "briefings" / "first.json"
    path.parent.mkdir()
    path.write_text(briefing_of("So it is.", "depot").model_dump_json(), "utf-8")
    briefing, [problem] = check_briefing_file(path)
    assert briefing.title == "A briefing"
    assert "'depot'" in problem
