"""What we did not write is found, in as few paths as possible."""

from pathlib import Path

from geo.publishing.site.folder.other_files import list_folders, list_other_files


def test_a_folder_of_others_is_one_path_and_one_of_ours_is_looked_into(tmp_path: Path) -> None:
    for path in ("events/a/index.html", "events/notes.txt", ".git/refs/heads/main", "new/mine.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "events")
    (tmp_path / "manifest-sha256.txt").touch()
    ours = ["events/a/index.html"]
    assert list_other_files(tmp_path, ours) == [".git", "empty", "events/notes.txt", "link", "new"]
    with_new = list_other_files(tmp_path, ours, ["new/index.html", "link/index.html"])
    assert with_new == [".git", "empty", "events/notes.txt", "link", "new/mine.txt"]


def test_a_folder_in_the_place_of_a_file_of_ours_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "index.html").mkdir()
    assert list_other_files(tmp_path, ["index.html"]) == ["index.html"]
    assert list_other_files(tmp_path / "index.html", []) == []


def test_each_folder_above_a_file_is_listed() -> None:
    assert list_folders(["a/b/c.html", "a/d.html", "e.html"]) == {"a", "a/b"}
    assert list_folders([]) == set()
