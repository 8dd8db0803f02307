"""One row of the grammar of a link: which texts it takes, and what it says that it wants."""

import pytest

from geo.link.parameter import LONGEST, Kind, Parameter, list_some

WORD = Parameter(
    "group", "filters.words.group", "Groups.", "north", choices=("north", "south"), known_as="group"
)
COUNT = Parameter(
    "count",
    "count",
    "A count.",
    "3",
    kind=Kind("number", int),
    pattern=r"\d+",
    wanted="a whole number",
    suits=lambda value, known: str(value) not in known.get("taken", ()),
)


def test_only_a_filter_chooses_events() -> None:
    assert (WORD.chooses_events, COUNT.chooses_events) == (True, False)


def test_words_that_a_record_has_take_the_place_of_those_of_every_link() -> None:
    assert WORD.value("north", {}) == "north"
    assert WORD.value("coast", {"group": ["coast"]}) == "coast"
    with pytest.raises(ValueError, match="north"):
        WORD.value("north", {"group": ["coast"]})
    assert COUNT.words({}) is None


@pytest.mark.parametrize("text", ["", "-1", "3 ", "٣", "3.0"])
def test_a_text_of_another_pattern_is_refused_before_it_is_read(text: str) -> None:
    assert COUNT.value("007", {}) == 7
    with pytest.raises(ValueError):  # noqa: PT011
        COUNT.value(text, {})


def test_a_value_that_does_not_suit_what_is_known_is_refused() -> None:
    assert COUNT.value("3", {"taken": ["4"]}) == 3
    with pytest.raises(ValueError, match="4"):
        COUNT.value("4", {"taken": ["4"]})


def test_an_error_says_what_was_wanted_or_lists_the_words() -> None:
    assert COUNT.describe_wanted({}) == "a whole number"
    assert WORD.describe_wanted({}) == "north or south"
    many = Parameter("g", "g", "Groups.", "a", choices=("b", "a"), repeated=True)
    assert many.describe_wanted({}) == "one of a, b"


def test_only_the_first_of_many_words_are_named() -> None:
    words = [f"w{number:02}" for number in range(20)]
    assert list_some(words) == ", ".join(words[:12]) + " ..."
    assert list_some([]) == ""
    assert len(list_some(words)) < LONGEST
