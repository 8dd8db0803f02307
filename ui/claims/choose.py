"""What all parts of the page of claims share: the event, the moment, links and words."""

from dataclasses import replace
from datetime import datetime

import pandas as pd
import streamlit as st

from geo.claims import find_moments
from geo.link.link import build_address
from geo.publishing.parts.ledger import name_statements
from geo.story.view import View
from geo.summaries.time.near_in_time import select_near_in_time
from geo.times import day_words, format_moment
from geo.times.reader_dates import EXAMPLE_MOMENT, WANTED_MOMENT, read_end_of_written, write_written
from ui.markup import show
from ui.page.view import change_filters, change_link
from ui.widgets.event_choice import MOST_OFFERED, explain_offered
from ui.widgets.moment_input import show_moment_input

_NOW = "now"


def choose_event(view: View) -> None:
    """Show which event is read, and as known at which moment."""
    options = _list_options(view)
    show("page_name.html", name="Who says what")
    with st.container(horizontal=True, vertical_alignment="bottom", key="claims_choice"):
        st.session_state["claims_event"] = view.link.event
        st.selectbox(
            "Event",
            list(options),
            index=None,
            key="claims_event",
            format_func=options.__getitem__,
            placeholder="All events that the filters keep",
            help=explain_offered(view.record.events),
            on_change=lambda: change_link(event=st.session_state["claims_event"]),
        )
        _show_presets(view)
        show_moment_input(
            "or at any other moment",
            "known_at",
            write_written(view.link.known) if view.link.known else "",
            wanted=WANTED_MOMENT,
            example=_suggest_moment(view),
            on_text=_choose_moment,
            clue=f"Time zone: {format_zone(view)}.",
        )


def _suggest_moment(view: View) -> str:
    """Return a moment of the chosen event's record as an example, else any."""
    moments = () if view.selected is None else _list_moments(view, view.selected)
    return write_written(moments[0]) if moments else EXAMPLE_MOMENT


def _choose_moment(text: str) -> bool:
    moment = read_end_of_written(text)
    if moment is None and text:
        return False
    change_filters(known=moment)
    return True


def _list_options(view: View) -> dict[str, str]:
    """Return events with the words to choose them by, the latest first."""
    latest = select_near_in_time(view.record.events, view.link.event, MOST_OFFERED)[::-1]
    return {
        str(event): f"{day_words(start)} · {title}"
        for event, start, title in zip(
            latest.index, latest["start_local"], latest["title"], strict=True
        )
    }


def format_zone(view: View) -> str:
    """Return the zone that moments are read in, in words."""
    return view.story.zone.replace("_", " ")


def _show_presets(view: View) -> None:
    """Offer moments of the event's own record, and now."""
    event = view.selected
    found = () if event is None else _list_moments(view, event)
    options = {moment.isoformat(): moment for moment in found}
    if view.link.known:
        options.setdefault(view.link.known.isoformat(), view.link.known)
    chosen = view.link.known.isoformat() if view.link.known else _NOW
    st.session_state["known_preset"] = chosen
    st.pills(
        "As known at",
        [*sorted(options), _NOW],
        key="known_preset",
        format_func=lambda key: format_moment(options[key]) if key in options else _NOW,
        required=True,
        wrap=True,
        on_change=lambda: change_filters(known=options.get(st.session_state["known_preset"])),
    )


def _list_moments(view: View, event: pd.Series) -> tuple[datetime, ...]:
    statements = view.record.ledgers.build(str(event.name))
    return find_moments(statements, event.end.to_pydatetime(), view.story.zone)


def build_event_address(view: View, event: str | None, page: str = "claims") -> str:
    """Return the address of a page about an event, with the reader's other choices."""
    return build_address(replace(view.link, event=event), page)


def show_statements(view: View, template: str, **values: object) -> None:
    """Show a template about statements, which names sides and stances as the story does."""
    show(template, **name_statements(view.story), **values)
