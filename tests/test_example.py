"""The example in docs/ runs as it is, from the folder that it names."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_example_runs_and_prints_what_it_promises() -> None:
    run = subprocess.run(
        # The grammar of edtf uses a form that newer versions of pyparsing warn about.
        [sys.executable, "-W", "error", "-W", "ignore:warn_multiple_tokens", "docs/example.py"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": ".", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    for words in ("possible", "kremlin-2023-05-03-drone-1", "on record by noon", "Read on 23"):
        assert words in run.stdout, words
