"""A site is written whole or not at all, and the same story gives the same bytes."""

import hashlib
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import ExportError, GeoError
from geo.publishing.site import plan_site, write_site
from geo.publishing.site.folders import name_folders
from geo.story.current import StoryFiles, open_current
from tests.publishing.site.sites import APP, BASE, build, plan_example, write_example

IDS = st.text(string.ascii_letters + string.digits + "._-", min_size=1, max_size=8)


def _read(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_two_runs_give_the_same_bytes(site: dict[str, bytes], tmp_path: Path) -> None:
    second = build(plan_example(tmp_path, BASE, APP))
    assert site.keys() == second.keys()
    assert [path for path in site if site[path] != second[path]] == []


def test_the_manifest_has_the_hash_of_every_other_file(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_site([("index.html", b"<p>"), ("events/a/index.html", b"")], out)
    files = _read(out)
    lines = files.pop("manifest-sha256.txt").decode().splitlines()
    assert sorted(lines) == sorted(
        f"{hashlib.sha256(content).hexdigest()}  {path}" for path, content in files.items()
    )


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_site([("index.html", b"old"), ("events/gone/index.html", b"old")], out)
    write_site([("index.html", b"new")], out)
    assert _read(out).keys() == {"index.html", "manifest-sha256.txt"}
    assert (out / "index.html").read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [out]


def test_a_site_that_breaks_off_leaves_the_old_one(tmp_path: Path) -> None:
    def breaking() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"new"
        raise GeoError("method.md: not readable")

    out = tmp_path / "site"
    write_site([("index.html", b"old")], out)
    before = _read(out)
    with pytest.raises(GeoError, match="not readable"):
        write_site(breaking(), out)
    assert _read(out) == before
    assert list(tmp_path.iterdir()) == [out]


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("mine")
    with pytest.raises(ExportError, match="other files, which would be lost"):
        write_site([("index.html", b"")], tmp_path)
    with pytest.raises(ExportError, match="found a file, wanted a folder"):
        write_site([("index.html", b"")], tmp_path / "letters.txt")
    assert _read(tmp_path) == {"letters.txt": b"mine"}


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="two files of this name"):
        write_site([("a", b""), ("a", b"")], tmp_path / "site")
    assert not (tmp_path / "site").exists()


@given(st.sets(IDS))
def test_no_two_events_share_a_folder_on_any_file_system(ids: set[str]) -> None:
    folders = name_folders(sorted(ids))
    assert folders.keys() == ids
    assert len({folder.casefold() for folder in folders.values()}) == len(ids)
    assert not any(folder.endswith(".") for folder in folders.values())


@pytest.mark.parametrize("address", ["news.example", "ftp://news.example/", "https://n.example/?a"])
def test_an_address_that_is_none_is_refused(tmp_path: Path, address: str) -> None:
    current = open_current(StoryFiles(write_example(tmp_path)))
    with pytest.raises(GeoError, match="--base-url: found"):
        plan_site(current, address)
