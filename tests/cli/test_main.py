"""The command line: exit status, colours, pipes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.__main__ import run
from geo.cli.main import main
from tests.event_texts import collection, record
from tests.events.newsroom import Newsroom, run_newsroom
from tests.full_disk import fill_disk
from tests.story_folders import write_story

EVENTS = ["events", "--story", "tests/data/fiji"]
# Commands that print text, the bytes of a file, and lines in colours.
PRINTING = pytest.mark.parametrize(
    "arguments", [["schema"], EVENTS, ["check", "tests/data/fiji"]], ids=" ".join
)


@pytest.mark.parametrize("arguments", [[], ["check"], ["paint"], ["schema", "much"]])
def test_wrong_usage_exits_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(arguments)
    assert leaving.value.code == 2


@pytest.mark.parametrize(
    "words",
    ["events --event harbour-1", "events --form csv", "version --stor data", "--vers"],
)
def test_an_option_is_never_taken_for_a_longer_one(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(words.split())
    assert leaving.value.code == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "words",
    [
        *(["events", "--story", ""], ["version", "--story", ""], ["check", ""]),
        *(["new", "", "--title", "T"], ["sheet", "", "--out", "a.xlsx"], ["events", "--out", ""]),
        *(["publish", "--out", " "], ["distances", "a.csv", "--out", "b.csv", "--border", ""]),
    ],
    ids=" ".join,
)
def test_an_empty_name_is_not_the_current_folder(
    in_folder: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(words)
    assert leaving.value.code == 2
    assert "found an empty name, wanted a path" in capsys.readouterr().err
    assert list(in_folder.iterdir()) == []


@pytest.mark.parametrize("words", [["check", "."], ["version", "--story", "."], ["check", "/"]])
def test_a_folder_without_a_name_of_its_own_is_named_all_the_same(
    in_folder: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(words)
    shown = "".join(capsys.readouterr())
    name = "/" if "/" in words else in_folder.name
    assert f"in the folder {name!r}" in shown
    assert str(in_folder.parent) not in shown


def test_a_story_that_is_a_file_is_called_one(
    in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (in_folder / "notes.txt").write_text("mine")
    assert main(["events", "--story", "notes.txt"]) == 1
    assert "notes.txt: found a file, wanted a story" in capsys.readouterr().err


def test_a_shell_gets_the_exit_code_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "cut.geojson").write_bytes(collection(record())[:-3])
    done = subprocess.run(
        [sys.executable, "-m", "geo", "check", str(tmp_path / "cut.geojson")],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 1
    assert done.stderr == ""


def _end_with(arguments: list[str]) -> object:
    """Return the status with which a process of the command would end."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["geo", *arguments])
        with pytest.raises(SystemExit) as leaving:
            run()
    return leaving.value.code


def _print_into(output: int, arguments: list[str]) -> object:
    """Return the status of a command that prints into a file descriptor, and close that.

    What could not be printed is written again when it is closed, as at the exit of a process.
    """
    with pytest.MonkeyPatch.context() as patch, open(output, "w") as opened:
        patch.setattr(sys, "stdout", opened)
        return _end_with(arguments)


@PRINTING
def test_a_reader_that_ends_early_ends_the_command_quietly(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    assert _print_into(writing, arguments) == 1
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("arguments", [["events"], ["--version"]], ids=" ".join)
def test_a_reader_that_ends_early_ends_the_process_quietly(arguments: list[str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "geo", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    # What argparse prints itself it counts as printed.
    assert process.returncode == (0 if arguments == ["--version"] else 1)


def test_an_error_is_not_written_among_the_events(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["events", "--group", "mars"]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("group: found 'mars', wanted one of ")


_START = "import gc; from geo.__main__ import run; print(gc.isenabled(), gc.get_freeze_count() > 0)"


def test_garbage_is_collected_again_once_the_modules_are_loaded() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _START], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "True"]


@pytest.mark.parametrize(
    ("words", "status"),
    [(["--version"], 0), (["check", "no-such-file.geojson"], 1), (["no-such-command"], 2)],
)
def test_the_process_ends_with_the_status_of_its_command(words: list[str], status: int) -> None:
    assert _end_with(words) == status


@pytest.fixture
def room() -> Iterator[Newsroom]:
    with run_newsroom() as server:
        yield server


def test_commands_read_a_url(
    room: Newsroom, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_story(tmp_path / "story", record("x"))
    assert main(["check", room.url]) == 0
    assert main(["events", "--story", str(folder), "--events", room.url, "--format", "csv"]) == 0
    assert "Blast reported" in capsys.readouterr().out
    out = tmp_path / "out.geojson"
    border = str(folder / "border.geojson")
    assert main(["distances", room.url, "--out", str(out), "--border", border]) == 0
    assert '"distance_m"' in out.read_text("utf-8")


_NO_ROOM = 'the output, or a file: found "No space left on device", wanted '
has_full_device = pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")


@has_full_device
@PRINTING
def test_output_without_room_is_one_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert _print_into(os.open("/dev/full", os.O_WRONLY), arguments) == 1
    [line] = [one for one in capsys.readouterr().err.splitlines() if not one[:1].isdigit()]
    assert line.startswith(_NO_ROOM)


@has_full_device
def test_a_process_whose_output_has_no_room_ends_with_one_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "geo", *EVENTS],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            cwd=Path(__file__).parents[2],
        )
    assert done.returncode == 1
    [line] = [one for one in done.stderr.splitlines() if not one[:1].isdigit()]
    assert line.startswith(_NO_ROOM)


@pytest.mark.parametrize(
    "arguments",
    [
        "import table.csv --story story",
        "import table.csv --out out.geojson",
        "import table.csv --out out.parquet",
        "import table.csv --story story --dry-run --save-mapping mapping.json",
        "version --story story",
        "upgrade story",
        "sheet story --out sheet.xlsx",
        "distances table.csv --story story --out out.csv",
        "new other --title Other",
    ],
)
def test_a_full_disk_is_one_sentence_without_a_folder(
    arguments: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_story(tmp_path / "story", record("a"))
    table = "title,date,lat,lon\nA blast was reported,2023-05-04,12.5,43.5\n"
    (tmp_path / "table.csv").write_text(table * 1000, "utf-8")
    monkeypatch.chdir(tmp_path)
    names = set(tmp_path.rglob("*"))
    with fill_disk():
        status = main(arguments.split())
    assert status == 1
    message = capsys.readouterr().err
    assert "found" in message
    assert "wanted" in message
    assert str(tmp_path) not in message
    assert "Traceback" not in message
    assert {path for path in tmp_path.rglob("*") if path.is_file()} <= names
