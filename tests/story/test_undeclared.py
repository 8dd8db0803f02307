"""Sides and groups that the story does not declare."""

import pandas as pd
import pytest

from geo.story.story_file import Story
from geo.story.undeclared import find_undeclared
from tests.statements import make_claim, make_events

STORY = Story.model_validate(
    {
        "title": "Harbour",
        "groups": [{"id": "harbour", "label": "Harbour"}],
        "sides": [
            {"id": "northland", "label": "Northland", "party": True},
            {"id": "media", "label": "Media"},
        ],
    }
)


def make_record(group: str, side: str, *accuses: str) -> pd.DataFrame:
    claim = make_claim(1, side=side, accuses=accuses)
    return make_events(((claim,), ())).assign(group=group)


def test_a_misspelt_side_and_group_are_named_with_what_was_meant() -> None:
    problems = find_undeclared(STORY, make_record("harbor", "northlands", "nortland"))
    assert [(one.where, one.found, one.wanted.partition(" (")[2]) for one in problems] == [
        ("e1, group", "'harbor'", "did you mean 'harbour'?)"),
        ("e1, claims[0].side", "'northlands'", "did you mean 'northland'?)"),
        ("e1, claims[0].accuses[0]", "'nortland'", "did you mean 'northland'?)"),
    ]
    assert str(problems[0]) == (
        "e1, group: found 'harbor', wanted a group of story.json: harbour (did you mean 'harbour'?)"
    )


@pytest.mark.parametrize(
    # 6 of the 10 letters of both are the same, and 8 of 14: less than three fifths.
    ("declared", "found", "is_near"),
    [("north", "norxy", True), ("northea", "nortxyz", False)],
)
def test_a_group_was_meant_where_three_fifths_of_the_letters_are_the_same(
    declared: str, found: str, is_near: bool
) -> None:
    story = Story.model_validate({"title": "A", "groups": [{"id": declared, "label": "A"}]})
    problem, *_ = find_undeclared(story, make_record(found, "not_stated"))
    assert problem.wanted == f"a group of story.json: {declared}" + (
        f" (did you mean '{declared}'?)" if is_near else ""
    )


def test_what_is_declared_or_not_stated_or_accuses_others_is_no_problem() -> None:
    assert find_undeclared(STORY, make_record("harbour", "media", "pirates")) == ()
    assert find_undeclared(STORY, make_record("other", "not_stated")) == ()


def test_a_story_without_sides_says_that_it_declares_none() -> None:
    [_, problem] = find_undeclared(Story(title="Harbour"), make_record("quay", "media"))
    assert problem.wanted == "a side of story.json, which declares none"


def test_no_events_have_no_problems() -> None:
    assert find_undeclared(STORY, make_events().assign(group="")) == ()
