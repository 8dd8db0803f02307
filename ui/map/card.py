"""The card of the selected event beside the map, with its way back."""

import streamlit as st

from geo.link.filters import Filters
from geo.link.link import Link, build_address
from geo.publishing.parts.card import describe_card
from geo.publishing.parts.ledger import open_case
from geo.story.view import View
from ui.components.copy_button import show_copy_button
from ui.markup import show
from ui.page.view import change_link


def show_card(view: View) -> None:
    """Show the selected event of a view."""
    event = view.selected
    if event is None:
        return
    # Above a card of several screens, where it stays in view.
    with st.container(key="card_head", horizontal=True, vertical_alignment="center"):
        st.button(
            "Close",
            key="close_card",
            icon=":material/close:",
            type="tertiary",
            on_click=lambda: change_link(event=None),
        )
        show_copy_button(open_case(view, event), "copy_card")
    # The link keeps the card's moment: a card of noon must not lead to statements of the evening.
    same = Link(Filters(known=view.link.known), event=view.link.event)
    links = {"method": "method", "all_statements": build_address(same, "claims")}
    show("map/card.html", **links, **describe_card(view, event))
