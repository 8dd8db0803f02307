"""Words in lines that fit."""

from hypothesis import given
from hypothesis import strategies as st

from geo.drawing.picture.ink import shorten, wrap
from geo.drawing.picture.typefaces import name_lacking


@given(st.text(max_size=200), st.floats(30, 400))
def test_wrapped_words_lose_no_letter(words: str, width: float) -> None:
    lines = wrap(words, width, 12)
    kept = "".join("".join(lines).split())
    printable = " ".join("".join(one if one.isprintable() else " " for one in words).split())
    shown = "".join(name_lacking(printable, "text").split())
    assert kept == shown


def test_lines_that_are_left_out_leave_an_ellipsis() -> None:
    assert shorten(["one", "two", "three"], 2) == ["one", "tw…"]
    assert shorten(["one"], 2) == ["one"]
    assert shorten(["one", "two"], 0) == []
