"""A small app around the two components alone, under the content policy of the real one."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from web.assets import find_asset
from web.http.security import SecurityHeaders

INDEX = Path(st.__file__).parent / "static" / "index.html"


async def send(request: Request) -> Response:
    """Send a stored resource."""
    asset = find_asset(request.path_params["digest"])
    if asset is None:
        return Response(status_code=404)
    return Response(asset.content, media_type=asset.media_type)


app = st.App(
    "shell.py",
    routes=[Route("/api/assets/{digest}/{name}", send)],
    middleware=[Middleware(SecurityHeaders, index=INDEX)],
)
