"""What a mapping or an answer names has to be in the table."""

import json

import pytest

from geo.cli.main import main
from geo.importing import Request, Setting, import_file
from geo.importing.columns.mapping import ColumnMapping, ColumnUse, MappingError
from tests.importing.desk import Desk
from tests.importing.reading import read_text

TABLE = "Title,Date,Source person\nA fire,2023-05-03,A name\n"


@pytest.mark.parametrize(
    ("mapping", "found"),
    [
        (ColumnMapping(columns={"Source persn": ColumnUse(role="ignored")}), "Source persn"),
        (ColumnMapping(title="{Titel} in the north"), "Titel"),
        (ColumnMapping(widen_by="Dates"), "Dates"),
        (ColumnMapping(answers={"order:Dote": "dmy"}), "Dote"),
    ],
)
def test_a_column_that_is_not_there_is_refused_and_a_near_one_named(
    mapping: ColumnMapping, found: str
) -> None:
    near = {"Source persn": "Source person", "Titel": "Title"}.get(found, "Date")
    with pytest.raises(MappingError) as refused:
        read_text(TABLE, mapping=mapping)
    columns = "'Title', 'Date', 'Source person'"
    assert str(refused.value).endswith(
        f"found no column {found!r}, wanted one of {columns} (did you mean {near!r}?)"
    )


def test_a_column_in_other_letters_is_the_same() -> None:
    mapping = ColumnMapping(columns={"SOURCE person": ColumnUse(role="ignored")})
    [made] = read_text(TABLE, mapping=mapping).made
    assert "A name" not in str(made.feature)


def test_answers_of_a_file_are_to_questions_of_its_table(desk: Desk) -> None:
    (desk.folder / "table.csv").write_text(TABLE, "utf-8")
    arguments = ["import", "table.csv", "--story", "fires", "--answers", "a.json"]
    for identity, said in {
        "order:Datum": "found no column 'Datum'",
        "ordr:Date": "wanted the id of a question (did you mean 'order'?)",
    }.items():
        (desk.folder / "a.json").write_text(json.dumps({identity: "dmy"}), "utf-8")
        assert main(arguments) == 1
        assert said in desk.capsys.readouterr().err
    assert desk.events == []
    (desk.folder / "a.json").write_text('{"order:Date": "dmy", "place:Anywhere": "unknown"}')
    assert main(arguments) == 0


def test_remembered_answers_may_be_of_a_column_that_is_gone() -> None:
    request = Request(answers={"order:Datum": "dmy"})
    assert (
        len(import_file(TABLE.encode(), "table.csv", request=request, setting=Setting()).made) == 1
    )
