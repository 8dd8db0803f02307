"""What the server does beside the readers: prepare the first view, and free memory."""

import ctypes
import gc
import logging
from collections.abc import Callable
from contextlib import suppress

import anyio
from anyio import to_thread

from geo.errors import GeoError

_COLLECT_EVERY_S = 60


async def run_at_start(draw_first_view: Callable[[], None]) -> None:
    """Read the record and draw it in a thread, so that the first viewer waits for neither.

    Parameters
    ----------
    draw_first_view : callable
        Whatever it raises, the server goes on.
    """
    await to_thread.run_sync(_run, draw_first_view, abandon_on_cancel=True)


def _run(draw_first_view: Callable[[], None]) -> None:
    try:
        draw_first_view()
    except GeoError:
        pass  # What is wrong with the files the pages themselves say.
    except Exception:
        # The server goes on without: the first reader waits, and meets what is wrong.
        logging.getLogger(__name__).exception("the first view could not be drawn at the start")


async def collect_garbage() -> None:
    """Free what readers who left have left behind.

    Streamlit collects after each run unless `runner.postScriptGC` is off, which takes 60 ms of
    every move; Python alone collects the oldest objects too seldom.
    """
    while True:
        await anyio.sleep(_COLLECT_EVERY_S)
        await to_thread.run_sync(_free_memory)


def _free_memory() -> None:
    gc.collect()
    # Each run has a thread of its own, and what a thread frees the C library keeps for the next.
    # Only that of GNU can be asked for it.
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
