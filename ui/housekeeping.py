"""What the server does by itself: what a first viewer would wait for, and memory given back."""

import ctypes
import gc
import logging
from contextlib import suppress

import anyio
from anyio import to_thread

from geo.errors import GeoError
from ui import first_view
from ui.frame import open_current

_COLLECT_EVERY_S = 60


async def warm_up() -> None:
    """Read the record and draw it, so that the first viewer waits for neither."""
    await to_thread.run_sync(_warm_up, abandon_on_cancel=True)


def _warm_up() -> None:
    try:
        first_view.warm_up(open_current())
    except GeoError:
        pass  # What is wrong with the files the pages themselves say.
    except Exception:
        # The server goes on without: the first reader waits, and meets what is wrong.
        logging.getLogger(__name__).exception("nothing could be drawn ahead")


async def collect_now_and_then() -> None:
    """Free what readers who left have left behind.

    Streamlit collects after each run unless `runner.postScriptGC` is off, which takes 60 ms of
    every move; Python alone collects the oldest objects too seldom.
    """
    while True:
        await anyio.sleep(_COLLECT_EVERY_S)
        await to_thread.run_sync(_give_back)


def _give_back() -> None:
    gc.collect()
    # Each run has a thread of its own, and what a thread frees the C library keeps for the next.
    # Only that of GNU can be asked for it.
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
