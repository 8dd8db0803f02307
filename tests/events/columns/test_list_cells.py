"""A list of lines comes back from the one cell that it was written to."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from geo.events.columns.list_cells import SEPARATORS, read_list, write_list
from geo.events.fields import Line
from geo.importing.tables.table import build_table

LINE = TypeAdapter(Line)


def is_line(text: str) -> bool:
    try:
        return LINE.validate_python(text) == text
    except ValidationError:
        return False


PIECES = st.sampled_from(
    ["; ", ";", ", ", ",", " ", "\\", '"', "[", "]", "['", "\u00a0", "\u200b", "\ufeff", "\u2003"]
)
LINES = st.lists(PIECES | st.text(max_size=3), min_size=1, max_size=6).map("".join).filter(is_line)


@given(column=st.sampled_from(sorted(SEPARATORS)), texts=st.lists(LINES, max_size=5))
@example(column="accuses", texts=["A; B", "C"])
@example(column="accuses", texts=['["A"]'])
@example(column="accuses", texts=[" A", "B\u00a0"])
@example(column="accuses", texts=["A\\; B\\", ";"])
def test_every_list_of_lines_comes_back_from_a_cell_of_a_table(
    column: str, texts: list[str]
) -> None:
    cell = write_list(column, texts)
    table = build_table("table", [column], [[cell or ""]])
    [read] = table.column(column)
    assert (read_list(column, read) if read else []) == texts


@pytest.mark.parametrize(
    ("column", "cell", "texts"),
    [
        ("accuses", "north; south", ["north", "south"]),
        ("accuses", "A\\B; C;D", ["A\\B", "C;D"]),
        ("accuses", '[A], "B"', ['[A], "B"']),
        ("accuses", "[]", ["[]"]),
        ("accuses", "[1, 2]; [3]", ["[1, 2]", "[3]"]),
        ("accuses", "[" * 100_000, ["[" * 100_000]),
        ("about", "damage, place", ["damage", "place"]),
        ("also_about", "b d", ["b", "d"]),
        ("verified_aspects", "time, content", ["time", "content"]),
        ("source_urls", "https://a.example/;%20x b", ["https://a.example/;%20x", "b"]),
    ],
)
def test_files_of_earlier_versions_are_read_as_before(
    column: str, cell: str, texts: list[str]
) -> None:
    assert read_list(column, cell) == texts


@pytest.mark.parametrize(
    "cell", ['["A; B","C]', '["A; B",C]', "[\u201cA; B\u201d,\u201cC\u201d]", "['A; B', 'C']"]
)
def test_a_damaged_list_in_json_is_left_to_be_rejected(cell: str) -> None:
    assert read_list("accuses", cell) == cell


def test_ordinary_lists_look_as_they_always_did() -> None:
    assert write_list("accuses", ["north", "The harbour, Lau"]) == "north; The harbour, Lau"
    assert write_list("about", ("damage", "place")) == "damage, place"
    assert write_list("also_about", ("b", "d")) == "b d"
    assert write_list("accuses", ()) is None
