"""Looking for garbage seldom: between many new objects, and no more once a process ends."""

import subprocess
import sys

# What is registered first runs last.
_PROCESS = """
import atexit, gc
from geo.events.reading.garbage import collect_seldom
atexit.register(lambda: print(gc.get_freeze_count() > 0))
print(gc.get_freeze_count() > 0)
collect_seldom()
"""


def test_objects_that_are_left_as_a_process_ends_are_not_looked_through() -> None:
    command = [sys.executable, "-c", _PROCESS]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
