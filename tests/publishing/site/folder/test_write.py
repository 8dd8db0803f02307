"""A site is written whole or not at all, and the same story gives the same bytes."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from geo.errors import ExportError, GeoError
from geo.publishing.site.folder.write import write_site
from tests.publishing.site.sites import APP, BASE, build, plan_example


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
    mark, *lines = files.pop("manifest-sha256.txt").decode().splitlines()
    assert mark.startswith("# Written by geo publish")
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
    with pytest.raises(ExportError, match=r"other files, such as 'letters\.txt'"):
        write_site([("index.html", b"")], tmp_path)
    with pytest.raises(ExportError, match="found a file, wanted a folder"):
        write_site([("index.html", b"")], tmp_path / "letters.txt")
    assert _read(tmp_path) == {"letters.txt": b"mine"}


def _write_bag(folder: Path) -> None:
    """Write an archive as BagIt describes it, which has a list of the same name."""
    (folder / "data").mkdir(parents=True)
    (folder / "data/letter.txt").write_bytes(b"mine")
    digest = hashlib.sha256(b"mine").hexdigest()
    (folder / "manifest-sha256.txt").write_text(f"{digest}  data/letter.txt\n", "utf-8")


def _write_bytes(folder: Path) -> None:
    folder.mkdir()
    (folder / "manifest-sha256.txt").write_bytes(b"\xff\x00")


@pytest.mark.parametrize("write_other", [_write_bag, _write_bytes])
def test_a_folder_whose_list_is_of_another_program_is_left_alone(
    tmp_path: Path, write_other: Callable[[Path], None]
) -> None:
    write_other(tmp_path / "out")
    before = _read(tmp_path)
    with pytest.raises(ExportError, match="that geo publish did not write"):
        write_site([("index.html", b"")], tmp_path / "out")
    assert _read(tmp_path) == before


def test_a_list_that_names_a_file_outside_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("mine")
    out = tmp_path / "site"
    write_site([("index.html", b"old")], out)
    listed = out / "manifest-sha256.txt"
    listed.write_text(f"{listed.read_text('utf-8')}{'1' * 64}  ../letters.txt\n", "utf-8")
    with pytest.raises(ExportError, match="that somebody changed since"):
        write_site([("index.html", b"new")], out)
    assert (tmp_path / "letters.txt").read_text() == "mine"


def test_a_folder_with_what_hosts_read_becomes_a_site_around_it(tmp_path: Path) -> None:
    out = tmp_path / "site"
    (out / ".git/refs").mkdir(parents=True)
    (out / "CNAME").write_text("news.example")
    write_site([("index.html", b"new")], out)
    assert (out / ".git/refs").is_dir()
    assert _read(out).keys() == {"CNAME", "index.html", "manifest-sha256.txt"}


def test_a_link_to_a_folder_stays_and_leads_to_the_new_site(tmp_path: Path) -> None:
    place, link = tmp_path / "disk/site", tmp_path / "site"
    link.symlink_to(place)
    for content in (b"old", b"new"):
        write_site([("index.html", content)], link)
        assert link.is_symlink()
        assert (place / "index.html").read_bytes() == content
    assert [path.name for path in place.parent.iterdir()] == ["site"]


def test_a_site_is_written_into_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "site"
    place.mkdir()
    number = place.stat().st_ino
    monkeypatch.chdir(place)
    for content in (b"old", b"new"):
        write_site([("index.html", content)], Path())
        assert (place / "index.html").read_bytes() == content
    assert place.stat().st_ino == number
    assert list(tmp_path.iterdir()) == [place]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match=r"^site: found a place .*File exists"):
        write_site([("index.html", b"")], tmp_path / "file/site")
    with pytest.raises(ExportError, match="root of a disk"):
        write_site([("index.html", b"")], Path("/"))


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="two files of this name"):
        write_site([("a", b""), ("a", b"")], tmp_path / "site")
    assert not (tmp_path / "site").exists()
