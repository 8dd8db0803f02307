"""A folder that commands run in, and a desk that works there."""

from pathlib import Path

import pytest

from tests.importing.desk import Desk, open_desk


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that commands run in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Desk:
    """A desk with an empty story, in whose folder commands run."""
    monkeypatch.chdir(tmp_path)
    return open_desk(tmp_path, capsys)
