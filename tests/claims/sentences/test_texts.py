"""Small changes to text: what is quoted, and how a sentence ends."""

import pytest

from geo.claims.sentences.texts import end_sentence, find_quoted

# Each text has its quoted parts between the signs < and >.
MARKED = [
    "nothing quoted",
    "<“all”>",
    "a <“b”> c <«d»> e",
    "a <“b “c” d”> e",
    "a <„b“> c",
    "a <„b”> c",
    "a <(b [c] “d”)> e",
    'a <"b"> c <"d"> e',
    "a) b; c) d",
    "a” b",
    "a <(b>",
    "a <“b (c” d>",
]


@pytest.mark.parametrize("marked", MARKED)
def test_a_quotation_reaches_to_the_mark_that_closes_it_or_to_the_end(marked: str) -> None:
    text = marked.replace("<", "").replace(">", "")
    wanted = [part.split(">")[0] for part in marked.split("<")[1:]]
    assert [text[start:end] for start, end in find_quoted(text)] == wanted


@pytest.mark.parametrize(("text", "wanted"), [("It fell", "It fell."), ("Did it?", "Did it?")])
def test_a_question_needs_no_full_stop(text: str, wanted: str) -> None:
    assert end_sentence(text) == wanted
