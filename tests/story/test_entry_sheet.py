"""A sheet to enter events in offers every word and explains every column."""

from pathlib import Path

import openpyxl

from geo.cli.main import main
from geo.events.vocabulary import VOCABULARY


def test_the_sheet_offers_every_word_and_explains_every_column(in_folder: Path) -> None:
    assert main(["new", "ships", "--title", "Ships"]) == 0
    book = openpyxl.load_workbook(in_folder / "ships" / "events.xlsx")
    events, words, explained = book["Events"], book["Words"], book["How to fill it"]
    columns = [cell.value for cell in events[1]]
    assert columns == [row[0].value for row in explained.iter_rows(min_row=2)]
    rules = events.data_validations.dataValidation
    assert len(rules) == len([name for name in columns if name in VOCABULARY])
    for rule in rules:
        name = columns[next(iter(rule.sqref.ranges)).min_col - 1]
        first, last = (int(part.rpartition("$")[2]) for part in rule.formula1.split(":"))
        offered = [words.cell(row, 2).value for row in range(first, last + 1)]
        assert offered == list(VOCABULARY[str(name)])
