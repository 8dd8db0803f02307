"""A file of an earlier import that cannot be used is refused by its name."""

from pathlib import Path

import pytest

from geo.cli.main import main
from geo.importing.story.state_file import ImportStateError, read_state
from tests.importing.desk import FIRST, Desk

ROW = b'{"id": "a", "cells": ["x"], "feature": {}}'


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"\xff",
        b"[]",
        b'{"rows": ' + b"[" * 5_000,
        b'{"mapping": {}, "rows": ' + b"[" * 5_000 + b"]" * 5_000 + b"}",
        b'{"mapping": {}, "rows": [' + ROW + b"]}",
    ],
)
def test_what_no_import_has_written_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "imports").mkdir()
    (tmp_path / "imports" / "a.json").write_bytes(content)
    with pytest.raises(ImportStateError, match=r"^imports/a\.json: found no list of imported rows"):
        read_state(tmp_path, "a", b"")


def test_it_is_named_at_the_terminal(desk: Desk) -> None:
    (desk.folder / "fires" / "imports").mkdir()
    (desk.folder / "fires" / "imports" / "table.json").write_text("{", "utf-8")
    desk.bring(FIRST)
    assert desk.status == 1
    assert desk.events == []
    (desk.folder / "answers.json").write_text("[" * 100_000, "utf-8")
    arguments = ["import", "table.csv", "--out", "a.geojson", "--answers", "answers.json"]
    assert main(arguments) == 1
    assert "answers.json: not readable, wanted JSON" in desk.capsys.readouterr().err
