"""An error holds the parts of its message, so that no reader takes a sentence apart."""

import ast
import pickle
import re
from pathlib import Path

import pytest

from geo.errors import EventFileError, GeoError, Problem, quote, quote_name

ROOT = Path(__file__).parents[1]
TAKES_APART = {
    *("partition", "rpartition", "split", "rsplit", "removeprefix", "removesuffix"),
    *("replace", "startswith", "endswith", "index", "find", "literal_eval"),
    *("match", "fullmatch", "search", "findall", "finditer", "sub"),
}
PARTS = {"found", "wanted", "message"}
ALIKE = [
    (GeoError(Problem("", "an empty file", "events")), "found an empty file, wanted events"),
    (GeoError("nothing was written"), "nothing was written"),
    (GeoError("nothing was written", file="a.json"), "a.json: nothing was written"),
    (GeoError(Problem("", "text", "JSON"), file="a.json"), "a.json: found text, wanted JSON"),
    (GeoError(Problem("zone", "3", "text"), file="a.json"), "a.json, zone: found 3, wanted text"),
    (
        GeoError(Problem("zone", "3", "text"), Problem("id", "nothing", "an id"), file="мост.json"),
        "мост.json, zone: found 3, wanted text; id: found nothing, wanted an id",
    ),
]


@pytest.mark.parametrize(("error", "message"), ALIKE)
def test_the_message_is_made_from_the_parts(error: GeoError, message: str) -> None:
    assert str(error) == message


def test_an_error_without_a_problem_says_nothing() -> None:
    assert (str(GeoError()), GeoError().problems) == ("", ())


@pytest.mark.parametrize(("error", "message"), ALIKE)
def test_an_error_of_another_process_is_the_same(error: GeoError, message: str) -> None:
    received = pickle.loads(pickle.dumps(error))
    assert (str(received), received.file, received.problems) == (
        message,
        error.file,
        error.problems,
    )


def test_a_problem_of_a_part_of_a_file_says_so_first() -> None:
    assert Problem("date", "3", "a date").within("line 2").where == "line 2, date"
    assert Problem("", "3", "a date").within("line 2").where == "line 2"
    assert Problem("date", "3", "a date").within("").where == "date"


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("filter-lang", "filter-lang"),
        ("claims.мост", "claims.мост"),
        ("", "''"),
        ("a b", "'a b'"),
        ("a\x1b[31m", r"'a\x1b[31m'"),
        ("x" * 60, "x" * 60),
        ("x" * 61, f"'{'x' * 60}...' (61 characters)"),
        ("group\n", r"'group\n'"),
    ],
)
def test_a_name_that_is_long_or_cannot_be_seen_is_quoted(name: str, where: str) -> None:
    assert quote_name(name) == where


def find_taken_apart(source: str) -> list[str]:
    """Return the calls that take a message of ours apart, as they are written."""
    tree = ast.parse(source)
    errors = {node.name for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler)}
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in TAKES_APART
    ]
    return [ast.unparse(call) for call in calls if takes_apart(call, errors)]


def takes_apart(call: ast.Call, errors: set[str | None]) -> bool:
    """Return whether a call looks for our words, or into the text of an error."""
    texts = [
        node.value
        for argument in call.args
        for node in ast.walk(argument)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    if any(re.search(r"\b(found|wanted|such as) ", text) for text in texts):
        return True
    assert isinstance(call.func, ast.Attribute)
    texts_read = [call.func.value, *call.args]
    if any(isinstance(text, ast.Attribute) and text.attr in PARTS for text in texts_read):
        return True
    names = {f"str({name})" for name in errors} | {"note"}
    return any(ast.unparse(text) in names for text in texts_read)


@pytest.mark.parametrize(
    "written",
    [
        "found, _, wanted = message.partition(', wanted ')",
        "message.removeprefix('found ')",
        "WANTED.rpartition('such as ')[2]",
        "message.startswith(('found ', 'not '))",
        "try:\n    f()\nexcept GeoError as error:\n    g(str(error).removeprefix(f'{name}: '))",
        "try:\n    f()\nexcept GeoError as error:\n    g(error.message.split('; '))",
        "ast.literal_eval(one.found)",
        "one.found.startswith('unknown')",
        "re.match('unknown member', note)",
    ],
)
def test_a_message_that_is_taken_apart_is_found(written: str) -> None:
    assert len(find_taken_apart(written)) == 1


def test_no_module_takes_a_message_apart() -> None:
    found = {
        str(path.relative_to(ROOT)): calls
        for folder in ("geo", "web", "ui", "pages")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if (calls := find_taken_apart(path.read_text("utf-8")))
    }
    assert found == {}


def test_a_subclass_is_raised_with_parts() -> None:
    with pytest.raises(EventFileError, match=r"^a\.geojson: found 3, wanted events$") as raised:
        raise EventFileError(Problem("", "3", "events"), file="a.geojson")
    assert raised.value.problems == (Problem("", "3", "events"),)


def find_cut_by_hand(source: str) -> list[str]:
    """Return what is quoted after it was cut, as it is written: it would look like all of it."""
    tree = ast.parse(source)
    quoted = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.FormattedValue) and node.conversion == ord("r")
    ]
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    quoted += [one for call in calls if ast.unparse(call.func) == "repr" for one in call.args]
    return [ast.unparse(one) for one in quoted if any(map(is_cut, ast.walk(one)))]


def is_cut(node: ast.AST) -> bool:
    """Return whether this is the start of something, such as ``text[:60]``."""
    piece = node.slice if isinstance(node, ast.Subscript) else None
    return isinstance(piece, ast.Slice) and piece.lower is None and piece.upper is not None


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("f'found {text[:40]!r}, wanted a number'", 1),
        ("f'found {(lat or lon)[:LONGEST]!r} and {lon[:3]!r}'", 2),
        ("DateProblem(repr(text[:60]), 'a day')", 1),
        ("DateProblem(repr((lat or lon)[:60]), 'a day')", 1),
        ("f'found {quote(text)}, of {text[:4]}'", 0),
        ("f'found {text[4:]!r} and {text[0]!r}' + repr(text)", 0),
    ],
)
def test_a_text_that_is_cut_by_hand_is_found(written: str, number: int) -> None:
    assert len(find_cut_by_hand(written)) == number


def test_only_quote_cuts_what_a_message_shows() -> None:
    found = {
        str(path.relative_to(ROOT)): cut
        for folder in ("geo", "web", "ui", "pages")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if (cut := find_cut_by_hand(path.read_text("utf-8")))
    }
    assert found.pop("geo/errors.py") == ["value[:most] + '...'"]
    assert found == {}


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("x" * 60, 60, f"'{'x' * 60}'"),
        ("x" * 61, 60, f"'{'x' * 60}...' (61 characters)"),
        ("x" * 61, 200, f"'{'x' * 61}'"),
        ("дом\n" * 50, 3, r"'дом...' (200 characters)"),
        ("", 60, "''"),
    ],
)
def test_a_text_that_is_cut_says_how_long_it_is(text: str, most: int, shown: str) -> None:
    assert quote(text, most) == shown
