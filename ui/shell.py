"""The script that st.App runs: the pages of the app and what they all share."""

from pathlib import Path

import streamlit as st

_PAGES = Path(__file__).parents[1] / "pages"

pages = [
    st.Page(_PAGES / "map.py", title="Map", icon=":material/map:", default=True),
    st.Page(_PAGES / "claims.py", title="Who says what", icon=":material/forum:"),
    st.Page(_PAGES / "method.py", title="Method", icon=":material/straighten:"),
]

st.html(Path(__file__).parent / "style.css")
st.navigation(pages, position="top").run()
