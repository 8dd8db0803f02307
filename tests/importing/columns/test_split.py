"""Columns that hold several things, split by the patterns of a mapping."""

from geo.importing.columns.mapping import ColumnMapping, ColumnUse
from geo.importing.columns.split import split_columns
from geo.importing.tables.table import build_table

TEXTS = ["[3 May 2023] A fire https://a.example/1 https://a.example/2", "Smoke", ""]
TABLE = build_table("a", ["Text", "Other"], [[text, "x"] for text in TEXTS])


def split(role: str, pattern: str, column: str = "text") -> dict[str, list[str]]:
    """Return the columns of the table, split by a pattern, with what each is read as."""
    use = ColumnUse(role=role, pattern=pattern, order="dmy")
    table, mapping = split_columns(TABLE, ColumnMapping(columns={column: use}))
    used = {name: one.role for name, one in mapping.columns.items()}
    return {f"{name}: {used.get(name, '')}": table.column(name) for name in table.columns}


def test_each_group_is_a_column_of_its_own_and_the_whole_one_stays() -> None:
    found = split("title", r"\[(?P<date>[^]]*)\]")
    assert found == {
        "Text: ": TEXTS,
        "Other: ": ["x", "x", "x"],
        "Text (date): date": ["3 May 2023", "", ""],
    }


def test_a_group_of_the_columns_own_role_takes_its_place_where_it_fits() -> None:
    found = split("title", r"\](?P<title>[^:]*) http")
    assert found["Text (title): title"] == ["A fire", "Smoke", ""]


def test_a_group_that_fits_several_times_gives_several_lines() -> None:
    found = split("title", r"(?P<source>https:\S+)")
    assert found["Text (source): source"] == ["https://a.example/1\nhttps://a.example/2", "", ""]


def test_a_column_that_a_table_lacks_is_not_split() -> None:
    assert list(split("title", r"(?P<date>\d+)", "none")) == ["Text: ", "Other: "]
    assert list(split("title", "")) == ["Text: ", "Other: "]
