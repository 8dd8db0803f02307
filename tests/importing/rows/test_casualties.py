"""Casualties of a row, and what they rest on."""

import pytest

from tests.importing.reading import import_text, members_of, only


def test_figures_rest_on_a_claim_that_keeps_the_words() -> None:
    members = only(import_text("title,date,casualties\na,2023-05-03,2-4 dead\n"))
    [claim] = members["claims"]
    assert members["killed"] == {"low": 2, "high": 4, "claim": claim["id"]}
    assert "“2-4 dead” is entered under “casualties”" in claim["summary"]
    assert (claim["stance"], claim["about"]) == ("asserts", ["casualties"])


@pytest.mark.parametrize("text", ["unknown", "?", "n/a"])
def test_a_number_that_nobody_knows_is_kept_in_the_note(text: str) -> None:
    members = only(import_text(f"title,date,killed,injured\na,2023-05-03,{text},2\n"))
    assert "killed" not in members
    assert members["note"] == f"killed: {text}"


def test_low_best_and_high_of_three_columns_are_one_figure() -> None:
    header = "title,date,killed,killed_low,killed_high\n"
    members = only(import_text(header + "a,2023-05-03,3,2,5\n"))
    assert members["killed"] == {"low": 2, "best": 3, "high": 5, "claim": "c1"}
    members = only(import_text(header + "a,2023-05-03,3,4,5\n"))
    assert members["killed"] == {"claim": "c1"}


def test_other_people_are_kept_in_the_note_and_their_rows_named() -> None:
    rows = "a,2023-05-03,4 missing\nb,2023-05-03,2\nc,2023-05-03,-1\nd,2023-05-03,unknown\n"
    outcome = import_text("title,date,killed\n" + rows)
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
    members = only(import_text(header + "a,2023-05-03,at least 2,up to 5\n"))
    assert members["killed"] == {"low": 2, "high": 5, "claim": "c1"}


def test_whole_numbers_count_however_a_program_writes_them() -> None:
    texts = ("3.0", "12.00", "1e2", "1.5E+3", '"3,0"', "2.0000000000")
    rows = "".join(f"a{at},2023-05-03,{text}\n" for at, text in enumerate(texts))
    outcome = import_text("title,date,killed\n" + rows)
    found = [members["killed"]["best"] for members in members_of(outcome).values()]
    assert found == [3, 12, 100, 1500, 3, 2]
    assert not any("number" in text for text in outcome.remarks)


def test_rows_whose_words_give_no_number_are_named() -> None:
    rows = "a,2023-05-03,3-May,2\nb,2023-05-03,2,99999999999\nc,2023-05-03,several,\n"
    outcome = import_text("title,date,killed,injured\n" + rows)
    assert members_of(outcome)[2]["killed"] == {"claim": "c1"}
    said = "column {!r}: gives no number of people {}; its words are kept in the claim"
    assert outcome.remarks[said.format("killed", "killed")] == [2, 4]
    assert outcome.remarks[said.format("injured", "injured")] == [3]
    one = import_text("title,date,casualties\na,2023-05-03,several killed and 2 wounded\n")
    assert one.remarks[said.format("casualties", "killed")] == [2]


def test_numbers_that_contradict_each_other_are_named() -> None:
    outcome = import_text("title,date,killed,killed_low\na,2023-05-03,3,4\n")
    columns = "columns 'killed', 'killed_low'"
    said = f"{columns}: their numbers of people killed contradict each other; kept in the claim"
    assert outcome.remarks[said] == [2]
