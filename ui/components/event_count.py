"""How much of the record a page shows, in the one place that counts it."""

from datetime import datetime

import streamlit as st

from geo.link.filters import is_default
from geo.link.search.search_note import SearchNote
from geo.story.view import View
from geo.summaries import count_presence
from geo.times import format_moment
from ui.components.declare import declare_component
from ui.components.sidebar import clear_filters
from ui.markup import keep_place, show
from ui.page.view import change_filters

_KEY = "event_count"
_count = declare_component("event_count", "mountEventCount", "0")


def show_event_count(view: View) -> None:
    """Show the count of events, which follows the map, with one click back to all."""
    with keep_place():
        if view.record.rejected:
            show("notice.html", kind="rejected", lines=[view.record.rejected_words])
        if view.link.known:
            _show_what_was_known(view)
    filters = view.link.filters
    count = count_presence(view.presence)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="count"):
        _count(
            key=_KEY,
            data={
                "key": _KEY,
                "choices": "record",
                # Shown until the events have loaded, and if no part of the page filters.
                "count": str(count),
                "total": count.total,
                "others": count.others,
                "words": _describe_filters(view),
                "lang": "en-GB",
            },
        )
        if not is_default(filters):
            st.button("Show all", key="show_all", type="tertiary", on_click=clear_filters)
    with keep_place():
        if view.search_note.is_empty:
            _offer_to_clear(view.search_note)


def _show_what_was_known(view: View) -> None:
    """Say plainly that the page shows an earlier record, and what of it is today's."""
    moment, zone = format_moment(view.link.known or datetime.max), view.story.zone
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="known_note"):
        show("known.html", moment=moment, zone=zone.replace("_", " "))
        st.button("Back to now", key="back_to_now", on_click=lambda: change_filters(known=None))


def _offer_to_clear(note: SearchNote) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="search_note"):
        show("search_note.html", words=note.words)
        st.button("Clear the search", key="clear_search", on_click=lambda: change_filters(text=""))


def _describe_filters(view: View) -> str:
    return "" if is_default(view.link.filters) else view.filter_words
