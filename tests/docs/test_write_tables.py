"""The tables of the docs state what the code has."""

import pytest

from docs.write_tables import TABLES, replace_table
from geo.link.fields import FIELDS
from geo.link.parameters import list_parameters
from web.limits import LIMITS


@pytest.mark.parametrize("name", TABLES)
def test_a_page_has_its_table_as_it_is_now(name: str) -> None:
    text = TABLES[name][0].read_text("utf-8")
    assert replace_table(text, name) == text, "run `make docs`"
    mark = "`make docs` writes this table -->\n"
    assert replace_table(text.replace(mark, f"{mark}| old | row | |\n"), name) == text


def test_the_readme_names_every_parameter_and_every_field() -> None:
    text = TABLES["grammar"][0].read_text("utf-8")
    assert [row.name for row in list_parameters() if f"| `{row.name}` |" not in text] == []
    assert [field.title for field in FIELDS.values() if f"| {field.title}: " not in text] == []


def test_the_page_on_deployment_has_a_row_for_every_limit() -> None:
    text = TABLES["limits"][0].read_text("utf-8")
    assert [limit.describe() for limit in LIMITS if limit.describe() not in text] == []
