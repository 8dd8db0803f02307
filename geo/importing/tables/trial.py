"""A workbook opened in a process of its own first, which may end without harm.

The library that opens workbooks makes room for all cells between two that are filled, and ends
its process where there is not so much: two cells, a million rows apart, are enough.
"""

import subprocess
import sys

_MOST_BYTES = 2 << 30
_PATIENCE_S = 300
_OPEN = f"""
import io, sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, ({_MOST_BYTES}, {_MOST_BYTES}))
except (ImportError, ValueError):
    pass  # Windows has no such limit
from python_calamine import CalamineError, CalamineWorkbook
try:
    book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    for at in range(len(book.sheet_names)):
        try:
            book.get_sheet_by_index(at)
        except CalamineError:
            pass
except CalamineError:
    pass  # who opens it next says so
"""


def can_be_opened(content: bytes) -> bool:
    """Return whether a workbook leaves the process alive that opens it."""
    try:
        done = subprocess.run(
            [sys.executable, "-c", _OPEN],
            input=content,
            capture_output=True,
            timeout=_PATIENCE_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0
