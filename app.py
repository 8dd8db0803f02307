"""The door: `streamlit run app.py` serves the pages, the resources they read, and the headers."""

import os

import streamlit as st
from starlette.middleware import Middleware

from geo.api import ROUTES
from ui.security import SecurityHeaders

# Newsrooms that show the app in a frame, such as "https://news.example https://*.news.example".
frame_ancestors = ["'self'", *os.environ.get("FRAME_ANCESTORS", "").split()]

app = st.App(
    "ui/shell.py",
    routes=ROUTES,
    middleware=[Middleware(SecurityHeaders, frame_ancestors=frame_ancestors)],
)
