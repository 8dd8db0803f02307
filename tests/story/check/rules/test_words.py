"""Words of a record that its story does not know."""

import pytest

from geo.story.check.rules.words import find_undeclared_words
from geo.story.story_file import Story
from tests.story.check.checking import check, claim, events_of

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
SILENT = "; until then it speaks for nobody"


def find(
    group: str, side: str, accuses: tuple[str, ...] = (), story: Story = STORY
) -> list[tuple[str, str, str]]:
    """Return what is said of an event of a group with one claim."""
    spoken = claim(1, stance="accuses", side=side, accuses=list(accuses))
    event = events_of(group=group, claims=[spoken])
    return check(find_undeclared_words, event, story=story)


def test_a_misspelt_side_and_group_are_named_with_what_was_meant() -> None:
    side = "a side of story.json: northland, media (did you mean 'northland'?)"
    assert find("harbor", "northlands", ("nortland",)) == [
        ("group", "'harbor'", "a group of story.json: harbour (did you mean 'harbour'?)"),
        ("claims[0].side", "'northlands'", side + SILENT),
        ("claims[0].accuses[0]", "'nortland'", side),
    ]


@pytest.mark.parametrize(
    # 7 of 10 letters of both are the same, and 6 of 9: less than seven tenths.
    ("declared", "found", "is_near"),
    [("lighthouse", "lighthoxyz", True), ("shipyards", "shipyaxyz", False)],
)
def test_a_group_was_meant_where_seven_tenths_of_the_letters_are_the_same(
    declared: str, found: str, is_near: bool
) -> None:
    story = Story.model_validate({"title": "A", "groups": [{"id": declared, "label": "A"}]})
    [(_, _, wanted)] = find(found, "not_stated", story=story)
    assert wanted == f"a group of story.json: {declared}" + (
        f" (did you mean '{declared}'?)" if is_near else ""
    )


def test_what_is_declared_or_not_stated_or_accuses_others_is_not_a_problem() -> None:
    assert find("harbour", "media", ("pirates",)) == []
    assert find("other", "not_stated") == []


def test_a_story_without_sides_says_that_it_declares_none() -> None:
    [_, (_, _, wanted)] = find("quay", "media", story=Story(title="Harbour"))
    assert wanted == f"a side of story.json, which declares none{SILENT}"


def test_no_events_have_no_problems() -> None:
    assert check(find_undeclared_words, story=STORY) == []
