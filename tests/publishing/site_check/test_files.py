"""A site that is broken in any one way is found out, and a whole one is not."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from geo.cli.main import main
from geo.publishing.site.folder.write import write_site
from geo.publishing.site_check import check_files, read_site

INDEX = "index.html"
WHOLE = {
    INDEX: '<!doctype html><title>a</title><link rel="stylesheet" href="a.css">'
    '<a href="events/one/index.html#sources">one</a> <a href="?event=one">here</a>'
    '<a href="https://news.example/">elsewhere</a> <a href="#top">up</a> <p id="top">',
    "events/one/index.html": '<p id="sources"><img src="../../a%20b.png" alt=""></p>'
    '<a href="../../index.html">all</a>',
    "a.css": 'p { background: url("a%20b.png") } a { mask: url(data:image/png,x) }',
    "a b.png": "picture",
}


def write(folder: Path, **changed: str) -> Path:
    """Write the whole site with some of its files changed, each under its name in WHOLE."""
    files = WHOLE | changed
    write_site([(path, text.encode()) for path, text in files.items()], folder)
    return folder


def find_problems(folder: Path) -> list[str]:
    return [str(problem) for problem in check_files(read_site(folder))]


def test_a_complete_site_has_no_problem(tmp_path: Path) -> None:
    assert find_problems(write(tmp_path / "site")) == []


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<a href="gone.html">x</a>', "link 'gone.html' leads to no file of the site"),
        ('<a href="events/one/index.html#gone">x</a>', "has no place of the name 'gone'"),
        ('<a href="#gone">x</a>', "has no place of the name 'gone'"),
        ('<a href="events/one/">x</a>', "leads to a folder, wanted its index.html"),
        ('<a href="../other/index.html">x</a>', "leads out of the site"),
        ('<a href="/index.html">x</a>', "starts at the root of the host"),
        ('<img src="gone.png">', "'gone.png', which it loads, leads to no file"),
        ('<img srcset="gone.png 2x">', "'gone.png', which it loads, leads to no file"),
        ('<script src="https://cdn.example/a.js"></script>', "asks another host"),
        ('<link rel="stylesheet" href="//cdn.example/a.css">', "asks another host"),
        ('<i id="a"></i><i id="a"></i>', "found the id 'a' 2 times, wanted once"),
    ],
)
def test_each_kind_of_problem_is_named_with_its_page(tmp_path: Path, html: str, found: str) -> None:
    (problem,) = find_problems(write(tmp_path / "site", **{INDEX: html}))
    assert problem.startswith("index.html: ")
    assert found in problem


def test_a_style_sheet_is_followed_too(tmp_path: Path) -> None:
    styles = '@import "https://fonts.example/a.css"; p { background: url(gone.png) }'
    problems = find_problems(write(tmp_path / "site", **{"a.css": styles}))
    assert len(problems) == 2
    assert all(problem.startswith("a.css: ") for problem in problems)


def test_a_page_that_is_too_large_for_a_phone_is_named(tmp_path: Path) -> None:
    noise = Random(1).randbytes(90_000).hex()
    page = {"events/one/index.html": f'<p id="sources">{noise}'}
    (problem,) = find_problems(write(tmp_path / "site", **page))
    assert "bytes compressed, wanted 60,000 at most" in problem


def _lose(folder: Path) -> None:
    (folder / "a b.png").unlink()


def _change(folder: Path) -> None:
    (folder / "a b.png").write_bytes(b"other")


@pytest.mark.parametrize(
    ("change", "found"),
    [(_lose, "found no such file, which was published"), (_change, "found other content than")],
)
def test_what_was_lost_or_changed_since_it_was_published_is_named(
    tmp_path: Path, change: Callable[[Path], None], found: str
) -> None:
    folder = write(tmp_path / "site")
    change(folder)
    assert any(problem.startswith(f"a b.png: {found}") for problem in find_problems(folder))


def test_files_that_a_host_wants_may_lie_beside(tmp_path: Path) -> None:
    folder = write(tmp_path / "site")
    (folder / ".nojekyll").touch()
    (folder / "_headers").write_text("/*", "utf-8")
    (folder / ".well-known").mkdir()
    (folder / ".well-known/security.txt").touch()
    assert find_problems(folder) == []


def test_a_file_that_was_not_published_is_named(tmp_path: Path) -> None:
    folder = write(tmp_path / "site")
    (folder / "events/withdrawn").mkdir()
    (folder / "events/withdrawn/index.html").write_text("<p>", "utf-8")
    (problem,) = find_problems(folder)
    assert problem.startswith("events/withdrawn/index.html: found a file that was not published")


@pytest.mark.parametrize(
    ("listed", "found"),
    [(b"\xff", "did not write"), (b"0" * 64 + b"  a.css\n", "did not write")],
)
def test_a_list_of_another_program_is_named(tmp_path: Path, listed: bytes, found: str) -> None:
    folder = write(tmp_path / "site")
    (folder / "manifest-sha256.txt").write_bytes(listed)
    (problem,) = find_problems(folder)
    assert found in problem


def test_a_run_that_broke_off_is_named(tmp_path: Path) -> None:
    folder = write(tmp_path / "site")
    listed = folder / "manifest-sha256.txt"
    hash_ = sha256(WHOLE["a.css"].encode()).hexdigest()
    listed.write_text(listed.read_text("utf-8").replace(hash_, "0" * 64), "utf-8")
    (problem,) = find_problems(folder)
    assert problem.startswith("a.css: found a run that broke off here")


def test_a_published_story_is_complete(site: dict[str, bytes], tmp_path: Path) -> None:
    write_site(site.items(), tmp_path / "site")
    assert find_problems(tmp_path / "site") == []


def test_the_command_says_what_is_wrong_and_ends_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "site")
    assert main(["publish", "--check", str(folder), "--no-browser"]) == 0
    assert "site: 2 pages read, 0 problems" in capsys.readouterr().out
    _lose(folder)
    assert main(["publish", "--check", str(folder), "--no-browser"]) == 1
    said = capsys.readouterr().out
    assert "events/one/index.html: '../../a%20b.png', which it loads, leads to no file" in said
    assert "3 problems" in said
    monkeypatch.chdir(folder)
    assert main(["publish", "--check", ".", "--no-browser"]) == 1
    assert "\nsite: 2 pages read" in capsys.readouterr().out
