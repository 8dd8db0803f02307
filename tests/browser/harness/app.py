"""A small app around the two components alone, under the content policy of the real one."""

import streamlit as st
from starlette.middleware import Middleware

from geo.api import ROUTES
from ui.security import SecurityHeaders

app = st.App("shell.py", routes=ROUTES, middleware=[Middleware(SecurityHeaders)])
