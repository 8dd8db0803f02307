"""The top of every page: the story and the pages, on a phone within reach of the thumb."""

from collections.abc import Mapping
from contextlib import nullcontext

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from geo.errors import GeoError
from geo.story.parts.basis import format_footnote
from ui.markup import show
from web.story.current import open_served


def name_tab(page: str) -> str:
    """Return what a browser's tab says of a page: the page, and the story."""
    return " · ".join(part for part in (page, _find_title()) if part)


def find_note() -> str:
    """Return what stands under every page; where the story cannot be read, what is true of any."""
    try:
        return format_footnote(open_served().story.basis)
    except GeoError:
        return format_footnote(None)


def show_top(icons: Mapping[StreamlitPage, str], shown: StreamlitPage) -> None:
    """Show the story's title and the pages by their icons; in a frame only the title."""
    with st.container(key="top"):
        # Every other page has a heading of its own.
        show("top.html", title=_find_title(), is_heading=shown is next(iter(icons)))
        if st.context.is_embedded:
            return
        with st.container(horizontal=True, key="pages"):
            for page, icon in icons.items():
                with st.container(key="this_page") if page is shown else nullcontext():
                    st.page_link(page, icon=icon)
        # Where the link leads that skips the pages (ui/components/parts.js).
        show("content_start.html")


def _find_title() -> str:
    """Return the title of the story; nothing if it cannot be read, which the page explains."""
    try:
        return open_served().story.title
    except GeoError:
        return ""
