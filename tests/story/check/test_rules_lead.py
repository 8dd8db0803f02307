"""Problems of a lead: unknown grounds or briefings, claims stated as fact."""

from pathlib import Path

import pytest

from geo.story.check.rules_briefings import check_lead
from geo.story.current import Current, StoryFiles, open_current
from geo.story.sentence import Sentence
from geo.story.story_file import Lead
from tests.event_texts import record
from tests.story_folders import write_story

SAID = "The governor said that saboteurs had killed a guard."


@pytest.fixture
def bridges(tmp_path: Path) -> Current:
    return open_current(StoryFiles(write_story(tmp_path, record("bridge"))))


def check(
    current: Current, text: str, *, question: str = "What is said?", ground: str = "bridge#c1"
) -> list[tuple[str, str]]:
    """Return the grade and the words of each problem of a lead whose briefing is "first"."""
    sentence = Sentence(text=text, rests_on=(ground,))
    lead = Lead(question=question, sentences=(sentence,), briefing="first")
    story = current.story.model_copy(update={"lead": lead, "language": "en"})
    findings = check_lead(story, current.record, ("first",))
    return [(finding.grade, str(finding)) for finding in findings]


def test_a_story_without_a_lead_has_no_problem(bridges: Current) -> None:
    assert check_lead(bridges.story, bridges.record, ()) == ()


def test_an_attributed_sentence_with_its_ground_has_no_problem(bridges: Current) -> None:
    assert check(bridges, SAID) == []


def test_a_claim_stated_as_fact_must_be_corrected_in_a_question_too(bridges: Current) -> None:
    for lines in (
        check(bridges, "An army attacked the bridge."),
        check(bridges, SAID, question="Who attacked the bridge?"),
    ):
        [(grade, words)] = lines
        assert grade == "must"
        assert words.startswith("story.json, lead: found 'attacked'")


def test_an_unknown_ground_must_be_corrected(bridges: Current) -> None:
    grades = [grade for grade, words in check(bridges, SAID, ground="bridge#c999")]
    assert "must" in grades


def test_a_briefing_that_is_not_there_must_be_corrected(bridges: Current) -> None:
    lead = Lead(
        question="What is said?", sentences=(Sentence(text=SAID, rests_on=("bridge#c1",)),),
        briefing="second",
    )  # fmt: skip
    story = bridges.story.model_copy(update={"lead": lead, "language": "en"})
    [finding] = check_lead(story, bridges.record, ("first",))
    assert (finding.grade, finding.found, finding.wanted) == ("must", "'second'", "first")
    [finding] = check_lead(story, bridges.record, ())
    assert finding.wanted == "no briefing: the story has none"
