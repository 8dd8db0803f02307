"""Time zones of rows: by name, as an offset, or as letters that somebody has to explain."""

import pytest

from geo.importing.dates.offsets import add_offset, read_zone
from tests.importing.reading import import_text, members_of, only

HEADER = "title,date,time,timezone\n"


@pytest.mark.parametrize("text", ["+13:00", "UTC+13", "utc +13", "GMT+13:00", "+1300", "+13"])
def test_an_offset_in_its_column_is_the_one_of_the_time(text: str) -> None:
    outcome = import_text(f"{HEADER}a,2024-04-12,02:27,{text}\n")
    assert only(outcome)["when"] == "2024-04-12T02:27+13:00"
    in_one_cell = import_text("title,date\na,2024-04-12 02:27+13:00\n")
    assert only(in_one_cell)["when"] == only(outcome)["when"]


@pytest.mark.parametrize(
    ("when", "wanted"),
    [
        ("2024-04-12T02:27~", "2024-04-12T02:27-09:30~"),
        ("2024-04-12T04:00/2024-04-12T12:00", "2024-04-12T04:00-09:30/2024-04-12T12:00-09:30"),
        ("2024-04-12T02:27Z", "2024-04-12T02:27Z"),
        ("2024-04-12T02:27+03:00", "2024-04-12T02:27+03:00"),
        ("2024-04", "2024-04"),
    ],
)
def test_only_times_without_an_offset_get_one(when: str, wanted: str) -> None:
    assert add_offset(when, "-09:30") == wanted


def test_an_offset_without_a_time_is_kept_and_its_row_is_named() -> None:
    outcome = import_text(f"{HEADER}a,2024-04-12,,+13:00\n")
    members = only(outcome)
    assert (members["when"], members["note"]) == ("2024-04-12", "timezone: +13:00")
    remark = "an offset says nothing of a day without a time, kept in the desk's note"
    assert outcome.remarks[remark] == [2]


def test_letters_that_several_zones_have_are_asked_about() -> None:
    text = f"{HEADER}a,2024-01-12,02:27,NZDT\nb,2024-01-13,02:27,NZDT\n"
    [question] = import_text(text).questions
    assert (question.id, question.rows) == ("zone:NZDT", (2, 3))
    named = members_of(import_text(text, {"zone:NZDT": "Pacific/Auckland"}))
    assert named[2]["tz"] == "Pacific/Auckland"
    offset = members_of(import_text(text, {"zone:NZDT": "+13"}))
    assert offset[3]["when"] == "2024-01-13T02:27+13:00"
    rejected = import_text(text, {"zone:NZDT": "soon"}).rejected
    assert "wanted a time zone such as Asia/Aden, or an offset such as +13:00" in rejected[0].reason


@pytest.mark.parametrize(
    "text", ["+15", "-13", "-16:00", "+14:30", "Nowhere/Town", "+13:75", "13", ""]
)
def test_anything_but_a_zone_gives_none(text: str) -> None:
    assert read_zone(text) is None
