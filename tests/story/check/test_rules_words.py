"""Words of a record that its story does not know."""

from geo.story.check.rules_words import find_undeclared_words
from tests.story.check.checking import check, claim, events_of


def test_a_misspelt_side_speaks_for_nobody() -> None:
    [(field, found, wanted)] = check(
        find_undeclared_words, events_of(claims=[claim(1, side="norht")])
    )
    assert (field, found) == ("claims[0].side", "'norht'")
    assert "did you mean 'north'?" in wanted
    assert "speaks for nobody" in wanted
