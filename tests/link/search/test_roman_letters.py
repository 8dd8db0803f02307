"""Text in Latin letters alone."""

from hypothesis import given
from hypothesis import strategies as st

from geo.link.search.roman_letters import romanize
from geo.link.search.text_search import fold


@given(st.text(max_size=20))
def test_romanized_text_has_no_letters_of_other_alphabets(text: str) -> None:
    roman = romanize(fold(text))
    assert all(
        ord(letter) < 0x80 or ord(letter) >= 0x1100 or not letter.isalpha() for letter in roman
    )
