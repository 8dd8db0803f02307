"""The entry point: `streamlit run app.py` serves the pages, their data, and the headers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import anyio
import streamlit as st
from starlette.middleware import Middleware

from ui.first_view import fetch_early, warm_up
from web.api import build_api_routes
from web.compression import CompressedStatic
from web.current import open_current
from web.housekeeping import collect_garbage, prepare_first_view
from web.origins import OwnPagesOnly
from web.page_routes import build_page_routes
from web.security import SecurityHeaders
from web.settings import settings

_STREAMLIT = Path(st.__file__).parent / "static"
_INDEX = _STREAMLIT / "index.html"


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Work beside the readers for as long as the server runs."""
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(prepare_first_view, lambda: warm_up(open_current()))
        tasks.start_soon(collect_garbage)
        yield
        tasks.cancel_scope.cancel()


app = st.App(
    "ui/shell.py",
    routes=[*build_page_routes(open_current, _INDEX, fetch_early), *build_api_routes(open_current)],
    middleware=[
        Middleware(OwnPagesOnly, public_address=settings().public_address),
        Middleware(SecurityHeaders, index=_INDEX, frame_ancestors=settings().frame_ancestors),
        Middleware(CompressedStatic, folder=_STREAMLIT / "static"),
    ],
    lifespan=lifespan,
)
