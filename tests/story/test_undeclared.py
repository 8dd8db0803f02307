"""Sides and groups that the story does not declare."""

import pandas as pd

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


def test_what_is_declared_or_not_stated_or_accuses_others_is_no_problem() -> None:
    assert find_undeclared(STORY, make_record("harbour", "media", "pirates")) == ()
    assert find_undeclared(STORY, make_record("other", "not_stated")) == ()


def test_a_story_without_sides_says_that_it_declares_none() -> None:
    [_, problem] = find_undeclared(Story(title="Harbour"), make_record("quay", "media"))
    assert problem.wanted == "a side of story.json, which declares none"


def test_no_events_have_no_problems() -> None:
    assert find_undeclared(STORY, make_events().assign(group="")) == ()
