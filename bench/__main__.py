"""`make bench`: most figures of the README, one per line: name, value, unit.

`python -m bench` takes the measurements of the README, `python -m bench all` those of RESULTS.md
too, `python -m bench border start` some of them. `--brief` takes each with the least that there
is to measure: its figures mean nothing, it shows that each starts and ends. Every measurement has
a process of its own, whose libraries compute on one core. One that fails is named at the end, the
others run all the same, and the exit status is 1.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bench.events import event_table

_FILE = "FILE"
# The arguments with which each measures the least that there is; `_FILE` is a small GeoParquet.
IN_README: Mapping[str, Sequence[str]] = {
    "border": ("1", "1000"),
    "reading": ("1000",),
    "importing": ("1000",),
    "app": ("1", "100"),
    "filter_move": ("1000",),
    "first_view": ("1",),
    "frames": ("1", "1000"),
    "soak": ("20", "2"),
}
BY_THEMSELVES: Mapping[str, Sequence[str]] = {
    "moves": ("1", "", _FILE),
    "start": ("1", "", _FILE),
    "large": (_FILE,),
    "large_map": ("1", _FILE),
    "long_use": ("1", _FILE),
    "exports": ("100",),
    "parts": ("2", "1000"),
    "scale": ("300",),
    "replicas": (),
    "attack": ("12 uploads",),
    "site": ("1", "100"),
}
MEASUREMENTS: Mapping[str, Sequence[str]] = {**IN_README, **BY_THEMSELVES}


def main(arguments: Sequence[str]) -> int:
    """Take the measurements that arguments name; return 1 if any of them failed."""
    parser = argparse.ArgumentParser(prog="python -m bench", allow_abbrev=False)
    parser.add_argument(
        "names", nargs="*", choices=[*MEASUREMENTS, "all", []], default=[], metavar="NAME"
    )
    parser.add_argument("--brief", action="store_true", help="with the least there is to measure")
    asked = parser.parse_args(arguments)
    names = MEASUREMENTS if "all" in asked.names else asked.names or IN_README
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        path = Path(folder) / "events.parquet"
        if asked.brief:
            path.write_bytes(event_table(1_000))
        commands = {
            name: [sys.executable, "-m", f"bench.{name}", *_list_arguments(name, path, asked.brief)]
            for name in names
        }
        failed = take(commands)
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return min(len(failed), 1)


def _list_arguments(name: str, path: Path, is_brief: bool) -> Iterable[str]:
    return [str(path) if one == _FILE else one for one in MEASUREMENTS[name]] if is_brief else ()


def take(commands: Mapping[str, Sequence[str]]) -> list[str]:
    """Run commands one after the other and say how long each took; return the names of failures."""
    failed = []
    for name, command in commands.items():
        print(f"# {name}", flush=True)
        start = time.monotonic()
        status = subprocess.run(command, env=limit_to_one_core(), check=False).returncode
        outcome = f"failed with status {status}" if status else "done"
        print(f"# {name}: {outcome} after {time.monotonic() - start:,.0f} s", flush=True)
        if status:
            failed.append(name)
    return failed


def limit_to_one_core() -> dict[str, str]:
    """Return the environment of a measurement: its libraries compute on one core.

    With more, threads would be compared instead of methods.
    """
    return {**os.environ, "OMP_NUM_THREADS": "1"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
