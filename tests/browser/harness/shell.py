"""Two pages with the same map, so that a page switch can be tried."""

import streamlit as st

pages = [
    st.Page("map.py", title="Map", default=True),
    st.Page("again.py", title="Again"),
    st.Page("empty.py", title="Empty"),
]
st.navigation(pages, position="top").run()
