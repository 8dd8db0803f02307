"""The door: `streamlit run app.py` serves the pages, the resources they read, and the headers."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
import streamlit as st
from starlette.middleware import Middleware

from geo.api import routes
from ui.frame import FOLDER, open_current
from ui.housekeeping import collect_now_and_then, warm_up
from ui.packed_static import PackedStatic
from ui.preview import preview_routes
from ui.security import SecurityHeaders

# Newsrooms that show the app in a frame, such as "https://news.example https://*.news.example".
frame_ancestors = ["'self'", *os.environ.get("FRAME_ANCESTORS", "").split()]


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Work beside the readers for as long as the server runs."""
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(warm_up)
        tasks.start_soon(collect_now_and_then)
        yield
        tasks.cancel_scope.cancel()


app = st.App(
    "ui/shell.py",
    routes=[*preview_routes(open_current, FOLDER), *routes(open_current)],
    middleware=[
        Middleware(SecurityHeaders, frame_ancestors=frame_ancestors),
        Middleware(PackedStatic),
    ],
    lifespan=lifespan,
)
