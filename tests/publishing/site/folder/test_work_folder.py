"""One run at a time writes a site, and in a folder that is its own."""

from pathlib import Path

import pytest

from geo.errors import ExportError
from geo.publishing.site.folder.file import File
from geo.publishing.site.folder.work_folder import WorkFolder
from geo.publishing.site.folder.write import hold_site, write_site

FILES: list[File] = [("index.html", b"page")]


def test_a_second_run_is_refused_until_the_first_has_ended(tmp_path: Path) -> None:
    out, link = tmp_path / "site", tmp_path / "link"
    link.symlink_to(out)
    with hold_site(out):
        for same in (out, link):
            with pytest.raises(ExportError, match="another run is writing this site"):
                write_site(FILES, same)
        assert write_site(FILES, tmp_path / "another") == 2
    assert write_site(FILES, link) == 2
    assert {path.name for path in tmp_path.iterdir()} == {"another", "link", "site"}


def test_a_run_that_fails_lets_the_next_one_write(tmp_path: Path) -> None:
    def fail(out: Path) -> None:
        with hold_site(out):
            raise ExportError("method.md: not readable")

    with pytest.raises(ExportError, match="not readable"):
        fail(tmp_path / "site")
    assert list(tmp_path.iterdir()) == []
    assert write_site(FILES, tmp_path / "site") == 2


def test_a_link_in_the_place_of_the_work_folder_is_not_followed(tmp_path: Path) -> None:
    letters = tmp_path / "mine/new/letters.txt"
    letters.parent.mkdir(parents=True)
    letters.touch()
    WorkFolder(tmp_path / "site").folder.symlink_to(tmp_path / "mine")
    with pytest.raises(ExportError, match="somebody else made"):
        write_site(FILES, tmp_path / "site")
    assert letters.exists()
