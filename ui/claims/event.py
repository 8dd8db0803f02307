"""The ledger of one event: its line, four boxes, grid, timeline, origins, record and rule."""

import streamlit as st

from geo.publishing.parts.ledger import (
    describe_boxes,
    describe_check,
    describe_grid,
    describe_head,
    describe_origins,
    describe_timeline,
    open_case,
)
from geo.story.view import View
from ui.claims.choose import build_event_address, show_statements
from ui.components.copy_button import show_copy_button


def show_event_ledger(view: View) -> None:
    """Show the ledger of the chosen event, if one is chosen."""
    if view.selected is None:
        return
    case = open_case(view, view.selected, view.link.known)
    with st.container(key="claims_event_page"):
        head = describe_head(case, map_address=build_event_address(view, case.id, "."))
        show_statements(view, "claims/head.html", heading="h2", **head)
        show_copy_button(case, "copy_ledger")
        show_statements(view, "claims/boxes.html", **describe_boxes(case))
        show_statements(view, "claims/grid.html", **describe_grid(case))
        show_statements(view, "claims/timeline.html", **describe_timeline(case))
        with st.container(horizontal=True, gap="large", key="claims_checks"):
            show_statements(view, "claims/origins.html", **describe_origins(case))
            show_statements(view, "claims/check.html", **describe_check(case))
