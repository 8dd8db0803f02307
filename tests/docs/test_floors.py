"""The layers that README and docs/architecture.md show are those that import-linter checks."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def list_floors() -> list[str]:
    """The folders of the library from top to bottom, as the contract has them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    (layers,) = (
        contract["layers"]
        for contract in contracts["contracts"]
        if contract.get("containers") == ["geo"]
    )
    return [name.strip() for floor in layers for name in floor.split("|")]


def test_the_readme_shows_the_layers_in_their_order() -> None:
    (line,) = re.findall(r"^ +(cli > .*)$", (ROOT / "README.md").read_text("utf-8"), re.M)
    assert re.split(" > |, ", line) == list_floors()


def test_the_architecture_says_what_is_in_each_layer() -> None:
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    lines = re.findall(r"^    geo\.(\w+) +(.*)$", text, re.M)
    assert [name for name, _ in lines] == list_floors()
    assert all(what for _, what in lines)
