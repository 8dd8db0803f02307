"""The command line: exit status, colours, pipes."""

import subprocess
import sys
from pathlib import Path

import pytest

from geo.cli.main import main
from tests.event_texts import collection, record


@pytest.mark.usefixtures("in_folder")
@pytest.mark.parametrize(
    ("variables", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colour_is_for_terminals_that_want_it(
    variables: dict[str, str],
    coloured: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR", "COLORTERM", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    Path("good.geojson").write_bytes(collection())
    main(["check", "good.geojson"])
    assert ("\x1b[32m" in capsys.readouterr().out) is coloured


@pytest.mark.parametrize("arguments", [[], ["check"], ["paint"], ["schema", "much"]])
def test_wrong_usage_exits_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(arguments)
    assert leaving.value.code == 2


def test_a_shell_gets_the_exit_code_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "cut.geojson").write_bytes(collection(record())[:-3])
    run = subprocess.run(
        [sys.executable, "-m", "geo", "check", str(tmp_path / "cut.geojson")],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
        cwd=Path(__file__).parents[2],
    )
    assert run.returncode == 1
    assert run.stderr == ""


@pytest.mark.parametrize(
    "arguments",
    [["schema"], ["events"], ["check", "data"], ["diff", "--help"], ["--version"]],
    ids=" ".join,
)
def test_a_reader_that_ends_early_ends_the_command_quietly(arguments: list[str]) -> None:
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
    assert process.returncode == (0 if arguments[-1].startswith("--") else 1)


def test_an_error_is_not_written_among_the_events(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["events", "--group", "mars"]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("group: 'mars', wanted one of ")
