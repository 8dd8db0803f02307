"""What opens and folds away beside a page: the filters, and on the map page its list."""

import streamlit as st

from geo.story.view import View
from ui.components.declare import declare_component
from ui.components.reports import answer
from ui.page.view import change_link

_KEY = "panels"
_panels = declare_component("panels", "mountPanels", "0")


def show_panels(view: View, has_map: bool = False) -> None:
    """Show the buttons that open the filters of a page and, beside a map, the list of its events.

    The browser alone knows what is open: that needs no run of Python.
    """
    _panels(
        key=_KEY,
        data={
            "key": _KEY,
            "choices": "record",
            "map": has_map,
            "filters": not st.context.is_embedded,
            "selected": view.link.event if has_map else None,
        },
        on_report_change=answer(_KEY, clicked=lambda _: change_link(event=None)),
    )
