"""The texts of a row: none is lost, and none is run."""

from tests.importing.reading import import_text, only


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
