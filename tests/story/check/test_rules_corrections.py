"""Corrections are checked line by line."""

from pathlib import Path

import pytest

from geo.cli.main import main


def test_corrections_are_checked_line_by_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = '{"date": "2026-11-23", "event": "a", "field": "title", "why": "Shorter."}'
    path = tmp_path / "corrections.jsonl"
    path.write_text(f"{good}\n{good}\n", "utf-8")
    assert main(["check", str(path)]) == 0
    assert "2 corrections" in capsys.readouterr().out
    path.write_text(good + "\n" + good.replace("2026-11-23", "yesterday"), "utf-8")
    assert main(["check", str(path)]) == 1
    assert "line 2, date" in capsys.readouterr().out
