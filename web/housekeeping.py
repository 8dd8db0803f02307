"""What the server does in the background: prepare the first view, and free memory."""

import ctypes
import gc
import logging
from collections.abc import Callable
from contextlib import suppress

import anyio
from anyio import to_thread

from geo.errors import GeoError


async def prepare_first_view(draw_first_view: Callable[[], None]) -> None:
    """Read the record and draw it in a thread, so that the first reader waits for neither.

    Parameters
    ----------
    draw_first_view : callable
        If it raises, the server runs on.
    """
    await to_thread.run_sync(_run, draw_first_view, abandon_on_cancel=True)


def _run(draw_first_view: Callable[[], None]) -> None:
    try:
        draw_first_view()
    except GeoError:
        pass  # The pages themselves report what is wrong with the files.
    except Exception:
        # The server runs on: the first reader waits, and is shown what is wrong.
        logging.getLogger(__name__).exception("the first view could not be drawn at the start")


async def collect_garbage(every_s: float = 60) -> None:
    """Free the memory of readers who have left, again and again.

    Streamlit collects after each run unless `runner.postScriptGC` is off, which takes 60 ms of
    every move; Python alone collects the oldest objects too rarely.
    """
    while True:
        await anyio.sleep(every_s)
        await to_thread.run_sync(free_memory)


def free_memory() -> None:
    """Return to the system what nothing holds any more."""
    gc.collect()
    # Each run has its own thread, and the C library keeps what a thread frees for the next one.
    # Only glibc has a call that returns it to the system.
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
