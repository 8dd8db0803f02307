"""Problems of briefings, leads and notes: unknown grounds, claims stated as fact."""

from pathlib import Path

import pytest

from geo.story.briefings.briefing import Briefing, Step
from geo.story.check.any_file import check_path
from geo.story.check.rules.briefings import check_annotation, check_briefing, check_lead
from geo.story.current import Current, StoryFiles, open_current
from geo.story.parts.annotation import Annotation
from geo.story.parts.sentence import Sentence
from geo.story.story_file import Lead
from tests.event_texts import record
from tests.story_folders import write_story
from web.story.briefings import open_annotations


@pytest.fixture
def bridges(tmp_path: Path) -> Current:
    return open_current(StoryFiles(write_story(tmp_path, record("bridge"))))


def check(briefing: Briefing, current: Current) -> list[tuple[str, str]]:
    """Return the grade and the words of each problem."""
    findings = check_briefing(briefing, current.record, current.story, "first.json")
    return [(finding.grade, str(finding)) for finding in findings]


def briefing_of(
    text: str,
    *rests_on: str,
    view: str = "",
    headline: str = "What is said",
    language: str | None = "en",
) -> Briefing:
    sentence = Sentence(text=text, rests_on=rests_on or ("bridge",))
    step = Step(id="one", headline=headline, sentences=(sentence,), view=view)
    return Briefing(title="A briefing", language=language, steps=(step,))


def test_a_briefing_that_rests_on_the_record_has_no_problems(bridges: Current) -> None:
    text = "The governor said that saboteurs had killed a guard."
    assert check(briefing_of(text, "bridge#c1", "bridge@s1"), bridges) == []


@pytest.mark.parametrize("address", ["bridge#c999", "bridge@s999", "no-event", "no-event#c1"])
def test_an_unknown_address_must_be_corrected(address: str, bridges: Current) -> None:
    assert check(briefing_of("Nobody said so.", address), bridges) == [
        (
            "must",
            f"first.json, step one, rests_on: found {address!r}, "
            "wanted a claim, source or event of the record",
        )
    ]


def test_a_claim_stated_as_fact_must_be_corrected(bridges: Current) -> None:
    [(grade, words)] = check(briefing_of("An army attacked the bridge.", "bridge#c1"), bridges)
    assert grade == "must"
    assert words.startswith("first.json, step one: found 'attacked' in 'An army attacked")


def test_a_headline_that_states_a_claim_as_fact_must_be_corrected(bridges: Current) -> None:
    briefing = briefing_of("The governor said so.", "bridge#c1", headline="The bridge attack")
    [(grade, words)] = check(briefing, bridges)
    assert grade == "must"
    assert "found 'attack' in 'The bridge attack'" in words


@pytest.mark.parametrize("ground", ["bridge", "bridge#c1", "bridge@s1"])
def test_a_title_that_states_a_claim_as_fact_must_be_corrected(
    ground: str, bridges: Current
) -> None:
    briefing = briefing_of("The governor said so.", ground).model_copy(
        update={"title": "The bridge attack"}
    )
    [(grade, words)] = check(briefing, bridges)
    assert grade == "must"
    assert words.startswith("first.json, title: found 'attack' in 'The bridge attack'")


def test_a_view_that_cannot_be_read_in_full_should_be_corrected(bridges: Current) -> None:
    [(grade, words)] = check(briefing_of("So it is.", view="group=north&type=meteor"), bridges)
    assert grade == "should"
    assert "meteor" in words


def test_a_language_without_word_lists_is_never_approved_in_silence(bridges: Current) -> None:
    briefing = briefing_of("Die Armee hat die Brücke angegriffen.", language="de")
    assert check(briefing, bridges) == [
        ("should", "first.json, title: 'A briefing': no word list for de: not checked"),
        (
            "should",
            "first.json, step one: 'Die Armee hat die Brücke angegriffen.': "
            "no word list for de: not checked",
        ),
        ("should", "first.json, step one: 'What is said': no word list for de: not checked"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (None, "L’armée du Nord a attaqué le pont."),
        (None, "Армия атаковала мост, и это был он."),
        (None, "Армія атакувала міст."),
        ("en", "Армия атаковала мост."),
        ("en", "L’armée du Nord a attaqué le pont et la gare."),
    ],
)
def test_a_text_of_another_language_than_the_rest_is_read_or_refused(
    language: str | None, text: str, bridges: Current
) -> None:
    # The title, which is in English, may be named too.
    found = check(briefing_of(text, language=language), bridges)
    [(grade, words)] = [each for each in found if "title" not in each[1]]
    assert grade == "must"
    assert "not checked" in words or "is stated as fact" in words


def test_a_file_is_checked_against_the_record_of_its_own_story(tmp_path: Path) -> None:
    folder = write_story(tmp_path / "story", record("bridge"))
    path = folder / "briefings" / "first.json"
    path.parent.mkdir()
    path.write_text(briefing_of("So it is.", "depot").model_dump_json(), "utf-8")
    [finding] = check_path(str(path)).findings
    assert (finding.file, finding.found) == ("briefings/first.json", "'depot'")


SAID = "The governor said that saboteurs had killed a guard."


def note(text: str = SAID, ground: str = "bridge#c1", **times: str) -> Annotation:
    return Annotation.model_validate(
        {"text": text, "rests_on": [ground], **({"from": "2023-05-03"} | times)}
    )


def check_note(current: Current, one: Annotation) -> list[str]:
    story = current.story.model_copy(update={"language": "en"})
    return [str(finding) for finding in check_annotation(one, story, current.record)]


def test_a_note_that_says_who_says_so_has_no_problem(bridges: Current) -> None:
    assert check_note(bridges, note()) == []


def test_a_claim_stated_as_fact_and_an_unknown_ground_are_named_once(bridges: Current) -> None:
    [stated] = check_note(bridges, note("An army attacked the bridge."))
    assert stated.startswith("story.json, annotations, 2023-05-03: found 'attacked'")
    assert (
        sum("bridge#c999" in line for line in check_note(bridges, note(ground="bridge#c999"))) == 1
    )


def test_readers_see_no_note_with_a_problem(bridges: Current) -> None:
    good, bad = note(), note("An army attacked the bridge.", **{"from": "2023-05-04"})
    story = bridges.story.model_copy(update={"language": "en", "annotations": (bad, good)})
    current = Current(**(vars(bridges) | {"story": story}))
    assert open_annotations(current) == (good,)


def check_lead_of(
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
    assert check_lead_of(bridges, SAID) == []


def test_a_claim_stated_as_fact_must_be_corrected_in_a_question_too(bridges: Current) -> None:
    for lines in (
        check_lead_of(bridges, "An army attacked the bridge."),
        check_lead_of(bridges, SAID, question="Who attacked the bridge?"),
    ):
        [(grade, words)] = lines
        assert grade == "must"
        assert words.startswith("story.json, lead: found 'attacked'")


def test_an_unknown_ground_must_be_corrected(bridges: Current) -> None:
    grades = [grade for grade, words in check_lead_of(bridges, SAID, ground="bridge#c999")]
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
