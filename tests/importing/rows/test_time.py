"""When the event of a row happened, on which clock."""

from datetime import timedelta

import pytest

from geo.times.edtf import read_when
from tests.importing.reading import import_text, members_of, only


def test_times_are_on_the_clock_of_the_place() -> None:
    text = "title,date,time,lat,lon\na,2023-05-03,02:27,48.85,2.35\nb,2023-05-03,02:27,,\n"
    paris, unknown = members_of(import_text(text, zone="Asia/Aden")).values()
    assert (paris["when"], paris["tz"]) == ("2023-05-03T02:27", "Europe/Paris")
    assert (unknown["when"], "tz" in unknown) == ("2023-05-03T02:27", False)


def test_a_column_that_says_utc_is_in_utc() -> None:
    members = only(import_text("title,date,time (UTC)\na,2023-05-03,02:27\n"))
    assert members["when"] == "2023-05-03T02:27Z"


@pytest.mark.parametrize("cell", ["20230503022700", "2023-05-03 02:27", "3 May 2023, 2.27am"])
def test_a_date_with_a_time_is_in_utc_only_where_cell_or_column_say_so(cell: str) -> None:
    for column, when in (("date", "2023-05-03T02:27"), ("date (UTC)", "2023-05-03T02:27Z")):
        text = f'title,"{column}"\na,"{cell}"\n'
        assert only(import_text(text))["when"] == when


def test_an_hour_that_the_clock_skipped_is_rejected_and_a_repeated_one_is_not() -> None:
    text = "title,date,time,lat,lon\na,2023-03-26,02:30,48.85,2.35\nb,2023-10-29,02:30,48.85,2.35\n"
    outcome = import_text(text)
    [rejected] = outcome.rejected
    assert rejected.row == 2
    assert "the clock of Europe/Paris showed" in rejected.wanted
    assert list(members_of(outcome)) == [3]


def test_a_start_and_an_end_are_one_interval() -> None:
    header = "title,start date,end date\n"
    assert (
        only(import_text(header + "a,2023-05-03,2023-05-05\n"))["when"] == "2023-05-03/2023-05-05"
    )
    assert only(import_text(header + "a,2023-05-03,2023-05-03\n"))["when"] == "2023-05-03"
    assert only(import_text(header + "a,2023-05-03,\n"))["when"] == "2023-05-03"
    [rejected] = import_text(header + "a,2023-05-03,2023-05-01\n").rejected
    assert "an end on 2023-05-01" in rejected.found


def test_a_row_whose_time_has_no_end_is_named_with_what_is_wanted() -> None:
    [rejected] = import_text("title,when\na,2023-05-01\nb,2023-05-01/..\n").rejected
    assert (rejected.row, rejected.found) == (3, "'2023-05-01/..'")
    assert rejected.wanted.startswith("an end after the /, such as 2023-11-01/2023-11-07")


# The first day and the last one that a person takes from the two cells.
DOUBTED = {
    ("c. 10 May 2023", "15 May 2023"): ("2023-05-09", "2023-05-15"),
    ("10 May 2023?", "15 May 2023"): ("2023-05-09", "2023-05-15"),
    ("около 10 мая 2023", "15 мая 2023"): ("2023-05-09", "2023-05-15"),
    ("environ 10 mai 2023", "15 mai 2023"): ("2023-05-09", "2023-05-15"),
    ("etwa 10. Mai 2023", "ca. 15. Mai 2023"): ("2023-05-09", "2023-05-16"),
    ("10 de mayo de 2023", "hacia el 15 de mayo de 2023"): ("2023-05-10", "2023-05-16"),
    ("10 травня 2023", "близько 15 травня 2023"): ("2023-05-10", "2023-05-16"),
    ("10 May 2023", "15 May 2023 approx"): ("2023-05-10", "2023-05-16"),
    ("10 May 2023", "c. 10 May 2023"): ("2023-05-10", "2023-05-11"),
    ("c. 10 May 2023", "10 May 2023"): ("2023-05-09", "2023-05-10"),
    ("about May 2023", "July 2023"): ("2023-04-01", "2023-07-31"),
    ("May 2023", "about July 2023"): ("2023-05-01", "2023-08-31"),
    ("~2023", "2024"): ("2022-01-01", "2024-12-31"),
    ("2023", "c. 2024"): ("2023-01-01", "2025-12-31"),
    ("c. 9-10 May 2023", "15 May 2023"): ("2023-05-08", "2023-05-15"),
}


@pytest.mark.parametrize(("start", "end"), DOUBTED)
def test_a_guess_of_either_end_makes_the_time_wider(start: str, end: str) -> None:
    [members] = members_of(
        import_text(f"title,start date,end date\na,{start},{end}\n", zone="UTC")
    ).values()
    when = read_when(members["when"], "UTC")
    first, last = DOUBTED[start, end]
    assert when.start.isoformat() == f"{first}T00:00:00+00:00"
    assert (when.end - timedelta(days=1)).isoformat() == f"{last}T00:00:00+00:00"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("c. 10 May 2023 to 15 May 2023", "2023-05-09", "2023-05-16"),
        ("10 May 2023 - c. 15 May 2023", "2023-05-09", "2023-05-16"),
        ("c. May 2023 to July 2023", "2023-04-01", "2023-08-31"),
        ("c. 2020 to 2022", "2019-01-01", "2023-12-31"),
    ],
)
def test_a_guess_of_two_dates_in_one_cell_makes_both_ends_wider(
    text: str, first: str, last: str
) -> None:
    assert only(import_text(f"title,date\na,{text}\n"))["when"] == f"{first}/{last}"


def test_a_guess_at_a_clock_is_an_hour_wider_beside_an_end_and_in_a_range() -> None:
    header = "title,date,end date,time\n"
    end = import_text(f"{header}a,10 May 2023,c. 11 May 2023,~23:00\n")
    assert only(end)["when"] == "2023-05-10T23:00~/2023-05-13T00:00"
    within = read_when(only(import_text(f"{header}a,10 May 2023,,c. 2-3am\n", zone="UTC"))["when"])
    clocks = [moment.strftime("%H:%M") for moment in (within.start, within.end)]
    assert clocks == ["01:00", "04:01"]
