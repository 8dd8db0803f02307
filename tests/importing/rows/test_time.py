"""When the event of a row happened, on which clock."""

from tests.importing.reading import import_text, members_of, only


def test_times_are_on_the_clock_of_the_place() -> None:
    text = "title,date,time,lat,lon\na,2023-05-03,02:27,48.85,2.35\nb,2023-05-03,02:27,,\n"
    paris, unknown = members_of(import_text(text, zone="Asia/Aden")).values()
    assert (paris["when"], paris["tz"]) == ("2023-05-03T02:27", "Europe/Paris")
    assert (unknown["when"], "tz" in unknown) == ("2023-05-03T02:27", False)


def test_a_column_that_says_utc_is_in_utc() -> None:
    members = only(import_text("title,date,time (UTC)\na,2023-05-03,02:27\n"))
    assert members["when"] == "2023-05-03T02:27Z"


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
