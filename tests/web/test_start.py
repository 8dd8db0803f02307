"""What the server loads before its first page: the rest comes when it is first used."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_LIST = "import sys, gc; sys.path.insert(0, '.'); import app; print(*sys.modules, gc.isenabled())"


@pytest.fixture(scope="module")
def loaded() -> list[str]:
    run = subprocess.run(
        [sys.executable, "-c", _LIST], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return run.stdout.split()


@pytest.mark.parametrize(
    "name", ["altair", "edtf", "lark", "matplotlib", "pyogrio", "requests", "xlsxwriter"]
)
def test_the_first_page_waits_for_no_library_that_it_does_not_use(
    loaded: list[str], name: str
) -> None:
    assert "streamlit" in loaded
    assert name not in loaded


def test_garbage_is_collected_again_once_the_modules_are_loaded(loaded: list[str]) -> None:
    assert loaded[-1] == "True"
