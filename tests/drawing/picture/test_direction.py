"""Lines are read as their whole paragraph is, by the rules of UAX #9, worked out by hand."""

import pytest

from geo.drawing.picture.direction import is_from_right, mark_lines

ARABIC = "قصف على حلب (حي الشيخ مقصود)"
HEBREW = "ירי רקטות: 3 אזעקות (אשקלון) - IDF"
GEORGIAN = "აფეთქება თბილისის ნავსადგურში"
# The marks of a letter from the left, from the right, and of Arabic.
LRM, RLM, ALM = "\u200e", "\u200f", "\u061c"


def test_the_first_letter_says_from_which_side_words_are_read() -> None:
    assert [is_from_right(words) for words in (ARABIC, HEBREW, GEORGIAN, "", "12")] == [
        True,
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("lines", "from_right", "marked"),
    [
        # Nothing is read from the right.
        (["One line of 12 words", "and 3 more"], False, ["One line of 12 words", "and 3 more"]),
        ([], False, []),
        (["", "a"], False, ["", "a"]),
        # W7: between letters from the right a number is read with them, also after the break.
        (["Near אבג", "12 דהו"], False, [f"Near אבג{RLM}", f"{LRM}{RLM}12 דהו"]),
        # W7: after a letter from the left it is read with that one.
        (["Near the", "12 דהו"], False, ["Near the", f"{LRM}12 דהו"]),
        # W2: after Arabic it is an Arabic number, whose punctuation parts it.
        (["Near ابج", "12-3 دهو"], False, [f"Near ابج{RLM}", f"{LRM}{ALM}12-3 دهو"]),
        # N1: a dash between letters from the right is read with them; N2: at the end with none.
        (["a אבג -", "דהו -"], False, [f"a אבג -{RLM}", f"{LRM}{RLM}דהו -"]),
        # N0: both brackets are read with the letters before the first.
        (
            ["a אבג (דהו", "זחט) b"],
            False,
            [f"a אבג {RLM}({RLM}דהו{RLM}", f"{LRM}{RLM}זחט{RLM}){RLM} b"],
        ),
        # N0: here with the paragraph, since letters of its direction lie between them.
        (
            ["a (דהו b", "זחט) אבג"],
            False,
            [f"a {LRM}({LRM}דהו b{RLM}", f"{LRM}זחט{LRM}){LRM} אבג"],
        ),
        # A paragraph from the right.
        (["אבג IDF", "12 דהו"], True, [f"{RLM}אבג IDF{LRM}", f"{RLM}{LRM}12 דהו"]),
    ],
)
def test_a_line_has_the_marks_of_what_comes_before_and_after_it(
    lines: list[str], from_right: bool, marked: list[str]
) -> None:
    assert mark_lines(lines, from_right) == marked


@pytest.mark.parametrize(("number", "marks"), [(63, 1 + 2 * 63), (64, 1)])
def test_brackets_are_paired_while_no_more_than_63_are_open(number: int, marks: int) -> None:
    # BD16; each one that is paired with one on the other line has a mark on both sides.
    first, _ = mark_lines(["(" * number + "א", ")" * number], from_right=False)
    assert first.count(LRM) == marks


def test_marks_are_the_only_difference() -> None:
    lines = [ARABIC, HEBREW, GEORGIAN, "[12] (x"]
    for from_right in (True, False):
        plain = [
            "".join(one for one in line if one not in (LRM, RLM, ALM))
            for line in mark_lines(lines, from_right)
        ]
        assert plain == lines
