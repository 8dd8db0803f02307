"""Texts that are cut, and put on one line."""

from hypothesis import given
from hypothesis import strategies as st

from geo.importing.words.cut import cut_text, join_line


@given(st.text(max_size=60), st.integers(2, 60))
def test_a_cut_text_is_as_short_as_wanted_and_begins_as_before(text: str, most: int) -> None:
    short = cut_text(text, most)
    assert len(short) <= most
    assert short == text or text.startswith(short.removesuffix("…"))


def test_a_text_of_several_lines_is_joined_to_one() -> None:
    assert join_line(" a\n\tb ") == "a b"
