"""Whenever a run is killed, the next one gives its whole site, and nothing else of ours is left."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from geo.errors import ExportError
from geo.publishing.site.folder.file import File
from geo.publishing.site.folder.write import write_site
from tests.publishing.site.republishing import read_folder

OLD: list[File] = [
    ("index.html", b"start 1"),
    ("site.css", b"style"),
    ("events/one/index.html", b"one"),
    ("events/withdrawn/index.html", b"withdrawn"),
    ("events/withdrawn/data/map.png", b"map"),
]
# With a file that stays, others are moved over the old ones; with none, the folders are swapped.
MOVED: list[File] = [
    ("index.html", b"start 2"),
    ("site.css", b"style"),
    ("events/one/index.html", b"one, changed"),
    ("events/two/index.html", b"two"),
]
SWAPPED: list[File] = [("index.html", b"start 3"), ("events/two/index.html", b"two")]
OTHERS = {"CNAME": b"news.example", "events/notes.txt": b"mine", ".git/HEAD": b"ref: refs/heads/a"}
STEPS = ("rename", "replace", "unlink", "rmdir")


def _write_old_site(out: Path) -> None:
    write_site(OLD, out)
    for path, content in OTHERS.items():
        (out / path).parent.mkdir(exist_ok=True)
        (out / path).write_bytes(content)
    (out / ".git/refs").mkdir()


def _watch_steps(monkeypatch: pytest.MonkeyPatch, before: Callable[[], None]) -> None:
    """Call a function before each step that changes what is on the disk."""

    def watch(name: str) -> None:
        real = getattr(Path, name)

        def step(path: Path, *given: object, **named: object) -> object:
            before()
            return real(path, *given, **named)

        monkeypatch.setattr(Path, name, step)

    for name in STEPS:
        watch(name)


def _hold(out: Path) -> dict[str, bytes]:
    """Return what a site holds, without its list."""
    held = read_folder(out)
    del held["manifest-sha256.txt"]
    return held


@pytest.mark.parametrize("new", [MOVED, SWAPPED])
@pytest.mark.parametrize("next_", [OLD, MOVED, SWAPPED])
def test_after_a_kill_at_any_step_the_next_run_gives_its_site_and_leaves_what_is_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, new: list[File], next_: list[File]
) -> None:
    place, killed = tmp_path / "place", tmp_path / "killed"
    _write_old_site(place / "site")

    # What is on the disk when the run is killed there.
    def copy() -> None:
        shutil.copytree(place, killed / f"{len(list(killed.glob('*'))):03}", symlinks=True)

    killed.mkdir()
    with monkeypatch.context() as patched:
        _watch_steps(patched, copy)
        write_site(new, place / "site")
    left = sorted(killed.iterdir())
    assert len(left) > 3
    for one in left:
        write_site(next_, one / "site")
        assert _hold(one / "site") == {**dict(next_), **OTHERS}
        assert (one / "site/.git/refs").is_dir()
        assert [path.name for path in one.iterdir()] == ["site"]


@pytest.mark.parametrize("new", [MOVED, SWAPPED])
def test_a_run_that_is_stopped_at_any_step_leaves_the_old_site_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, new: list[File]
) -> None:
    def count_to(last: int) -> Iterator[bool]:
        yield from (number == last for number in range(1000))

    whole = [{**dict(files), **OTHERS} for files in (OLD, new)]
    seen = []
    for last in range(100):
        place = tmp_path / str(last)
        _write_old_site(place / "site")
        stops = count_to(last)

        def stop(stops: Iterator[bool] = stops) -> None:
            if next(stops):
                raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            _watch_steps(patched, stop)
            try:
                write_site(new, place / "site")
            except KeyboardInterrupt:
                seen.append(_hold(place / "site"))
            else:
                break
    assert len(seen) > 3
    assert all(one in whole for one in seen)
    assert whole[0] in seen


@pytest.mark.parametrize("new", [MOVED, SWAPPED])
@pytest.mark.parametrize("path", ["events/two/index.html", "events/two"])
def test_a_file_of_yours_where_the_new_site_has_one_is_not_replaced(
    tmp_path: Path, new: list[File], path: str
) -> None:
    out = tmp_path / "site"
    _write_old_site(out)
    (out / path).parent.mkdir(exist_ok=True)
    (out / path).write_bytes(b"mine")
    before = read_folder(out)
    with pytest.raises(ExportError):
        write_site(new, out)
    assert read_folder(out) == before
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("new", [MOVED, SWAPPED])
def test_a_link_in_the_place_of_a_folder_is_not_followed(tmp_path: Path, new: list[File]) -> None:
    out, mine = tmp_path / "site", tmp_path / "mine"
    _write_old_site(out)
    shutil.move(out / "events", mine)
    (out / "events").symlink_to(mine)
    before = read_folder(mine)
    with pytest.raises(ExportError, match="'events': found a file or link"):
        write_site(new, out)
    assert read_folder(mine) == before
