"""The README states the grammar of a link as its rows have it."""

from docs.write_grammar import README, replace_grammar
from geo.link.fields import FIELDS
from geo.link.parameters import list_parameters


def test_the_readme_has_the_grammar_as_it_is_now() -> None:
    text = README.read_text("utf-8")
    assert replace_grammar(text) == text, "run `make docs`"


def test_the_readme_names_every_parameter_and_every_field() -> None:
    text = README.read_text("utf-8")
    assert [row.name for row in list_parameters() if f"| `{row.name}` |" not in text] == []
    assert [field.title for field in FIELDS.values() if f"| {field.title}: " not in text] == []
