"""Problems in a story's own files: a member that was meant is one that may be there."""

import json

import pytest

from geo.errors import StoryFileError
from geo.story.briefings.briefing import parse_briefing


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        # A step has a headline; the briefing around it has a title.
        ({"title": "Night"}, ""),
        ({"sentence": []}, " (did you mean 'sentences'?)"),
        ({"Headline": "Night"}, " (did you mean 'headline'?)"),
    ],
)
def test_only_a_member_of_the_same_level_is_suggested(wrong: dict[str, object], hint: str) -> None:
    step = {"id": "a", "headline": "h", "sentences": [{"text": "t", "rests_on": ["e"]}]}
    content = json.dumps({"title": "x", "steps": [{**step, **wrong}]}).encode()
    with pytest.raises(StoryFileError) as refused:
        parse_briefing(content, "a.json")
    assert str(refused.value).endswith(f"id, later, sentences, view{hint}")


def test_a_member_of_a_sentence_is_suggested_in_a_sentence() -> None:
    sentence = {"text": "t", "rests_on": ["e"], "rest_on": ["e"]}
    step = {"id": "a", "headline": "h", "sentences": [sentence]}
    content = json.dumps({"title": "x", "steps": [step]}).encode()
    with pytest.raises(StoryFileError, match=r"\(did you mean 'rests_on'\?\)"):
        parse_briefing(content, "a.json")
