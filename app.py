"""The entry point: `python app.py` serves the pages, their data, and the headers."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path

from geo.cli.loading import load_modules

with load_modules():
    import anyio
    import streamlit as st
    from starlette.middleware import Middleware

    from ui.first_view import fetch_early, warm_up
    from ui.sessions.lock import share_session_lock
    from ui.sessions.messages import ValidMessages
    from ui.sessions.valid_values import ignore_invalid_values
    from web.api import build_api_routes
    from web.clients.gate import Gate
    from web.clients.message_rate import LimitedMessages
    from web.clients.origins import OwnPagesOnly
    from web.clients.sessions import LimitedSessions
    from web.clients.this_machine import ThisMachineOnly
    from web.housekeeping import collect_garbage, prepare_first_view
    from web.http.compression import CompressedStatic
    from web.http.security import HiddenPath, SecurityHeaders
    from web.limits import Capacity, raise_descriptor_limit
    from web.log import limit_log
    from web.pages.routes import PAGE_PATHS, build_page_routes
    from web.serve import serve
    from web.settings import settings
    from web.story.current import open_served

_SCRIPT = str(Path(__file__).resolve().with_name("ui") / "shell.py")
_PAGE = Path(st.__file__).parent / "static"
_INDEX = _PAGE / "index.html"


def prepare_process() -> Capacity:
    """Set what holds for the whole process; return how many readers it has room for."""
    # A thread that sends a message releases Python's lock, and then waits behind each thread that
    # computes for this long. The default is 5 ms, and a page has 24 messages.
    sys.setswitchinterval(0.0005)
    limit_log()
    ignore_invalid_values()
    share_session_lock()
    return raise_descriptor_limit()


_CAPACITY = prepare_process()


def prepare_pages() -> None:
    """Draw the map, then load what draws charts: no reader waits for either."""
    warm_up(open_served())
    import_module("geo.drawing.charts.bars")
    import_module("web.api.figures")


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Work beside the readers for as long as the server runs."""
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(prepare_first_view, prepare_pages)
        tasks.start_soon(collect_garbage)
        yield
        tasks.cancel_scope.cancel()


app = st.App(
    _SCRIPT,
    routes=[*build_page_routes(open_served, _INDEX, fetch_early), *build_api_routes(open_served)],
    # The first one receives a request first.
    middleware=[
        Middleware(SecurityHeaders, index=_INDEX, frame_ancestors=settings().frame_ancestors),
        *([Middleware(ThisMachineOnly)] if settings().desk else []),
        Middleware(OwnPagesOnly, public_address=settings().public_address),
        Middleware(Gate, public_address=settings().public_address, takes_files=settings().desk),
        Middleware(LimitedSessions, pages=PAGE_PATHS, in_all=_CAPACITY.sessions),
        Middleware(LimitedMessages),
        Middleware(HiddenPath, path=_SCRIPT),
        Middleware(ValidMessages),
        Middleware(CompressedStatic, folder=_PAGE / "static"),
    ],
    lifespan=lifespan,
)

if __name__ == "__main__":
    serve(app, settings().address, settings().port, settings().public_address)
