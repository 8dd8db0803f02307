"""The texts of a row: none is lost, and none is run."""

import pytest

from tests.importing.reading import import_text, members_of, only


def test_no_formula_is_run_and_none_is_lost() -> None:
    formula = "=cmd|'/C calc'!A0"
    members = only(import_text(f"title,date,source,memo\n=1+1,2023-05-03,{formula},@SUM(A1)\n"))
    assert members["title"] == "=1+1"
    assert "memo: @SUM(A1)" in members["note"]
    assert "sources" not in members
    assert formula in members["note"]


def test_odd_letters_are_kept() -> None:
    text = "title,date,memo\n\u202eright to left,2023-05-03,👩‍👩‍👧 \ufeffx\n"
    members = only(import_text(text))
    assert members["title"] == "\u202eright to left"
    assert members["note"] == "memo: 👩‍👩‍👧 \ufeffx"


END = "The army denied this."
LONG = "word " * 1000 + END
ROLES = [
    *("title", "damage", "doubt", "place", "group", "region", "target", "means_reported"),
    *("incident", "place_local", "place_basis", "summary", "blamed"),
]
COLUMNS = {"means_reported": "weapon", "incident": "incident name"}


@pytest.mark.parametrize("role", ROLES)
def test_a_text_that_is_cut_is_whole_in_the_note_and_its_row_is_named(role: str) -> None:
    column = COLUMNS.get(role, role.replace("_", " "))
    header = "title,date" if role == "title" else f"title,date,{column}"
    row = f"{LONG},2023-05-03" if role == "title" else f"a,2023-05-03,{LONG}"
    outcome = import_text(f"{header},memo\nb,2023-05-02\n{row},x\n")
    assert [one.reason for one in outcome.rejected] == []
    members = members_of(outcome)[3]
    assert f"{column}: {LONG}" in members["note"].splitlines()
    said = f"column {column!r}: too long, cut; the desk's note has it whole"
    assert outcome.remarks[said] == [3]
    short = members["claims"][0]["summary"] if role == "blamed" else members[role]
    assert END not in short
    assert short.endswith("…") or role == "blamed"
    assert "word…" in short


def test_a_title_that_is_cut_is_whole_in_the_summary_if_there_is_no_other() -> None:
    title = "word " * 100 + END
    outcome = import_text(f"title,date\n{title},2023-05-03\n")
    members = only(outcome)
    assert members["title"] == "word " * 78 + "word…"
    assert members["summary"] == title
    assert "note" not in members
    assert outcome.remarks["column 'title': too long, cut; the summary has it whole"] == [2]
    other = only(import_text(f"title,date,summary\n{title},2023-05-03,other\n"))
    assert (other["summary"], other["note"]) == ("other", f"title: {title}")


def test_a_description_is_title_and_summary_without_a_remark() -> None:
    outcome = import_text(f"description,date\n{'word ' * 100}{END},2023-05-03\n")
    members = only(outcome)
    assert members["summary"].endswith(END)
    assert members["title"].endswith("word…")
    assert outcome.remarks == {}


def test_words_on_casualties_that_are_cut_are_whole_in_the_note() -> None:
    words = f"3 killed, {'as was said ' * 400}{END}"
    outcome = import_text(f'title,date,casualties\na,2023-05-03,"{words}"\n')
    members = only(outcome)
    assert members["killed"] == {"claim": members["claims"][0]["id"]}
    assert "…” is entered under “casualties”" in members["claims"][0]["summary"]
    assert members["note"] == f"casualties: {words}"


def test_a_row_whose_texts_no_note_holds_is_rejected() -> None:
    longest = "x" * 90_000
    row = f"a,2023-05-03,{longest},{longest[:9_000]}\n"
    assert only(import_text(f"title,date,memo,tag\n{row}"))["note"].endswith("xxx")
    outcome = import_text(f"title,date,memo,tag,more\n{row[:-1]},{'y' * 2_000}\n")
    [rejected] = outcome.rejected
    assert rejected.column == "memo"
    assert "101,0" in rejected.found
    assert rejected.wanted == "at most 100,000"
