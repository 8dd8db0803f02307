"""A desk with a story that commands import tables into."""

from pathlib import Path

import pytest

from tests.importing.desk import Desk, open_desk


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Desk:
    """A desk with an empty story, in whose folder commands run."""
    monkeypatch.chdir(tmp_path)
    return open_desk(tmp_path, capsys)
