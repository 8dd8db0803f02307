"""A sheet to enter events in, with every word that a story has."""

from pathlib import Path

import openpyxl
import pytest

from geo.cli.main import main
from tests.story.own_words import write_own_words


def test_a_sheet_made_again_has_the_groups_and_words_of_the_story(
    in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_own_words(in_folder / "ships")
    assert main(["sheet", str(folder), "--out", "table.xlsx"]) == 0
    words = openpyxl.load_workbook("table.xlsx")["Words"]
    offered = {(row[0], row[1]): row[2] for row in words.iter_rows(min_row=2, values_only=True)}
    assert offered["event_type", "blockade"] == (
        "Blockade. A port is said to have been closed to ships."
    )
    assert ("target_type", "lighthouse") in offered
    assert offered["group", "north"] == "The north."
    before = Path("table.xlsx").read_bytes()
    assert main(["sheet", str(folder), "--out", "table.xlsx"]) == 1
    assert (
        "--out: found a file called 'table.xlsx', wanted a name that no" in capsys.readouterr().err
    )
    assert Path("table.xlsx").read_bytes() == before


@pytest.mark.parametrize("name", ["x.csv", "x.xls", "x"])
def test_a_name_of_another_kind_of_file_is_refused(
    in_folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    folder = write_own_words(in_folder / "ships")
    assert main(["sheet", str(folder), "--out", name]) == 1
    assert f"{name}: found another ending, wanted a name that ends in .xlsx" in (
        capsys.readouterr().err
    )
    assert not Path(name).exists()
