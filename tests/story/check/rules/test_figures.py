"""Figures of a text that contradict the record, and those that are near to it and do not."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from geo.story.briefings.briefing import Briefing, Step
from geo.story.check.any_file import check_path
from geo.story.check.finding import Finding
from geo.story.check.folder import check_folder
from geo.story.check.rules.figures import (
    check_briefing_figures,
    check_own_distances,
    check_story_figures,
    find_strange_figures,
)
from geo.story.current import Current, StoryFiles, open_current
from geo.story.parts.annotation import Annotation
from geo.story.parts.sentence import Sentence
from geo.story.story_file import Lead
from tests.event_texts import claim_of, record
from tests.story.check.checking import check, events_of
from tests.story_folders import point, write_story

SUMMARY = "Counted four drones and, by a relay, five dead; put it at 90 km from the border."


def event(identity: str = "bridge", **changes: object) -> dict[str, object]:
    """An event of 15 May 2024 in Moscow, 14 May in UTC, half a degree from the square."""
    claim = claim_of(1, about=["occurrence", "casualties"], said_at="2024-05-17", summary=SUMMARY)
    usual: dict[str, object] = {
        "start": "2024-05-15T02:27:00+03:00",
        "end": "2024-05-15T02:28:00+03:00",
        "geometry": point(1.5, 0.5),
        "radius_m": 100,
        "location_precision": "exact",
        "killed": {"low": 1, "best": 2, "high": 3, "claim": "c1"},
        "injured": {"low": None, "best": 7, "high": None, "claim": "c1"},
        "claims": [claim],
        "sources__0__date": "2024-05-17",
    }
    return record(identity, **(usual | changes))


def open_story(folder: Path, *events: object) -> Current:
    return open_current(StoryFiles(write_story(folder, *events)))


@pytest.fixture
def bridge(tmp_path: Path) -> Current:
    return open_story(tmp_path, event())


def briefing_of(
    *sentences: tuple[str, str],
    headline: str = "What is said",
    title: str = "A briefing",
    language: str | None = "en",
) -> Briefing:
    parts = tuple(Sentence(text=text, rests_on=(ground,)) for text, ground in sentences)
    step = Step(id="one", headline=headline, sentences=parts)
    return Briefing(title=title, language=language, steps=(step,))


def check_figures(current: Current, briefing: Briefing) -> list[Finding]:
    return [*check_briefing_figures(briefing, current.record, current.story, "first.json")]


def list_found(findings: Iterable[Finding]) -> list[str]:
    """Return the figures that were found, without the texts that have them."""
    return [one.found.partition(" in '")[0].strip("'") for one in findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On 18 May 2024 a span fell.", "18 May 2024"),
        ("On 15 May 2023 a span fell.", "15 May 2023"),
        ("A film of 2024-06-15 shows it.", "2024-06-15"),
        ("The bridge lies 70 km from the border.", "70 km from the border"),
        ("To the border it is less than 40 km.", "the border it is less than 40 km"),
        ("The mayor said that six people were killed.", "6 people were killed"),
        ("The mayor said that nobody was killed.", "0 was killed"),
        ("More than seven people were hurt.", "More than 7 people were hurt"),
        ("The mayor counted nine drones.", "9 drones"),
    ],
)
def test_a_figure_that_the_record_does_not_have_is_named(
    text: str, found: str, bridge: Current
) -> None:
    findings = check_figures(bridge, briefing_of((text, "bridge")))
    assert list_found(findings) == [found]
    assert [(one.grade, one.file, one.where) for one in findings] == [
        ("should", "first.json", "step one")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On 15 May 2024 a span fell.",
        "In UTC it was still 14 May.",
        "On 17 May the mayor spoke of it.",
        "Trains are said to have stopped since 18 May 2024.",
        "The bridge lies 56 km from the border.",
        "The bridge lies about 60 km from the border.",
        "The mayor put it at 90 km from the border.",
        "The bridge lies 70 km from the town.",
        "The mayor said that three people were killed.",
        "By a relay, five people were killed.",
        "The mayor said that four children were killed.",
        "At least six people were hurt.",
        "The mayor counted three drones, and later a fourth.",
    ],
)
def test_a_figure_that_the_record_may_have_is_not(text: str, bridge: Current) -> None:
    assert check_figures(bridge, briefing_of((text, "bridge#c1"))) == []


def test_a_finding_says_what_the_record_has(bridge: Current) -> None:
    text = "On 18 May 2024, 70 km from the border, six people were killed."
    findings = check_figures(bridge, briefing_of((text, "bridge")))
    assert [str(one) for one in findings] == [
        f"first.json, step one: found '70 km from the border' in {text!r}, wanted a distance from "
        "the border that the record has, or a claim that states it: bridge has 56 km",
        f"first.json, step one: found '18 May 2024' in {text!r}, wanted a day that the record has, "
        "or a claim that names it: bridge has 15 May 2024",
        f"first.json, step one: found '6 people were killed' in {text!r}, wanted a number of "
        "people killed that the record has, or a claim that states it: bridge has 1 to 3",
    ]


def test_headline_and_title_are_compared_with_all_that_they_head(bridge: Current) -> None:
    quiet = ("The mayor spoke.", "bridge")
    good = briefing_of(quiet, headline="The night of 15 May 2024", title="The 15 May 2024 blast")
    assert check_figures(bridge, good) == []
    bad = briefing_of(quiet, headline="The blast on 18 May", title="The bridge, 19 May 2024")
    found = [(one.where, one.found.split("'")[1]) for one in check_figures(bridge, bad)]
    assert found == [("title", "19 May 2024"), ("step one", "18 May")]


@pytest.fixture
def two(tmp_path: Path) -> Current:
    depot = {"start": "2024-06-02T10:00:00+03:00", "end": "2024-06-02T11:00:00+03:00"}
    said = claim_of(1, about=["casualties"], said_at="2024-06-02", summary="Counted the dead.")
    killed = {"low": None, "best": 4, "high": None, "claim": "c1"}
    dated = {"sources__0__date": "2024-06-02"}
    return open_story(
        tmp_path,
        event(),
        event("depot", **depot, **dated, killed=killed, claims=[said]),
        event("tower", killed=None, geometry=None, radius_m=None, location_precision="country"),
    )


def test_what_another_event_of_the_step_has_is_no_contradiction(two: Current) -> None:
    late = "On 2 June 2024 a span fell."
    assert list_found(check_figures(two, briefing_of((late, "bridge")))) == ["2 June 2024"]
    assert check_figures(two, briefing_of((late, "bridge"), ("So it is.", "depot"))) == []


def test_events_together_may_have_as_many_as_all_of_them(two: Current) -> None:
    both = ("So it is.", "depot")
    for text, found in (
        ("Seven people were killed.", []),
        ("Eight people were killed.", ["8 people were killed"]),
    ):
        assert list_found(check_figures(two, briefing_of((text, "bridge"), both))) == found


def test_an_event_without_the_figure_may_be_the_one_that_is_meant(two: Current) -> None:
    text = "At a place 200 km from the border, eight people were killed."
    assert len(check_figures(two, briefing_of((text, "bridge"), ("So it is.", "tower")))) == 2
    assert check_figures(two, briefing_of((text, "tower"))) == []


def test_only_english_is_read(bridge: Current) -> None:
    text = "On 18 May 2024 a span fell."
    for language, count in (("en", 1), (None, 1), ("fr", 0), ("de", 0)):
        briefing = briefing_of((text, "bridge"), language=language)
        assert len(check_figures(bridge, briefing)) == count


def test_what_rests_on_nothing_is_compared_with_nothing(bridge: Current) -> None:
    assert check_figures(bridge, briefing_of(("On 18 May 2024 a span fell.", "no-event"))) == []


def test_lead_and_notes_are_compared_too(bridge: Current) -> None:
    sentence = Sentence(text="The mayor counted nine drones.", rests_on=("bridge",))
    lead = Lead(question="What is said of 18 May 2024?", sentences=(sentence,))
    note = Annotation.model_validate(
        {"from": "2024-05-15", "text": "The mayor counted ten drones.", "rests_on": ["bridge"]}
    )
    changes = {"lead": lead, "annotations": (note,), "language": "en"}
    story = bridge.story.model_copy(update=changes)
    found = [*check_story_figures(story, bridge.record)]
    assert list_found(found) == ["9 drones", "18 May 2024", "10 drones"]
    assert [one.where for one in found] == ["lead", "lead", "annotations, 2024-05-15"]


@pytest.mark.parametrize(
    ("members", "found"),
    [
        ({"title": "Blast reported at a bridge on 12 June 2024"}, ["'12 June 2024'"]),
        ({"summary": "The mayor said that two people were killed."}, ["'2 people were killed'"]),
        ({"title": "Blast reported at a bridge on 12 May 2024"}, []),
        ({"summary": "The mayor said that one person was killed."}, []),
        ({"summary": "Le maire a dit que deux personnes sont mortes le 12 June 2024."}, []),
        ({"summary": None}, []),
    ],
)
def test_title_and_summary_are_compared_with_their_own_record(
    members: dict[str, object], found: list[str]
) -> None:
    day = {"start": "2024-05-12T00:00:00+03:00", "end": "2024-05-13T00:00:00+03:00"}
    one = events_of(**day, **members)
    assert [remark[1] for remark in check(find_strange_figures, one)] == found


def test_own_distances_are_compared_where_there_is_a_border(tmp_path: Path) -> None:
    bad = "The mayor spoke of a place 70 km from the border."
    good = "The mayor spoke of a place 56 km from the border, on 18 May."
    current = open_story(tmp_path, event(summary=bad), event("depot", summary=good))
    [finding] = check_own_distances(current.story, current.record, "events.geojson")
    assert (finding.grade, finding.location) == ("should", "events.geojson, bridge, summary")
    assert finding.found == "'70 km from the border'"


def test_a_whole_story_and_a_briefing_alone_are_checked(tmp_path: Path) -> None:
    folder = write_story(tmp_path, event(summary="The place lies 70 km from the border."))
    path = folder / "briefings" / "first.json"
    path.parent.mkdir()
    text = "The mayor said that nine drones fell on 18 May 2024."
    path.write_text(briefing_of((text, "bridge")).model_dump_json(), "utf-8")
    wanted = ["18 May 2024", "9 drones"]
    assert list_found(check_path(str(path)).findings) == wanted
    whole = list_found(check_folder(folder).findings)
    assert {"70 km from the border", *wanted} <= set(whole)
    quick = check_folder(folder, advises=False).findings
    assert "70 km from the border" not in list_found(quick)
