"""Lines, cells and rows without an end are refused."""

import pytest

from geo.importing.tables.limits import LONGEST_LINE
from tests.importing.reading import import_text, members_of, refuse


def test_a_line_without_an_end_is_refused() -> None:
    line = b"title,date\n" + b"a" * (2 * LONGEST_LINE)
    assert "found a line of more than 16 MB" in refuse(line)


def test_a_cell_without_an_end_is_refused_by_its_row() -> None:
    text = 'title,date\nfire,2023-05-03\n"open quote,2023-05-03\n' + "more\n" * 400_000
    assert "row 3: found 'field larger than field limit" in refuse(text)


def test_a_thousand_columns_are_read_and_too_many_refused() -> None:
    names = [f"c{number}" for number in range(1_000)]
    text = ",".join(["title", "date", *names]) + "\nfire,2023-05-03" + ",x" * 1_000 + "\n"
    outcome = import_text(text)
    assert len(members_of(outcome)) == 1
    many = ",".join(f"c{number}" for number in range(3_000)) + "\n"
    assert "wanted at most 2,000" in refuse(many * 2)


ROW = "A fire,2023-05-01\n"


@pytest.mark.parametrize("rows", [f'"{ROW}{ROW}', f'"{ROW[:-1]}', f'"{ROW}"A blast",2023-05-02\n'])
def test_a_quote_that_is_left_open_is_refused_by_its_row(rows: str) -> None:
    said = refuse(f"title,date\n{ROW}{rows}")
    assert "row 3: found" in said
    assert "is a quote left open?" in said


def test_a_cell_of_several_lines_is_read() -> None:
    outcome = import_text(f'title,date\n"A fire,\nand a ""blast""",2023-05-01\n{ROW}')
    assert [members["title"] for members in members_of(outcome).values()] == [
        'A fire, and a "blast"',
        "A fire",
    ]
