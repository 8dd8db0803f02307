"""Names of columns, in several languages, and what columns of these names hold."""

import json
from collections import Counter
from pathlib import Path

import pytest

from geo.importing.words import column_names
from geo.importing.words.column_names import find_role, find_tagged_role, list_roles
from geo.importing.words.simplify import simplify_name


def test_no_name_of_a_column_is_listed_for_two_roles() -> None:
    path = Path(column_names.__file__).with_name("column_names.json")
    roles = json.loads(path.read_text("utf-8"))
    named = Counter(name for names in roles.values() for name in {*map(simplify_name, names)})
    assert [name for name, times in named.items() if times > 1] == []
    assert set(roles) <= list_roles()


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Широта", "lat"),
        ("Länge", "lon"),
        ("TITRE", "title"),
        ("Date [local]", "date"),
        ("Datum:", "date"),
        ("", None),
        ("a" * 301, None),
    ],
)
def test_a_name_is_known_whatever_its_case_marks_and_remarks(name: str, role: str | None) -> None:
    assert find_role(name) == role


def test_a_tag_with_attributes_that_are_unknown_counts_as_its_name() -> None:
    assert find_tagged_role("#geo+lon+x") == "lon"
    assert find_tagged_role("#nothing+known") is None
    assert find_tagged_role("#date+start") == find_tagged_role(" #DATE + start ")


def test_letters_that_only_look_like_marks_are_kept() -> None:
    assert simplify_name("Український Їжак") == "український їжак"


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Hurt", "injured"),
        ("Died", "killed"),
        ("Attribution", "attribution"),
        ("Verification", "verification"),
    ],
)
def test_words_of_casualties_and_of_our_own_sheet_name_columns(name: str, role: str) -> None:
    assert find_role(name) == role
