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


ZONES = ["Canada/Atlantic", "Europe/Athens", "Europe/Oslo", "America/Kentucky/Louisville", "UTC"]
IDS = ["fire-11", "fire-2023-05-03", "r-6", "attribution", "verification", "Malta", "Sudan"]


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        # The last part is a letter away, and what is before it another place.
        ("Europe/Atlantis", None),
        ("Canada/Atlantis", "Canada/Atlantic"),
        ("Canda/Atlantik", "Canada/Atlantic"),
        ("Asia/Atlantik", None),
        # The same last part is meant, wherever somebody looked for it.
        ("Asia/Oslo", "Europe/Oslo"),
        ("oslo", "Europe/Oslo"),
        ("EUROPE/OSLO", "Europe/Oslo"),
        ("Europe/Osl", "Europe/Oslo"),
        ("Europa/Athen", "Europe/Athens"),
        ("America/Louisvile", "America/Kentucky/Louisville"),
        ("Europe", None),
        ("Europe/", None),
        ("/", None),
        ("utc", "UTC"),
        ("Etc/UTC", "UTC"),
    ],
)
def test_a_path_is_meant_where_its_last_part_and_what_is_before_it_are_near(
    found: str, meant: str | None
) -> None:
    assert find_nearest(found, ZONES) == meant


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        # Another number is another event; in a date one digit may be wrong, and two swapped.
        ("fire-12", None),
        ("fir-11", "fire-11"),
        ("r-7", None),
        ("fire-2023-05-30", "fire-2023-05-03"),
        ("fire-2024-06-14", None),
        # The start of one name, however much longer it is.
        ("attrib", "attribution"),
        ("ver", None),
        ("veri", "verification"),
        # One error in three letters: 1 of 5, but not 2 of 5.
        ("Malte", "Malta"),
        ("Mali", None),
        ("Sedan", "Sudan"),
        ("Jordan", None),
        ("verifaciton", "verification"),
        ("fortification", None),
        # One word of three is not what a sentence is about.
        ("fire on verification street", None),
    ],
)
def test_a_name_is_only_meant_where_a_reader_would_see_the_likeness(
    found: str, meant: str | None
) -> None:
    assert find_nearest(found, IDS) == meant


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
