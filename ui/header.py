"""The head of a page: the story, and how much of the record is shown."""

import streamlit as st

from geo.link.filters import describe_filters, is_default
from geo.summaries import count_presence
from ui.frame import View
from ui.markup import show
from ui.sidebar import clear_filters


def show_header(view: View) -> None:
    """Show the story's title, and the count of events with one click back to all."""
    show("header.html", title=view.story.title, subtitle=view.story.subtitle)
    if view.record.rejected:
        show("notice.html", kind="rejected", lines=[view.record.rejected_words])
    filters = view.link.filters
    count = count_presence(view.presence)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="count"):
        show("count.html", count=str(count), others=count.others, words=_words(view))
        if not is_default(filters):
            st.button("Show all", key="show_all", on_click=clear_filters)


def _words(view: View) -> str:
    if is_default(view.link.filters):
        return ""
    return describe_filters(view.link.filters, view.story.label)
