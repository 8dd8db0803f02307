"""Search across statements, regardless of case, accents and alphabet."""

import pytest

from geo.claims import search_claims
from tests.statements import collect_keys, make_claim, make_events


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mariya", {"e1#c1"}),
        ("Марія", {"e1#c1"}),
        ("MARIIA denies", {"e1#c1"}),
        ("Yeléna", {"e1#c2"}),
        ("Jelena Ree", {"e1#c2"}),
        ("oslo", {"e1#c2"}),
        ("mariya yelena", set()),
        ("  ", set()),
        ("drone", {"e1#c1", "e1#c2"}),
    ],
)
def test_search_finds_speakers_words_and_stances_in_any_alphabet(
    text: str, found: set[str]
) -> None:
    events = make_events(
        (
            (
                make_claim(1, actor="Mariya Marsh", stance="denies"),
                make_claim(2, actor="Yelena Rée", where="Oslo"),
            ),
            (),
        )
    )
    assert collect_keys(search_claims(events, text).entries) == found


@pytest.mark.parametrize(
    ("text", "found", "said"),
    [
        ("Mraiya", {"e1#c1"}, "No statement has “Mraiya”; showing “Mariya”."),
        ("refinry", {"e1#c2"}, "No statement has “refinry”; showing “refinery”."),
        ("qwertzuiop", set(), "No statement has “qwertzuiop” or a word like it."),
        ("Mariya", {"e1#c1"}, ""),
    ],
)
def test_a_slip_finds_the_closest_words_and_is_named(text: str, found: set[str], said: str) -> None:
    events = make_events(
        (
            (
                make_claim(1, actor="Mariya Marsh"),
                make_claim(2, actor="Yelena Rée", summary="Said that a refinery burned."),
            ),
            (),
        )
    )
    search = search_claims(events, text)
    assert collect_keys(search.entries) == found
    assert search.note.words == said


def test_without_a_word_a_stance_alone_is_looked_for() -> None:
    claims = (make_claim(1, stance="denies"), make_claim(2, stance="asserts"))
    search = search_claims(make_events((claims, ())), "", stances=["denies"])
    assert collect_keys(search.entries) == {"e1#c1"}
    assert search.note.words == ""
