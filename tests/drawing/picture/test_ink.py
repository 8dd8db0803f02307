"""Words in lines that fit."""

from hypothesis import given
from hypothesis import strategies as st

from geo.drawing.picture.font_families import name_lacking
from geo.drawing.picture.fonts import measure_text
from geo.drawing.picture.ink import cut_lines, wrap


@given(st.text(max_size=200), st.floats(30, 400))
def test_wrapped_words_lose_no_letter(words: str, width: float) -> None:
    lines = wrap(words, width, 12)
    kept = "".join("".join(lines).split())
    printable = " ".join("".join(one if one.isprintable() else " " for one in words).split())
    shown = "".join(name_lacking(printable, "text").split())
    assert kept == shown


def test_lines_that_are_left_out_leave_an_ellipsis() -> None:
    assert cut_lines(["one", "two", "three"], 2) == ["one", "tw…"]
    assert cut_lines(["one"], 2) == ["one"]
    assert cut_lines(["one", "two"], 0) == []


@given(st.text(st.sampled_from("אבג abc קצת ა ب ت 12 \u0301"), max_size=80), st.floats(30, 300))
def test_lines_are_broken_by_their_drawn_width(words: str, width: float) -> None:
    for line in wrap(words, width, 12):
        assert measure_text(line, 12) <= width or len(line) == 1
