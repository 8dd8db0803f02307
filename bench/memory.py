"""The memory of a process, as Linux counts it."""

from pathlib import Path
from typing import Literal


def read_memory_mb(
    name: Literal["VmRSS", "VmHWM"], process: int | Literal["self"] = "self"
) -> float:
    """Return what a process holds now (VmRSS), or its peak (VmHWM), in megabytes.

    `resource.getrusage` would count what the process held that started this one, too.
    """
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024
