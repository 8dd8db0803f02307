"""Search across statements: who, what words, which stance."""

import streamlit as st

from geo.claims import search_claims
from geo.events.vocabulary import VOCABULARY, label
from geo.story.view import View
from ui.claims.choose import build_event_address, show_statements
from ui.markup import show

_MOST = 40


def show_search(view: View) -> None:
    """Show a search across the statements on all events that the filters keep."""
    if view.record.events.empty:
        return
    with st.container(key="claims_search"):
        show(
            "claims/search.html",
            events=len(view.kept_events),
            filtered=len(view.kept_events) < len(view.presence),
        )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            text = st.text_input(
                "Speaker or words",
                key="claims_text",
                placeholder="A name, or words of a statement",
                icon=":material/search:",
                max_chars=200,
            )
            stances = st.multiselect(
                "Stance",
                list(VOCABULARY["stance"]),
                key="claims_stances",
                format_func=lambda word: label("stance", word),
                placeholder="any",
            )
            sides = st.multiselect(
                "Side",
                sorted({claim.side for claims in view.kept_events["claims"] for claim in claims}),
                key="claims_sides",
                format_func=view.story.side_label,
                placeholder="any",
            )
        if text.strip() or stances or sides:
            _show_found(view, text, stances, sides)


def _show_found(view: View, text: str, stances: list[str], sides: list[str]) -> None:
    search = search_claims(view.kept_events, text, stances, sides, view.known_instant)
    found = search.entries
    if search.note.words:
        show("search_note.html", words=search.note.words)
    for suggested in search.note.suggested:
        st.button(
            f"Did you mean “{suggested}”?",
            on_click=lambda words=suggested: st.session_state.update(claims_text=words),
        )
    titles = view.record.events["title"]
    show_statements(
        view,
        "claims/search_results.html",
        total=len(found),
        found=[
            (entry, titles[entry.event], build_event_address(view, entry.event))
            for entry in found[:_MOST]
        ],
    )
