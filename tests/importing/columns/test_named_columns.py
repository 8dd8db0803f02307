"""What a mapping or an answer names has to be in the table."""

import pytest

from geo.importing.columns.mapping import ColumnMapping, ColumnUse, MappingError
from tests.importing.reading import import_text

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
        import_text(TABLE, mapping=mapping)
    columns = "'Title', 'Date', 'Source person'"
    assert str(refused.value).endswith(
        f"found no column {found!r}, wanted one of {columns} (did you mean {near!r}?)"
    )


def test_a_column_in_other_letters_is_the_same() -> None:
    mapping = ColumnMapping(columns={"SOURCE person": ColumnUse(role="ignored")})
    [made] = import_text(TABLE, mapping=mapping).made
    assert "A name" not in str(made.feature)
