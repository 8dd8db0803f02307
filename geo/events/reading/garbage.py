"""Reading without the garbage collector: a million new objects that all remain."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Python's default is some hundreds.
_OBJECTS_BETWEEN = 200_000


def collect_seldom() -> None:
    """Look for garbage after many new objects: in a process most of whose objects stay."""
    gc.set_threshold(_OBJECTS_BETWEEN)
    # Python looks through all objects twice more as it ends, to free what ends with it anyway.
    atexit.register(gc.freeze)


@contextmanager
def pause_collection() -> Iterator[None]:
    """Keep Python from looking for garbage again and again among new, living objects."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
