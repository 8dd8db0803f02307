"""Dates and times of day as people write them, compared with what a person reads in them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.importing.dates.clock import read_clock
from geo.importing.dates.dated import DateProblem, OrderWanted, YearWanted
from geo.importing.dates.joined import join_when
from geo.importing.dates.written import read_date
from geo.times.when import read_when
from tests.importing.reading import members_of, only, read_text

WRITTEN = {
    "2023-05-03": "2023-05-03",
    "2023/5/3": "2023-05-03",
    "20230503": "2023-05-03",
    "3 May 2023": "2023-05-03",
    "3rd May 2023": "2023-05-03",
    "3rd of May, 2023": "2023-05-03",
    "May 3rd, 2023": "2023-05-03",
    "3-May-23": "2023-05-03",
    "3.5.2023": "2023-05-03",
    "3. Mai 2023": "2023-05-03",
    "1er mai 2023": "2023-05-01",
    "el 3 de mayo de 2023": "2023-05-03",
    "3 мая 2023 г.": "2023-05-03",
    "3 травня 2023 року": "2023-05-03",
    "Wed 3 May 2023": "2023-05-03",
    "среда, 3 мая 2023": "2023-05-03",
    "3 May 2023 (Wednesday)": "2023-05-03",
    "31/05/2023": "2023-05-31",
    "5/31/2023": "2023-05-31",
    "05/05/2023": "2023-05-05",
    "45049": "2023-05-03",
    "45049.25": "2023-05-03T06:00",
    "2023-05-03 02:27": "2023-05-03T02:27",
    "2023-05-03T02:27:59Z": "2023-05-03T02:27Z",
    "2023-05-03T02:27+0300": "2023-05-03T02:27+03:00",
    "3 May 2023, 14:30": "2023-05-03T14:30",
    "3 May 2023 at 2.30am": "2023-05-03T02:30",
    "14:30 on 3 May 2023": "2023-05-03T14:30",
    "12.05.2023 14:30": "2023-05-12T14:30",
    "May 2023": "2023-05",
    "mai 2023": "2023-05",
    "05/2023": "2023-05",
    "2023": "2023",
    "early May 2023": "2023-05-01/2023-05-10",
    "mid-May 2023": "2023-05-11/2023-05-20",
    "late May 2023": "2023-05-21/2023-05-31",
    "end of February 2024": "2024-02-21/2024-02-29",
    "début mai 2023": "2023-05-01/2023-05-10",
    "mi-mai 2023": "2023-05-11/2023-05-20",
    "Anfang Mai 2023": "2023-05-01/2023-05-10",
    "в начале мая 2023": "2023-05-01/2023-05-10",
    "наприкінці травня 2023": "2023-05-21/2023-05-31",
    "a mediados de mayo de 2023": "2023-05-11/2023-05-20",
    "late 2023": "2023-09-01/2023-12-31",
    "c. 10 May 2023": "2023-05-10~",
    "around 10 May 2023": "2023-05-10~",
    "около 10 мая 2023": "2023-05-10~",
    "10 May 2023?": "2023-05-10~",
    "c. May 2023": "2023-05~",
    "2-3 May 2023": "2023-05-02/2023-05-03",
    "2/3 May 2023": "2023-05-02/2023-05-03",
    "between 4 and 6 May 2023": "2023-05-04/2023-05-06",
    "du 4 au 6 mai 2023": "2023-05-04/2023-05-06",
    "vom 4. bis 6. Mai 2023": "2023-05-04/2023-05-06",
    "с 4 по 6 мая 2023": "2023-05-04/2023-05-06",
    "02-03/05/2023": "2023-05-02/2023-05-03",
    "30 April - 2 May 2023": "2023-04-30/2023-05-02",
    "30 December - 2 January 2024": "2023-12-30/2024-01-02",
    "2023-05-02 to 2023-05-05": "2023-05-02/2023-05-05",
    "night of 2-3 May 2023": "2023-05-02T18:00/2023-05-03T06:00",
    "night of 3 May 2023": "2023-05-03T00:00/2023-05-04T06:00",
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
def test_what_says_that_nothing_is_known_is_no_date(text: str) -> None:
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
def test_what_is_no_date_is_refused_and_never_guessed(text: str) -> None:
    with pytest.raises(DateProblem):
        read_date(text)


@pytest.mark.parametrize("text", ["03/05/2023", "3-5-2023", "03/05/23"])
def test_an_ambiguous_date_wants_its_order(text: str) -> None:
    with pytest.raises(OrderWanted):
        read_date(text)
    day, month = (read_date(text, order) for order in ("dmy", "mdy"))
    assert day is not None
    assert month is not None
    assert (day.first, month.first) == (date(2023, 5, 3), date(2023, 3, 5))


@pytest.mark.parametrize("text", ["3 May", "Wed 3 May", "early May", "night of 2-3 May", "3/5"])
def test_a_date_without_a_year_wants_it(text: str) -> None:
    with pytest.raises(YearWanted):
        read_date(text, "dmy")
    assert read_date(text, "dmy", 2023) is not None


CLOCKS = {
    "02:27": (147, 148, "", False),
    "2.30am": (150, 151, "", False),
    "2:30 p.m.": (870, 871, "", False),
    "12am": (0, 1, "", False),
    "12pm": (720, 721, "", False),
    "14h30": (870, 871, "", False),
    "14 Uhr": (840, 841, "", False),
    "0227L": (147, 148, "", False),
    "1400Z": (840, 841, "Z", False),
    "14:00 UTC": (840, 841, "Z", False),
    "14:00 (UTC+3)": (840, 841, "+03:00", False),
    "14:00+05:30": (840, 841, "+05:30", False),
    "~23:00": (1380, 1381, "", True),
    "c. 2am": (120, 121, "", True),
    "14:30:59": (870, 871, "", False),
    "02:00-03:00": (120, 180, "", False),
    "23:00-01:00": (1380, 1500, "", False),
    "between 2 and 3 am": (120, 180, "", False),
    "early morning": (0, 540, "", False),
    "evening": (960, 1440, "", False),
    "night": (0, 1800, "", False),
    "вночі": (0, 1800, "", False),
}


@pytest.mark.parametrize(("text", "wanted"), CLOCKS.items())
def test_a_time_of_day_is_read_as_a_person_reads_it(
    text: str, wanted: tuple[int, int, str, bool]
) -> None:
    clock = read_clock(text)
    assert clock is not None
    assert (clock.first, clock.last, clock.offset, clock.is_about) == wanted


@pytest.mark.parametrize("text", ["25:00", "14:75", "13pm", "soon", "1", "2400", "12:3"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(DateProblem):
        read_clock(text)


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


def test_a_column_is_decided_by_a_row_that_can_be_one_thing_only() -> None:
    outcome = read_text("title,date\na,03/05/2023\nb,31/05/2023\n")
    assert [one["when"] for one in members_of(outcome).values()] == ["2023-05-03", "2023-05-31"]
    remark = "column 'date': the day is first; row 3, '31/05/2023', can only be so"
    assert remark in outcome.remarks


def test_midnight_everywhere_is_no_time_of_day_and_elsewhere_a_question() -> None:
    everywhere = read_text("title,date\na,2023-05-03 00:00:00\nb,2023-05-04 00:00:00\n")
    assert [one["when"] for one in members_of(everywhere).values()] == ["2023-05-03", "2023-05-04"]
    text = "title,date\na,2023-05-03 00:00:00\nb,2023-05-04 14:30:00\n"
    [question] = read_text(text).questions
    assert question.id == "midnight:date"
    for answer, when in (("unknown", "2023-05-03"), ("midnight", "2023-05-03T00:00")):
        first, _ = members_of(read_text(text, {"midnight:date": answer})).values()
        assert first["when"] == when


def test_times_are_on_the_clock_of_the_place() -> None:
    text = "title,date,time,lat,lon\na,2023-05-03,02:27,48.85,2.35\nb,2023-05-03,02:27,,\n"
    paris, unknown = members_of(read_text(text, zone="Asia/Aden")).values()
    assert (paris["when"], paris["tz"]) == ("2023-05-03T02:27", "Europe/Paris")
    assert (unknown["when"], "tz" in unknown) == ("2023-05-03T02:27", False)


def test_a_column_that_says_utc_is_in_utc() -> None:
    members = only(read_text("title,date,time (UTC)\na,2023-05-03,02:27\n"))
    assert members["when"] == "2023-05-03T02:27Z"


def test_an_hour_that_the_clock_skipped_is_rejected_and_a_repeated_one_is_not() -> None:
    text = "title,date,time,lat,lon\na,2023-03-26,02:30,48.85,2.35\nb,2023-10-29,02:30,48.85,2.35\n"
    outcome = read_text(text)
    [rejected] = outcome.rejected
    assert rejected.row == 2
    assert "the clock of Europe/Paris showed" in rejected.wanted
    assert list(members_of(outcome)) == [3]


def test_two_times_that_contradict_each_other_are_rejected() -> None:
    [rejected] = read_text("title,date,time\na,2023-05-03 02:27,03:00\n").rejected
    assert rejected.reason == (
        "time: found 02:27 beside the date and 03:00 as the time, wanted one time"
    )


def test_a_start_and_an_end_are_one_interval() -> None:
    header = "title,start date,end date\n"
    assert only(read_text(header + "a,2023-05-03,2023-05-05\n"))["when"] == "2023-05-03/2023-05-05"
    assert only(read_text(header + "a,2023-05-03,2023-05-03\n"))["when"] == "2023-05-03"
    assert only(read_text(header + "a,2023-05-03,\n"))["when"] == "2023-05-03"
    [rejected] = read_text(header + "a,2023-05-03,2023-05-01\n").rejected
    assert "an end on 2023-05-01" in rejected.found


def test_a_night_between_two_days_holds_the_clock_of_the_right_one() -> None:
    header = "title,date,time\n"
    answers = {"year:date": "2023"}
    for clock, when in (("02:27", "2023-05-03T02:27"), ("23:10", "2023-05-02T23:10")):
        outcome = read_text(f"{header}a,night of 2-3 May,{clock}\n", answers)
        assert only(outcome)["when"] == when
    late = (datetime(2023, 5, 3) + timedelta(hours=12)).strftime("%H:%M")
    members = only(read_text(f"{header}a,night of 2-3 May,{late}\n", answers))
    assert members["when"] == "2023-05-02T18:00/2023-05-03T06:00"
    assert members["note"] == "time: 12:00"


def test_of_several_columns_called_like_a_date_the_one_of_the_event_counts() -> None:
    rows = "2023-06-01 10:00:00,3 May 2023,a\n2023-06-02 11:00,TBC,b\n"
    outcome = read_text("Timestamp,Incident date,title\n" + rows)
    assert [one["when"] for one in members_of(outcome).values()] == ["2023-05-03"]
    assert members_of(outcome)[2]["note"] == "Timestamp: 2023-06-01 10:00:00"
    days = "Day,Date,title\nA,2023-05-03,a\nB,2023-05-04,b\n"
    assert len(read_text(days).made) == 2


@pytest.mark.parametrize(
    ("header", "row", "when"),
    [
        ("Year,Month,Day", "2023,5,3", "2023-05-03"),
        ("Day,Month,Year", "3,5,2023", "2023-05-03"),
        ("year,month,day", "2023.0,05,03", "2023-05-03"),
        ("Jahr,Monat,Tag", "2023,Mai,3", "2023-05-03"),
        ("année,mois,jour", "2023,mars,", "2023-03"),
        ("год,месяц,день", "2023,мая,3", "2023-05-03"),
        ("Year,Month,Day", "2023,5,0", "2023-05"),
        ("Year,Month,Day", "2023,unknown,", "2023"),
        ("Year,Month", "2023,12", "2023-12"),
        ("Year,Kind", "2023,fire", "2023"),
    ],
)
def test_year_month_and_day_in_columns_of_their_own_are_one_date(
    header: str, row: str, when: str
) -> None:
    outcome = read_text(f"Title,{header}\nA fire,{row}\n")
    assert only(outcome)["when"] == when
    assert any(text.endswith("read as one date") for text in outcome.remarks)


@pytest.mark.parametrize("row", ["2023,13,3", "2023,2,30", "2023,,3", "soon,5,3"])
def test_parts_that_are_no_date_are_refused_and_never_guessed(row: str) -> None:
    outcome = read_text(f"Title,Year,Month,Day\nA fire,{row}\n")
    assert outcome.made == []
    [problem] = outcome.rejected
    assert problem.column == "Date (Year, Month, Day)"


def test_a_year_beside_a_date_is_kept_in_the_note() -> None:
    members = only(read_text("Title,Date,Year\nA fire,2023-05-03,2023\n"))
    assert (members["when"], members["note"]) == ("2023-05-03", "Year: 2023")


def test_a_row_that_lacks_the_year_is_asked_for_it() -> None:
    text = "Title,Year,Month,Day\nA fire,2023,5,3\nA flood,,5,4\n"
    [question] = read_text(text).questions
    assert question.id == "year:Date (Year, Month, Day)"
    answered = members_of(read_text(text, {question.id: "2024"}))
    assert answered[3]["when"] == "2024-05-04"
