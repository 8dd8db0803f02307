"""Titles, summaries and doubts of the shipped record state nobody as the perpetrator."""

import re

import pytest

from tests.shipped_record import EVENTS

# Words with which a sentence hands a statement to its speaker.
_ATTRIBUTES = re.compile(
    r"\b(said|say|says|saying|told|tells|wrote|spoke|speak\w*|call\w*|nam\w+|put|held|took|thought|judg\w+|"
    r"report\w*|claim\w*|den\w+|blam\w+|accus\w+|alleg\w+|acknowledg\w+|admit\w*|confirm\w*|"
    r"attribut\w+|count\w*|stat\w+|announc\w+|suspect\w*|show\w*|assess\w*|point\w*|describ\w+|"
    r"presum\w+|believ\w+|contest\w+|according to|account\w*|per|whether|treat\w*)\b",
    re.IGNORECASE,
)
_NAMES_A_DOER = re.compile(
    r"\b(Ukrain\w+|Kyiv|SBU|GUR|Russian?|Moscow(?! City)|saboteurs?|partisans?)\b[^.;:]{0,40}?\b"
    r"(struck|strikes|attack(?:s|ed)|hit|hits|shelled|bombed|destroyed|downed|launched|sent|sends|"
    r"fired|killed|blew|wounded|damaged|staged)\b"
)


def _states_a_perpetrator(sentence: str) -> bool:
    return bool(_NAMES_A_DOER.search(sentence)) and not _ATTRIBUTES.search(sentence)


@pytest.mark.parametrize(
    ("sentence", "bare"),
    [
        ("Ukraine struck the depot.", True),
        ("At night Ukrainian drones hit a bridge.", True),
        ("The governor said Ukrainian drones hit a bridge.", False),
        ("A depot burnt and no cause is known.", False),
    ],
)
def test_a_bare_sentence_is_distinguished_from_an_attributed_one(sentence: str, bare: bool) -> None:
    assert _states_a_perpetrator(sentence) == bare


def test_no_title_summary_or_doubt_states_a_perpetrator_as_fact() -> None:
    bare = {
        (id_, sentence)
        for id_, event in EVENTS.items()
        for text in (event["title"], event["summary"], event["doubt"] or "")
        for sentence in re.split(r"(?<=[.;])\s", text)
        if _states_a_perpetrator(sentence)
    }
    assert bare == set()
