"""The door: `streamlit run app.py` serves the pages, the resources they read, and the headers."""

import os

import streamlit as st
from starlette.middleware import Middleware

from geo.api import routes
from ui.frame import FOLDER, open_current
from ui.preview import preview_routes
from ui.security import SecurityHeaders

# Newsrooms that show the app in a frame, such as "https://news.example https://*.news.example".
frame_ancestors = ["'self'", *os.environ.get("FRAME_ANCESTORS", "").split()]

app = st.App(
    "ui/shell.py",
    routes=[*preview_routes(open_current, FOLDER), *routes(open_current)],
    middleware=[Middleware(SecurityHeaders, frame_ancestors=frame_ancestors)],
)
