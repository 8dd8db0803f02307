"""A date and a time of day in cells of their own are one time."""

from datetime import datetime, timedelta

from tests.importing.reading import import_text, only


def test_two_times_that_contradict_each_other_are_rejected() -> None:
    [rejected] = import_text("title,date,time\na,2023-05-03 02:27,03:00\n").rejected
    assert rejected.reason == (
        "time: found 02:27 beside the date and 03:00 as the time, wanted one time"
    )


def test_a_night_between_two_days_holds_the_clock_of_the_right_one() -> None:
    header = "title,date,time\n"
    answers = {"year:date": "2023"}
    for clock, when in (("02:27", "2023-05-03T02:27"), ("23:10", "2023-05-02T23:10")):
        outcome = import_text(f"{header}a,night of 2-3 May,{clock}\n", answers)
        assert only(outcome)["when"] == when
    late = (datetime(2023, 5, 3) + timedelta(hours=12)).strftime("%H:%M")
    members = only(import_text(f"{header}a,night of 2-3 May,{late}\n", answers))
    assert members["when"] == "2023-05-02T18:00/2023-05-03T06:00"
    assert members["note"] == "time: 12:00"


def test_the_night_to_a_day_holds_the_clock_of_the_right_one() -> None:
    for clock, when in (("02:27", "2023-05-03T02:27"), ("23:30", "2023-05-02T23:30")):
        members = only(import_text(f"title,date,time\na,в ночь на 3 мая 2023,{clock}\n"))
        assert members["when"] == when
