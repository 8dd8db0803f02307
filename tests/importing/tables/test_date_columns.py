"""Year, month and day in columns of their own are one date."""

import pytest

from tests.importing.reading import import_text, members_of, only


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
    outcome = import_text(f"Title,{header}\nA fire,{row}\n")
    assert only(outcome)["when"] == when
    assert any(text.endswith("read as one date") for text in outcome.remarks)


@pytest.mark.parametrize("row", ["2023,13,3", "2023,2,30", "2023,,3", "soon,5,3"])
def test_parts_that_are_not_a_date_are_refused_and_never_guessed(row: str) -> None:
    outcome = import_text(f"Title,Year,Month,Day\nA fire,{row}\n")
    assert outcome.made == []
    [problem] = outcome.rejected
    assert problem.column == "Date (Year, Month, Day)"


def test_a_year_beside_a_date_is_kept_in_the_note() -> None:
    members = only(import_text("Title,Date,Year\nA fire,2023-05-03,2023\n"))
    assert (members["when"], members["note"]) == ("2023-05-03", "Year: 2023")


def test_a_row_that_lacks_the_year_is_asked_for_it() -> None:
    text = "Title,Year,Month,Day\nA fire,2023,5,3\nA flood,,5,4\n"
    [question] = import_text(text).questions
    assert question.id == "year:Date (Year, Month, Day)"
    answered = members_of(import_text(text, {question.id: "2024"}))
    assert answered[3]["when"] == "2024-05-04"
