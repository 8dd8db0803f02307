"""CONTRIBUTING says where the words lie that readers see: whoever translates them finds all."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Two words with a space between them; code, SQL and styles have other characters beside them.
SENTENCE = re.compile(r"^[^\[_<>=;\\|{}/]*\b[A-Za-z]{2,},? [a-z]{2,}\b[^_<>=;\\|{}/]*$")
# What they are given is an error, a line of a log, or no words of ours.
NOT_SHOWN = re.compile("Error|Problem|Remark|Finding|log|Literal|compile|match|search|print")
# Literals of JavaScript that start like words: keys and types of geometry.
NO_WORDS = {"End", "Home", "Enter", "Escape", "Point", "Polygon", "Multi", "Layer"}


@cache
def list_named() -> list[str]:
    """The files and folders that the section on languages names."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    section = text.partition("### A language of the interface\n")[2].partition("\n#")[0]
    return re.findall(r"`((?:geo|web|ui)(?:/[\w./]+)?)`", section)


def list_texts(node: ast.AST) -> Iterator[str]:
    """Yield the texts of a module that may be shown: no docstrings, no errors."""
    if isinstance(node, ast.Raise):
        return
    if isinstance(node, ast.Call) and NOT_SHOWN.search(ast.unparse(node.func)):
        return
    if isinstance(node, ast.Assign) and re.match(r"found|wanted", ast.unparse(node.targets[0])):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    body = getattr(node, "body", None)
    for child in ast.iter_child_nodes(node):
        is_docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        if not (is_docstring and isinstance(body, list) and child in body):
            yield from list_texts(child)


def has_words(path: Path) -> bool:
    return any(map(SENTENCE.match, list_texts(ast.parse(path.read_text("utf-8")))))


def list_speaking() -> list[str]:
    """The modules that say something to a reader."""
    modules = (path for part in ("geo", "web", "ui") for path in (ROOT / part).rglob("*.py"))
    return sorted(path.relative_to(ROOT).as_posix() for path in modules if has_words(path))


def test_each_module_with_words_is_named_or_lies_in_a_folder_that_is() -> None:
    named = list_named()
    others = [
        module
        for module in list_speaking()
        if not any(module == one or module.startswith(f"{one}/") for one in named)
    ]
    assert others == []


def test_each_place_that_is_named_is_there() -> None:
    assert [one for one in list_named() if not (ROOT / one).exists()] == []


def list_loose(text: str) -> list[str]:
    """The words of JavaScript that are in no table of words."""
    code = re.sub(r"/\*.*?\*/|^\s*//.*?$", "", text, flags=re.DOTALL | re.MULTILINE)
    code = re.sub(r"^(export )?const \w*WORDS = \{.*?\};$", "", code, flags=re.DOTALL | re.M)
    code = re.sub(r"Error\([^;]*;", "", code)
    found = re.findall(r"""(['"`])([A-Z][a-z]+(?:[.,]? [^A-Z'"`\n][^'"`\n]*|[.?!…])?)\1""", code)
    return [words for _, words in found if words not in NO_WORDS]


def test_the_words_of_javascript_are_in_tables() -> None:
    scripts = [
        path
        for part in ("geo", "ui")
        for path in (ROOT / part).rglob("*.js")
        if path.parent.name != "deck_gl"
    ]
    loose = {path.name: list_loose(path.read_text("utf-8")) for path in scripts}
    assert {name: words for name, words in loose.items() if words} == {}
