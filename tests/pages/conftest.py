"""What tests of several pages share: the folder of a desk's new story, served with its pages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from geo.cli.main import main


@pytest.fixture
def story(
    tmp_path: Path, serve_story: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Serve a new story without events, on a desk's own machine; its folder."""
    folder = tmp_path / "fires"
    assert main(["new", str(folder), "--title", "Fires", "--zone", "Asia/Aden"]) == 0
    monkeypatch.setenv("DESK", "1")
    serve_story(folder)
    return folder
