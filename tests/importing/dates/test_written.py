"""Dates as people write them, compared with what a person reads in them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.importing.dates.clock import read_clock
from geo.importing.dates.joined import join_when
from geo.importing.dates.meaning import DateProblem
from geo.importing.dates.written import read_date
from geo.times.edtf import read_when

WRITTEN = {
    "2023-05-03": "2023-05-03",
    "2023/5/3": "2023-05-03",
    "20230503": "2023-05-03",
    "45049": "2023-05-03",
    "45049.25": "2023-05-03T06:00",
    "2023-05-03 02:27": "2023-05-03T02:27",
    "2023-05-03T02:27:59Z": "2023-05-03T02:27Z",
    "2023-05-03T02:27+0300": "2023-05-03T02:27+03:00",
    "3 May 2023, 14:30": "2023-05-03T14:30",
    "3 May 2023 at 2.30am": "2023-05-03T02:30",
    "14:30 on 3 May 2023": "2023-05-03T14:30",
    "12.05.2023 14:30": "2023-05-12T14:30",
    "2023": "2023",
    "c. 10 May 2023": "2023-05-10~",
    "around 10 May 2023": "2023-05-10~",
    "около 10 мая 2023": "2023-05-10~",
    "10 May 2023?": "2023-05-10~",
    "c. May 2023": "2023-05~",
    "2023-05-02 to 2023-05-05": "2023-05-02/2023-05-05",
    "2023-05-02/2023-05-03": "2023-05-02/2023-05-03",
    "2023-05-XX": "2023-05-XX",
}


@pytest.mark.parametrize(("text", "when"), WRITTEN.items())
def test_a_date_is_read_as_a_person_reads_it(text: str, when: str) -> None:
    found = read_date(text)
    assert found is not None
    assert join_when(found, None)[0] == when
    read_when(when)


@pytest.mark.parametrize("text", ["", "TBC", "unknown", "?", "n/a", "неизвестно", "—"])
def test_what_says_that_nothing_is_known_is_not_a_date(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("29 février 2023", "31.02.2023", "32/13/2023", "Thu 3 May 2023", "6-4 May 2023"),
        *(
            "after 3 May 2023",
            "2023-02-30",
            "May 23",
            "3 Mayy 2023",
            "1234567",
            "0 May 2023",
            "yesterday",
        ),
        "May 2023 or June 2023",
    ],
)
def test_anything_but_a_date_is_refused_and_never_guessed(text: str) -> None:
    with pytest.raises(DateProblem):
        read_date(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        *[(text, "an end after the /, such as ") for text in ("2023-05-01/..", "2023-05-01/")],
        *[(text, "a start before the /, such as ") for text in ("../2023-05-01", "/2023-05")],
        *[(text, "months, such as ") for text in ("2023-21", "2023-24~", "2023-03-01/2023-22")],
        *[
            (text, "an end that is not before the start")
            for text in (
                "2023-05-10/2023-05-01",
                "2023-05/2023-04",
                "2023-05-10T14:00/2023-05-10T13:59",
                "2023-05-10 - 2023-05-01",
            )
        ],
    ],
)
def test_a_time_that_no_event_can_have_says_what_is_wanted_instead(text: str, wanted: str) -> None:
    with pytest.raises(DateProblem) as raised:
        read_date(f" {text} ")
    assert raised.value.found == repr(text)
    assert raised.value.wanted.startswith(wanted)


@given(st.datetimes(datetime(1600, 1, 1), datetime(2900, 1, 1)))
def test_every_iso_moment_is_read_to_the_minute(moment: datetime) -> None:
    for text in (moment.isoformat(sep=" ", timespec="seconds"), f"{moment:%Y-%m-%dT%H:%M}"):
        found = read_date(text.rjust(16, "0"))
        assert found is not None
        assert found.clock is not None
        assert (found.first, found.clock.first) == (moment.date(), 60 * moment.hour + moment.minute)


@given(st.dates(date(1955, 1, 1), date(2060, 12, 31)))
def test_every_serial_number_is_the_day_that_spreadsheets_show(day: date) -> None:
    found = read_date(str((day - date(1899, 12, 30)).days))
    assert found is not None
    assert found.first == day


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (read_date, read_clock):
        try:
            read(text)
        except DateProblem:
            continue


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024年4月12日", "2024-04-12", "2024-04-12"),
        ("2024 年 4 月 12 日", "2024-04-12", "2024-04-12"),
        ("2024년 4월 12일", "2024-04-12", "2024-04-12"),
        ("2024年4月", "2024-04-01", "2024-04-30"),
    ],
)
def test_dates_with_the_signs_of_year_month_and_day_are_read(
    text: str, first: str, last: str
) -> None:
    found = read_date(text)
    assert found is not None
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)
