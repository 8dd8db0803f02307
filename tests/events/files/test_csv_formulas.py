"""Texts in CSV that a spreadsheet would run as a formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.events.files.csv_formulas import escape_formula, unescape_formula

TEXTS = st.text(alphabet="'=+-@\t\r\n ＝xä", max_size=8) | st.text(max_size=8)


@pytest.mark.parametrize("text", ["=1", " =1", "\u3000@x", "＝1", "－1", "'=1", "\t=1", "\r", "\n"])
def test_a_quote_stands_before_what_starts_a_formula(text: str) -> None:
    assert escape_formula(text) == "'" + text


@pytest.mark.parametrize("text", ["", "1", "a=1", "'a'", "\u2212 1", "x\t=1"])
def test_any_other_text_stays(text: str) -> None:
    assert escape_formula(text) == unescape_formula(text) == text


@given(TEXTS)
def test_an_escaped_text_comes_back(text: str) -> None:
    assert unescape_formula(escape_formula(text)) == text


@given(TEXTS)
def test_two_texts_never_become_the_same_cell(text: str) -> None:
    cell = escape_formula(text)
    # A quote is added or nothing; where one is added, a text that has it already gets another.
    assert cell == text or (cell == "'" + text and escape_formula(cell) == "'" + cell)
