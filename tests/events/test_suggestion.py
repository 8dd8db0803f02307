"""Which name was meant: one rule, whoever asks."""

import ast
from pathlib import Path

import pytest

from geo.events.suggestion import find_nearest, format_suggestion, suggest

ROOT = Path(__file__).parents[2]
NAMES = ["north", "harbour_gate", "lighthouse", "quay-east", "quay-west", "id"]


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("North", "north"),
        ("nroth", "north"),
        ("lighthosue", "lighthouse"),
        ("gate", "harbour_gate"),
        ("north-coast", "north"),
        # Both quays have this word.
        ("quay", None),
        ("quay-eas", "quay-east"),
        # 7 of 10 letters are the same, and 6 of 10.
        ("lighthoxyz", "lighthouse"),
        ("lighthwxyz", None),
        ("kind", None),
        # One letter away too.
        ("NORTG", "north"),
        ("", None),
        ("-", None),
        ("мост", None),
        ("north" * 30, None),
        (3, None),
        (None, None),
        (["north"], None),
    ],
)
def test_the_name_is_found_that_was_meant(found: object, meant: str | None) -> None:
    assert find_nearest(found, NAMES) == meant
    assert suggest(found, NAMES) == (f" (did you mean '{meant}'?)" if meant else "")


def test_nothing_is_suggested_where_there_are_no_names() -> None:
    assert (suggest("north", []), format_suggestion([])) == ("", "")


def test_no_other_module_asks_what_was_meant_in_words_of_its_own() -> None:
    home = ROOT / "geo/events/suggestion.py"
    asking = [
        str(path.relative_to(ROOT))
        for folder in ("geo", "web", "ui", "pages")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if path != home and any("did you mean" in text for text in list_texts(path))
    ]
    assert asking == []


def list_texts(path: Path) -> list[str]:
    """Return the texts of a module that are not its docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
    ]
