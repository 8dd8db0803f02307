"""The command line as a process of its own."""

import subprocess
import sys

_START = "import gc; from geo.__main__ import run; print(gc.isenabled(), gc.get_freeze_count() > 0)"


def test_garbage_is_collected_again_once_the_modules_are_loaded() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _START], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "True"]


def test_the_process_ends_with_the_status_of_its_command() -> None:
    codes = [
        subprocess.run([sys.executable, "-m", "geo", *words], capture_output=True).returncode
        for words in (["--version"], ["check", "no-such-file.geojson"], ["no-such-command"])
    ]
    assert codes == [0, 1, 2]
