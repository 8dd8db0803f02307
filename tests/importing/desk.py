"""A desk that imports a table into its story, for tests."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geo.cli.main import main

HEADER = "title,date,lat,lon,memo\n"
FIRST = "A fire was reported,2023-05-03,12.77,45.03,first\n"
SECOND = "A blast was reported,2023-05-04,12.78,45.04,second\n"


class Desk:
    """A story and a table of one desk."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        self.events_path = folder / "fires" / "events.geojson"

    def bring(self, *rows: str, header: str = HEADER, name: str = "table.csv") -> str:
        """Import these rows, and return what was said."""
        (self.folder / name).write_text(header + "".join(rows), "utf-8")
        self.capsys.readouterr()
        self.status = main(["import", name, "--story", "fires"])
        return self.capsys.readouterr().out

    @property
    def events(self) -> list[dict[str, Any]]:
        return list(json.loads(self.events_path.read_text("utf-8"))["features"])

    @property
    def titles(self) -> list[str]:
        return [one["properties"]["title"] for one in self.events]

    def edit(self, change: Callable[[list[dict[str, Any]]], object]) -> None:
        """Change the events as the desk does in a text editor."""
        content = json.loads(self.events_path.read_text("utf-8"))
        change(content["features"])
        self.events_path.write_text(json.dumps(content), "utf-8")


def open_desk(folder: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Return a desk with an empty story in this folder."""
    assert main(["new", str(folder / "fires"), "--title", "Fires", "--zone", "Asia/Aden"]) == 0
    return Desk(folder, capsys)
