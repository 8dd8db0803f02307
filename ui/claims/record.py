"""All ledgers that the reader keeps: how much is said, and where record and rule differ."""

from typing import Literal

import streamlit as st
from geopandas import GeoDataFrame

from geo.claims import (
    flag_party_denials,
    flag_single_origin,
    iterate_statements,
)
from geo.claims.sentences.speakers import count_speakers
from geo.publishing.parts.all_statements import count_statements, describe_differences
from geo.story.view import View
from geo.times import format_moment
from ui.claims.choose import build_event_address, format_zone
from ui.components.event_count import show_event_count
from ui.components.sidebar import show_sidebar
from ui.markup import show


def show_record_ledger(view: View) -> None:
    """Show all ledgers together, unless one event is chosen."""
    if view.selected is not None:
        return
    show_sidebar(view)
    show_event_count(view)
    if view.kept_events.empty and not view.record.events.empty:
        return  # The count says that the filters keep none.
    with st.container(key="claims_record_page"):
        if _show_summary(view):
            _show_counts(view)


def _select_started(view: View) -> GeoDataFrame:
    """Return the kept events that had started by the chosen moment."""
    moment = view.known_instant
    events = view.kept_events
    return events if moment is None else events[events["start"] < moment]


def _show_summary(view: View) -> bool:
    """Show how much is said, and return whether anything is."""
    events, moment, parties = _select_started(view), view.known_instant, view.story.parties
    said = list(iterate_statements(events, moment))
    show(
        "claims/record.html",
        statements=len(said),
        speakers=count_speakers(entry.claim.actor for entry in said),
        events=len(events),
        denied=int(flag_party_denials(events, parties, moment).sum()),
        single=int(flag_single_origin(events, view.story.declared_sides, moment).sum()),
        moment=format_moment(view.link.known) if view.link.known else None,
        zone=format_zone(view),
    )
    return bool(said)


def _show_counts(view: View) -> None:
    # A browser may send an empty choice even for a required field.
    across: Literal["stance", "side"] = (
        "side" if st.session_state.get("claims_across") == "side" else "stance"
    )
    st.session_state["claims_across"] = across
    st.segmented_control("Count by", ["stance", "side"], key="claims_across", required=True)
    statements = iterate_statements(_select_started(view), view.known_instant)
    counts = count_statements((entry.claim for entry in statements), view.story, across)
    show("claims/counts.html", **counts)


def show_differences(view: View) -> None:
    """Show where record and rule differ, unless one event is chosen."""
    if view.selected is not None or view.kept_events.empty:
        return
    differences = describe_differences(
        _select_started(view),
        view.story,
        lambda event: build_event_address(view, event),
        view.known_instant,
    )
    show("claims/differences.html", **differences)
