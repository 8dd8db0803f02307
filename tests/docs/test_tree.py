"""The tree in README and CONTRIBUTING is there; its layers are those that are checked."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
MOST_LINES = 250


def read_tree(name: str) -> list[str]:
    """The lines of the tree that a document shows."""
    tree = (ROOT / name).read_text("utf-8").partition("## The tree\n")[2]
    return tree.partition("\n\n")[0].splitlines()


def list_floors() -> list[str]:
    """The folders of the library from top to bottom, as the contract has them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    (layers,) = (
        contract["layers"]
        for contract in contracts["contracts"]
        if contract.get("containers") == ["geo"]
    )
    return [name.strip() for floor in layers for name in floor.split("|")]


def test_readme_and_contributing_show_the_same_tree_in_twelve_lines_at_most() -> None:
    lines = read_tree("README.md")
    assert read_tree("CONTRIBUTING.md") == lines
    assert len(lines) <= 12
    named = {line.split()[0].rstrip("/") for line in lines if not line.startswith(" " * 6)}
    assert [name for name in named if not (ROOT / name).exists()] == []
    parts = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert parts <= named


def test_the_readme_shows_the_layers_in_their_order() -> None:
    (line,) = re.findall(r"^ +(cli > .*)$", (ROOT / "README.md").read_text("utf-8"), re.M)
    assert re.split(" > |, ", line) == list_floors()


def test_the_architecture_says_what_is_in_each_layer() -> None:
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    lines = re.findall(r"^    geo\.(\w+) +(.*)$", text, re.M)
    assert [name for name, _ in lines] == list_floors()
    assert all(what for _, what in lines)


def test_no_module_is_longer_than_a_reader_likes() -> None:
    modules = [ROOT / "app.py"]
    modules += [
        path for part in ("geo", "web", "ui", "pages") for path in ROOT.glob(f"{part}/**/*.py")
    ]
    lengths = {path: path.read_text("utf-8").count("\n") for path in modules}
    assert {path: length for path, length in lengths.items() if length > MOST_LINES} == {}
