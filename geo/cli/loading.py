"""Loading modules at the start of a process: `python -m geo` and `python app.py`."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def load_modules() -> Iterator[None]:
    """Import without looking for garbage: modules stay for as long as the process runs.

    Looking for it would take three tenths of the time in which they load, and part of each later
    look, which leaves out what is there at the end of the block.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
