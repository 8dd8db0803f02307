"""The lead of a story over its map: a question, what is said about it, and the briefing."""

import streamlit as st

from geo.link.filters import is_default
from geo.link.link import Link, build_address
from geo.story.briefings.references import collect_references
from geo.story.view import View
from ui.markup import show
from web.story.briefings import open_briefing, open_lead

_DISMISSED = "lead_dismissed"


def show_lead(view: View) -> None:
    """Show the lead to readers who come without a question of their own, until it is dismissed."""
    has_question = view.link.event is not None or not is_default(view.link.filters)
    if has_question or st.context.is_embedded or st.session_state.get(_DISMISSED):
        return
    lead = open_lead(view.current)
    if lead is None:
        return
    briefing = open_briefing(view.current, lead.briefing) if lead.briefing else None
    with st.container(key="lead"):
        show(
            "map/lead.html",
            lead=lead,
            grounds=collect_references(lead.sentences, view.record.events),
            steps=len(briefing.steps) if briefing else 0,
            address=build_address(Link(briefing=lead.briefing), "briefing"),
        )
        st.button(
            "Close",
            key="close_lead",
            icon=":material/close:",
            type="tertiary",
            on_click=lambda: st.session_state.update({_DISMISSED: True}),
        )
