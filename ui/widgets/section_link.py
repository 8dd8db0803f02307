"""Links to a section of a page: Streamlit shows the section after the browser has looked for it."""

from pathlib import Path

import streamlit as st

_CODE = Path(__file__).with_suffix(".js").read_text("utf-8")
_section_link = st.components.v2.component("section_link", js=_CODE)


def follow_section_link() -> None:
    """Go to the section that the address names; called after all sections of a page."""
    _section_link(key="section_link", data={"key": "section_link"}, height=0)
