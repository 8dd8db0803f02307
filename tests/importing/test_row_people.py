"""Casualties of a row, and what they rest on."""

import pytest

from tests.importing.reading import members_of, only, read_text


def test_figures_rest_on_a_claim_that_keeps_the_words() -> None:
    members = only(read_text("title,date,casualties\na,2023-05-03,2-4 dead\n"))
    [claim] = members["claims"]
    assert members["killed"] == {"low": 2, "high": 4, "claim": claim["id"]}
    assert "“2-4 dead” is entered under “casualties”" in claim["summary"]
    assert (claim["stance"], claim["about"]) == ("asserts", ["casualties"])


@pytest.mark.parametrize("text", ["unknown", "?", "n/a"])
def test_a_number_that_nobody_knows_is_kept_in_the_note(text: str) -> None:
    members = only(read_text(f"title,date,killed,injured\na,2023-05-03,{text},2\n"))
    assert "killed" not in members
    assert members["note"] == f"killed: {text}"


def test_low_best_and_high_of_three_columns_are_one_figure() -> None:
    header = "title,date,killed,killed_low,killed_high\n"
    members = only(read_text(header + "a,2023-05-03,3,2,5\n"))
    assert members["killed"] == {"low": 2, "best": 3, "high": 5, "claim": "c1"}
    members = only(read_text(header + "a,2023-05-03,3,4,5\n"))
    assert members["killed"] == {"claim": "c1"}


def test_other_people_are_kept_in_the_note_and_their_rows_named() -> None:
    rows = "a,2023-05-03,4 missing\nb,2023-05-03,2\nc,2023-05-03,-1\nd,2023-05-03,unknown\n"
    outcome = read_text("title,date,killed\n" + rows)
    members = members_of(outcome)
    assert {row: one.get("killed") for row, one in members.items()} == {
        **{2: None, 3: {"best": 2, "claim": "c1"}},
        **{4: None, 5: None},
    }
    assert (members[2]["note"], members[4]["note"]) == ("killed: 4 missing", "killed: -1")
    said = "column 'killed': gives no number of people killed; kept in the note"
    assert outcome.remarks[said] == [2, 4]


def test_a_limit_in_words_is_the_limit_of_its_column() -> None:
    header = "title,date,killed_low,killed_high\n"
    members = only(read_text(header + "a,2023-05-03,at least 2,up to 5\n"))
    assert members["killed"] == {"low": 2, "high": 5, "claim": "c1"}
