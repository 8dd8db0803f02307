"""Files that an import writes beside a table: rows to correct, answers to fill in."""

import re
from itertools import count
from pathlib import Path


def name_beside(name: str, kind: str, ending: str, number: int = 1) -> str:
    """Return the name of a file that belongs to another one, of the first or a later import.

    >>> name_beside("incidents.csv", "rejected", "csv")
    'incidents.rejected.csv'
    >>> name_beside("incidents.rejected.2.csv", "rejected", "csv", 3)
    'incidents.rejected.3.csv'
    """
    stem = Path(name).name.split("?")[0]
    plain = re.sub(rf"\.{kind}(\.\d+)?$", "", Path(stem).stem if Path(stem).suffix else stem)
    return f"{plain}.{kind}.{ending}" if number == 1 else f"{plain}.{kind}.{number}.{ending}"


def write_beside(folder: Path, name: str, kind: str, ending: str, content: bytes) -> str:
    """Write a file beside a table; return its name.

    A file that is there may hold what somebody has corrected: it stays, and one of the next number
    is written, unless it is the same.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    for number in count(1):
        target = folder / name_beside(name, kind, ending, number)
        try:
            with target.open("xb") as file:
                file.write(content)
        except FileExistsError:
            if target.read_bytes() != content:
                continue
        break
    return target.name
