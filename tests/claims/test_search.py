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
    assert collect_keys(search_claims(events, text)) == found
