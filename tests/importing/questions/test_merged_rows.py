"""Cells merged over several rows of a sheet: whether their value holds for each row is asked."""

from pathlib import Path

import pytest

from geo.cli.main import main
from geo.importing.story.story_import import open_story_import
from tests.importing.reading import members_of
from tests.importing.tables.kinds import xlsx
from tests.importing.tables.merged_sheets import ROWS, read

SHEET = xlsx(ROWS, "A2:A3", "B2:B3")


def test_rows_under_a_merged_cell_wait_and_the_others_do_not() -> None:
    outcome = read(SHEET)
    assert [one.row for one in outcome.made] == [2, 4]
    assert [(one.row, one.question) for one in outcome.waiting] == [(3, "merged")]
    [question] = [one for one in outcome.questions if one.is_blocking]
    assert "A2:A3, B2:B3" in question.text
    assert "row 3" in question.text
    assert [one.value for one in question.choices] == ["fill", "leave"]


def test_a_value_that_holds_for_each_row_is_written_into_each() -> None:
    outcome = read(SHEET, "fill")
    found = {
        row: (one["title"], one["when"], one["place"]) for row, one in members_of(outcome).items()
    }
    assert found == {
        2: ("Smoke was reported", "2023-05-03", "Aden"),
        3: ("A fire was reported", "2023-05-03", "Aden"),
        4: ("A siren was heard", "2023-05-04", "Mokha"),
    }
    assert any("A2:A3, B2:B3" in text and "holds for each" in text for text in outcome.remarks)


def test_a_value_that_holds_for_the_first_row_only_is_left_there() -> None:
    outcome = read(SHEET, "leave")
    assert [one.row for one in outcome.made] == [2, 4]
    [rejected] = outcome.rejected
    assert rejected.row == 3
    assert rejected.cells == {"Title": "A fire was reported"}
    assert any("A2:A3, B2:B3" in text and "first row only" in text for text in outcome.remarks)


def test_anything_but_an_answer_is_asked_again() -> None:
    assert [one.row for one in read(SHEET, "perhaps").waiting] == [3]


def test_a_year_over_many_rows_is_part_of_the_date_of_each() -> None:
    rows: list[list[object]] = [
        ["Year", "Month", "Day", "Title"],
        [2023, 5, 3, "One"],
        [None, 6, 4, "Two"],
    ]
    sheet = xlsx(rows, "A2:A3")
    assert [one.row for one in read(sheet).waiting] == [3]
    assert [one["when"] for one in members_of(read(sheet, "fill")).values()] == [
        "2023-05-03",
        "2023-06-04",
    ]
    assert [one.row for one in read(sheet, "leave").rejected] == [3]


def test_the_answer_is_remembered_for_the_next_import_of_the_sheet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story, sheet = tmp_path / "fires", tmp_path / "a.xlsx"
    assert main(["new", str(story), "--title", "Fires"]) == 0
    sheet.write_bytes(SHEET)
    assert main(["import", str(sheet), "--story", str(story)]) == 1
    assert "A2:A3, B2:B3" in capsys.readouterr().out
    (tmp_path / "answers.json").write_text('{"answers": {"merged": "fill"}}')
    command = ["import", str(sheet), "--story", str(story)]
    assert main([*command, "--answers", str(tmp_path / "answers.json")]) == 0
    assert main(command) == 0
    assert "3 unchanged" in capsys.readouterr().out
    assert open_story_import(story, "a.xlsx").state.mapping.answers == {"merged": "fill"}
