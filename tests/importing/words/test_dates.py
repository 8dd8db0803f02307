"""The words of dates in six languages."""

import calendar
import re

import pytest

from geo.importing.words.dates import (
    compile_words,
    list_months,
    list_parts,
    list_weekdays,
)
from geo.importing.words.unknown import list_unknown

# By hand, from each language's calendar: January, May and December, Monday and Sunday.
BY_HAND = {
    "en": ("january", "may", "december", "monday", "sunday"),
    "fr": ("janvier", "mai", "décembre", "lundi", "dimanche"),
    "de": ("januar", "mai", "dezember", "montag", "sonntag"),
    "es": ("enero", "mayo", "diciembre", "lunes", "domingo"),
    "ru": ("января", "мая", "декабря", "понедельник", "воскресенье"),
    "uk": ("січня", "травня", "грудня", "понеділок", "неділя"),
}


@pytest.mark.parametrize("language", BY_HAND)
def test_months_and_weekdays_of_each_language_have_their_numbers(language: str) -> None:
    *months, first, last = BY_HAND[language]
    assert [list_months()[name] for name in months] == [1, 5, 12]
    assert (list_weekdays()[first], list_weekdays()[last]) == (0, 6)


def test_english_names_long_and_short_are_those_of_the_calendar() -> None:
    for names in (calendar.month_name, calendar.month_abbr):
        assert [list_months()[name.lower()] for name in names if name] == list(range(1, 13))
    assert [list_weekdays()[name.lower()] for name in calendar.day_name] == list(range(7))


def test_no_word_has_two_meanings() -> None:
    months, weekdays, parts = set(list_months()), set(list_weekdays()), set(list_parts())
    assert not months & weekdays
    assert not (months | weekdays) & (parts | list_unknown())
    assert not parts & list_unknown()


def test_every_part_of_the_day_is_a_time_within_a_day_and_a_night() -> None:
    for word, (_, first, last) in list_parts().items():
        assert word == word.casefold()
        assert 0 <= first < last <= 1_800, word


def test_the_longer_of_two_words_with_the_same_start_is_read() -> None:
    found = re.match(compile_words("about"), "approximately 3 May")
    assert found is not None
    assert found[0] == "approximately"
