"""The sheets of a workbook as another process gives them, within bounds of memory and time."""

import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from pydantic_core import from_json

from geo.events.files.whole_file import MOST_BYTES
from geo.importing.tables.limits import TableFileError

_PROCESS = Path(__file__).with_name("workbook_process.py")
_PATIENCE_S = 300

CellRange = tuple[int, int, int, int]
"""Top, left, bottom, right of cells that were merged, from 0."""


@dataclass
class WorkbookSheet:
    """A sheet: its name, its merged cells, and each row as a line of JSON, which is compact."""

    name: str
    merged: list[CellRange]
    rows: list[bytes] = field(default_factory=list)


def read_sheets(content: bytes) -> list[WorkbookSheet]:
    """Return the sheets of a workbook.

    Raises
    ------
    TableFileError
        If it is broken, kept under a password, or too large.
    """
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.seek(0)
        # -P: do not import from the script's folder, whose modules are not meant for it.
        process = subprocess.Popen(
            [sys.executable, "-P", str(_PROCESS)],
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        patience = threading.Timer(_PATIENCE_S, process.kill)
        patience.start()
        try:
            assert process.stdout is not None
            with process.stdout as lines:
                sheets = _collect(lines)
            is_whole = process.wait() == 0
        finally:
            patience.cancel()
            process.kill()
            process.wait()
    if not is_whole:
        raise TableFileError(
            "found a workbook that needs more memory than any table, wanted cells close together"
        )
    return sheets


def _collect(lines: IO[bytes]) -> list[WorkbookSheet]:
    sheets: list[WorkbookSheet] = []
    size = 0
    for line in lines:
        size += len(line)
        if size > MOST_BYTES:
            raise TableFileError(
                f"found a workbook of more than {MOST_BYTES >> 20:,} MB of text, wanted less"
            )
        if line.startswith(b"["):
            sheets[-1].rows.append(line)
            continue
        said = from_json(line)
        if "error" in said:
            raise TableFileError(said["error"])
        merged = [(top, left, bottom, right) for top, left, bottom, right in said["merged"]]
        sheets.append(WorkbookSheet(said["sheet"], merged))
    return sheets
