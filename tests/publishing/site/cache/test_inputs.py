"""A page is written again as soon as anything that it is made from differs."""

from pathlib import Path

import pytest

from geo.publishing.site.cache.inputs import digest_code


def digest_anew(folder: Path) -> str:
    digest_code.cache_clear()
    return digest_code(folder)


@pytest.mark.parametrize("name", ["a.py", "b/events.kml", "disc.png", "sans.ttf", "grammar.lark"])
def test_whatever_the_library_reads_counts_as_its_code(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"1")
    before = digest_anew(tmp_path)
    path.write_bytes(b"2")
    assert digest_anew(tmp_path) != before


def test_compiled_files_of_python_do_not_count(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"1")
    before = digest_anew(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__/a.pyc").write_bytes(b"1")
    assert digest_anew(tmp_path) == before
