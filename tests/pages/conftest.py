"""What tests of several pages share: the folder of a desk's new story, served with its pages."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner

from geo.cli.main import main


@pytest.fixture(scope="session", autouse=True)
def _packages_are_searched_once() -> Iterator[None]:
    """Search the installed packages for components once, not again for each run of a page.

    A server does so once, at its start; for most pages it takes longer than the page itself.
    """
    with pytest.MonkeyPatch.context() as patch:
        search = manifest_scanner.scan_component_manifests
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(search))
        yield


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
