"""Casualties as far as the words of a cell go."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.claims.counts.count_words import INJURED, KILLED
from geo.claims.counts.stated_number import StatedNumber
from geo.importing.claims.counts import read_count, read_counts

COUNTS = {
    "3": StatedNumber(best=3),
    "1,200": StatedNumber(best=1200),
    "1.200": StatedNumber(best=1200),
    "12,5": StatedNumber(),
    "at least 1.5": StatedNumber(),
    "2-4": StatedNumber(low=2, high=4),
    "2–4": StatedNumber(low=2, high=4),
    "1 000-2 000": StatedNumber(low=1000, high=2000),
    "two to four": StatedNumber(low=2, high=4),
    "between 2 and 4": StatedNumber(low=2, high=4),
    "between two and four": StatedNumber(low=2, high=4),
    "at least 2": StatedNumber(low=2),
    "at least two": StatedNumber(low=2),
    "no less than 3": StatedNumber(low=3),
    "no fewer than five": StatedNumber(low=5),
    "more than 2": StatedNumber(low=3),
    "over 2": StatedNumber(low=3),
    "5+": StatedNumber(low=5),
    "5 or more": StatedNumber(low=5),
    "up to 5": StatedNumber(high=5),
    "no more than 5": StatedNumber(high=5),
    "fewer than 5": StatedNumber(high=4),
    "two": StatedNumber(best=2),
    "thirteen": StatedNumber(best=13),
    "ninety": StatedNumber(best=90),
    "about 10": StatedNumber(best=10),
    "some 20": StatedNumber(best=20),
    "3 000": StatedNumber(best=3000),
    "3 militants": StatedNumber(best=3),
    "3 (2 men, 1 woman)": StatedNumber(best=3),
    "no one": StatedNumber(best=0),
    "dozens": StatedNumber(),
    "several": StatedNumber(),
    "0": StatedNumber(best=0),
    "none": StatedNumber(best=0),
    "не менее 12": StatedNumber(low=12),
    "4-2": StatedNumber(),
    **dict.fromkeys(["3/4", "3 + 4", "3 or fewer", "2 men and 1 woman", "2, 3"], StatedNumber()),
    **dict.fromkeys(["one hundred", "twenty three", "twenty-three", "3-4 hundred"], StatedNumber()),
    **dict.fromkeys(
        ["two dozen", "a dozen", "hundreds", "half a dozen", "3 десятка"], StatedNumber()
    ),
    **dict.fromkeys(
        ["3 million", "1.5 million", "3 тысячи", "up to 3 million", "3k"], StatedNumber()
    ),
    "1" * 5000: StatedNumber(),
    "3 or 4": StatedNumber(low=3, high=4),
    "2 или 3": StatedNumber(low=2, high=3),
    "2?": StatedNumber(),
    "3[1]": StatedNumber(best=3),
    "5 civilians killed.": StatedNumber(best=5),
    "3 civils tués": StatedNumber(best=3),
    "4 Tote": StatedNumber(best=4),
    "2 человека погибли": StatedNumber(best=2),
    **dict.fromkeys(
        ["nil", "Nil.", "aucun", "aucun mort", "keine Toten", "ninguno", "нет", "нет погибших"],
        StatedNumber(best=0),
    ),
}
WORDS: dict[str, tuple[StatedNumber | None, StatedNumber | None]] = {
    "2-4 dead": (StatedNumber(low=2, high=4), None),
    "3 killed, 5 wounded": (StatedNumber(best=3), StatedNumber(best=5)),
    "2 killed and 3 injured": (StatedNumber(best=2), StatedNumber(best=3)),
    "1,200 killed": (StatedNumber(best=1200), None),
    "dozens injured": (None, StatedNumber()),
    "12 убито, 3 ранено": (StatedNumber(best=12), StatedNumber(best=3)),
    "2 morts, 5 blessés": (StatedNumber(best=2), StatedNumber(best=5)),
    "zwei Tote": (StatedNumber(), None),
    "1 (child)": (None, None),
    "several": (None, None),
    "at least 2": (None, None),
    "none reported": (None, None),
    "0": (StatedNumber(best=0), StatedNumber(best=0)),
    "2 killed, later 3 killed": (StatedNumber(), None),
    "20 killed or injured": (StatedNumber(), StatedNumber()),
    "killed and injured: 20": (StatedNumber(), StatedNumber()),
    "30-year-old man killed": (StatedNumber(), None),
    "30 year old man killed": (StatedNumber(), None),
    "at 5 pm 3 killed": (StatedNumber(), None),
    "3 killed incl. 1 child": (StatedNumber(best=3), None),
    "3 killed (1 child, 2 women), 4 injured": (StatedNumber(best=3), StatedNumber(best=4)),
    "3 killed/4 injured": (StatedNumber(best=3), StatedNumber(best=4)),
    "No one killed, two injured": (StatedNumber(best=0), StatedNumber(best=2)),
    "between 3 and 5 killed": (StatedNumber(low=3, high=5), None),
    "3/4 killed": (StatedNumber(), None),
    "3+4 killed": (StatedNumber(), None),
    "12,5 killed": (StatedNumber(), None),
    "two men and one woman killed": (StatedNumber(), None),
    "A HUNDRED AND FIVE KILLED": (StatedNumber(), None),
    "5 victims: 3 killed": (StatedNumber(), None),
    "10 shells killed 3": (StatedNumber(), None),
    "nil": (StatedNumber(best=0), StatedNumber(best=0)),
    "2 or 3 killed": (StatedNumber(low=2, high=3), None),
    "aucun mort, 2 blessés": (StatedNumber(best=0), StatedNumber(best=2)),
    "3 killed in the north": (StatedNumber(best=3), None),
    "killed: 3 in the north": (StatedNumber(best=3), None),
    "killed 3 of 5 missing": (StatedNumber(), None),
    "3 killed or missing": (StatedNumber(), None),
    "4 missing presumed dead": (StatedNumber(), None),
    "3 killed, 4 missing": (StatedNumber(best=3), None),
}


@pytest.mark.parametrize(("text", "wanted"), COUNTS.items())
def test_a_number_is_taken_as_far_as_its_words_go(text: str, wanted: StatedNumber) -> None:
    assert read_count(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        *["", "n/a", "unknown", "none reported", "not known", "no data", "none confirmed"],
        *["no deaths confirmed", "zero confirmed", "nobody verified", "not confirmed"],
    ],
)
def test_no_figure_is_not_none(text: str) -> None:
    assert read_count(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *["4 missing", "4 disparus", "3 пропали без вести", "4 vermisst", "5 rescued"],
        *["12 survivors", "4 vivants", "1 de 5", "at least 4 missing", "up to 3 rescued"],
        *["2-4 missing", "5+ missing", "3 (missing)", "missing", "3 missing soldiers", "3 cows"],
        *["-1", "−1", "- 2 dead", "нет данных", "2 in hospital"],
    ],
)
@pytest.mark.parametrize("kind", [KILLED, INJURED], ids=["killed", "injured"])
def test_a_number_of_others_is_not_a_number_of_killed_or_injured(
    text: str, kind: re.Pattern[str]
) -> None:
    assert read_count(text, kind) is None


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("2 blessés", None, StatedNumber(best=2)),
        ("2 dead", StatedNumber(best=2), None),
        ("at least 3 wounded", None, StatedNumber(low=3)),
        ("no injuries", None, StatedNumber(best=0)),
    ],
)
def test_a_column_counts_its_own_kind_only(
    text: str, killed: StatedNumber | None, injured: StatedNumber | None
) -> None:
    assert (read_count(text, KILLED), read_count(text, INJURED)) == (killed, injured)


@pytest.mark.parametrize(("text", "wanted"), WORDS.items())
def test_killed_and_injured_are_distinguished_by_words(
    text: str, wanted: tuple[StatedNumber | None, StatedNumber | None]
) -> None:
    found = read_counts(text)
    assert (found.killed, found.injured) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("3 at least", StatedNumber(low=3)),
        ("3, al menos", StatedNumber(low=3)),
        ("3 (army); 10 (rebels)", None),
        ("3 (two men), 10 (rebels)", None),
        ("3 (two men)", StatedNumber(best=3)),
    ],
)
def test_what_follows_a_number_bounds_it_or_takes_it_back(
    text: str, wanted: StatedNumber | None
) -> None:
    assert read_count(text, KILLED) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("3 killed at least", StatedNumber(low=3)),
        ("3 killed?", StatedNumber()),
        ("3 killed in the first strike, 2 in the second", StatedNumber()),
        ("3 killed, 2 more in hospital", StatedNumber()),
        ("3 killed, 2 houses burnt", StatedNumber(best=3)),
    ],
)
def test_a_number_in_doubt_or_in_parts_is_not_the_number(text: str, wanted: StatedNumber) -> None:
    assert read_counts(text).killed == wanted


@given(st.text(max_size=60))
def test_any_words_of_casualties_are_read(text: str) -> None:
    for count in (read_count(text), read_counts(text).killed):
        stated = [n for n in (count.low, count.best, count.high) if n is not None] if count else []
        assert stated == sorted(stated)


@pytest.mark.parametrize(
    "text",
    [
        "killed: no data",
        "deaths: no information",
        "no official data on killed",
        "No one knows how many were killed",
        "killed: no official figures",
    ],
)
def test_no_data_is_not_nobody(text: str) -> None:
    assert read_counts(text).killed in (None, StatedNumber())


def test_an_explanation_takes_no_number_away() -> None:
    found = read_counts("5 killed, 2 of them children, 3 injured")
    assert (found.killed, found.injured) == (StatedNumber(best=5), StatedNumber(best=3))
    partly = read_counts("Killed: 3, injured: no data")
    assert (partly.killed, partly.injured) == (StatedNumber(best=3), None)


@pytest.mark.parametrize(
    "filler", ["no x ", "none ", "5 or ", "1,000 ", "between ", "(", "killed 3 "]
)
def test_a_long_account_gives_no_number(filler: str) -> None:
    # Some of these would take hours by patterns that look for an end which does not come.
    account = filler * 20_000
    assert read_count(account) == StatedNumber()
    assert read_counts(account).injured is None
    assert read_counts(f"{account} 3 injured").injured == StatedNumber()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("3 Fijian soldiers", 3),
        ("two young men", 2),
        ("At least 3 armoured-car drivers", None),
        ("3 naval officers (aged 20 to 30)", 3),
        ("4 army personnel reported", 4),
        ("1 Fijian soldier", 1),
    ],
)
def test_a_word_before_the_people_takes_no_number_away(text: str, wanted: int | None) -> None:
    found = read_count(text)
    assert found == (StatedNumber(low=3) if wanted is None else StatedNumber(best=wanted))
    counts = read_counts(f"{text} killed")
    assert counts.killed == found
    assert counts.injured is None


@pytest.mark.parametrize(
    "text",
    [
        *["3 houses", "3 brick houses", "3 missing", "3 missing soldiers", "3 army trucks"],
        *["3 houses of civilians", "3 with civilians", "3 rockets struck civilians"],
        *["3 more people", "3 other men", "3 possible victims", "3 boats crew", "3 unharmed men"],
        *[
            "3 trapped workers",
            "3 fleeing civilians",
            "3 sick passengers",
            "3 army personnel carriers",
        ],
        *["3 gefangene soldaten", "3 пленных солдата", "3 police cars", "3 houses, men"],
    ],
)
def test_what_may_be_another_count_is_not_a_number(text: str) -> None:
    found = read_count(text)
    assert found in (None, StatedNumber())
