"""The command line of the measurements."""

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from bench.__main__ import BY_THEMSELVES, IN_README, main, take
from bench.memory import read_memory_mb
from bench.rounds import read_rounds, read_sizes

_STATUS = "import sys; sys.exit(int(sys.argv[1]))"


def test_rounds_are_a_whole_number_from_one_on() -> None:
    assert read_rounds(["1"], 3) == 1
    for text in ("0", "-1", "1.5", "many", "", "²", "٣"):
        with pytest.raises(SystemExit, match=r"rounds: .*wanted a whole number from 1 on"):
            read_rounds([text], 3)
        with pytest.raises(SystemExit, match=r"events: .*wanted a whole number from 1 on"):
            read_sizes(["5", text], [3])


def test_a_measurement_that_fails_is_named_and_the_others_run(
    capfd: pytest.CaptureFixture[str],
) -> None:
    statuses = {"first": "3", "second": "0", "third": "1"}
    commands = {name: [sys.executable, "-c", _STATUS, each] for name, each in statuses.items()}
    assert take(commands) == ["first", "third"]
    said = capfd.readouterr().out
    for name, outcome in (("first", "failed with status 3"), ("second", "done")):
        assert f"# {name}: {outcome} after " in said


def test_libraries_compute_on_one_core_while_it_is_measured(
    capfd: pytest.CaptureFixture[str],
) -> None:
    take({"here": [sys.executable, "-c", "import os; print(os.environ['OMP_NUM_THREADS'])"]})
    assert "\n1\n" in capfd.readouterr().out


def test_every_measurement_that_can_be_named_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert not IN_README.keys() & BY_THEMSELVES.keys()
    for name in (*IN_README, *BY_THEMSELVES):
        assert find_spec(f"bench.{name}"), name
        source = Path(f"bench/{name}.py").read_text(encoding="utf-8")
        assert f"python -m bench.{name}" in source, name
    with pytest.raises(SystemExit):
        main(["no such measurement"])
    assert "invalid choice" in capsys.readouterr().err


def test_the_peak_memory_is_at_least_what_is_used_now() -> None:
    block = bytearray(b"x" * (64 << 20))
    now, most = read_memory_mb("VmRSS"), read_memory_mb("VmHWM")
    assert len(block) / 2**20 < now <= most
