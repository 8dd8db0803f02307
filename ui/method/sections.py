"""The parts of the method page."""

import json
import math
from datetime import date

import pandas as pd
import streamlit as st

from geo.border import distance_words
from geo.border.comparison import MEASURED, compare_methods
from geo.errors import GeoError
from geo.link.link import Link, build_address
from geo.publishing.parts.method import describe_record, list_explained_words
from geo.story.corrections.former import list_former
from geo.story.corrections.sentences import ABSENT, GONE, describe_corrections
from geo.story.current import Current
from geo.story.files.method_file import read_method
from geo.story.view import View
from ui.markup import render, show
from web.problems import log_once
from web.story.corrections import open_corrections, read_corrections_stamp

_OURS = "geodesic, certified"


def show_record(view: View) -> None:
    """Show what the record is, where it comes from, and what was rejected."""
    show("method/record.html", **describe_record(view))


def show_own_method(view: View) -> None:
    """Show the method.md of the story, where there is one: Markdown without HTML and pictures."""
    try:
        text = read_method(view.folder)
    except GeoError as error:
        log_once(str(error))
        return
    if not text:
        return
    # A picture of another host would be fetched: it becomes a link.
    with st.container(key="own_method"):
        st.markdown(text.replace("![", "["))


def show_measuring(view: View) -> None:
    """Show how the distance to the border is measured, and from which border."""
    comparison = json.loads(MEASURED.read_text("utf-8"))
    show(
        "method/measuring.html",
        borders=view.record.borders,
        comparison=comparison,
        example=_find_example(view),
        measured=_measure_ends(view),
    )


def _measure_ends(view: View) -> list[dict[str, object]]:
    """What each method says of the nearest and the farthest event; one alone is the nearest."""
    events = view.record.events
    known = events[events["distance_m"].notna() & events["lon"].notna()]
    if known.empty:
        return []
    ends = {"nearest": known["distance_m"].idxmin(), "farthest": known["distance_m"].idxmax()}
    if ends["nearest"] == ends["farthest"]:
        del ends["farthest"]
    return [_measure_event(which, known.loc[event], view) for which, event in ends.items()]


def _measure_event(which: str, event: pd.Series, view: View) -> dict[str, object]:
    border = view.record.borders[0]
    found = compare_methods(event["lon"], event["lat"], border) | {_OURS: event["distance_m"]}
    return {
        "which": which,
        "title": event["title"],
        "words": distance_words(event),
        "by_method": {
            method: f"{metres / 1000:,.1f} km" if math.isfinite(metres) else "cannot show it"
            for method, metres in found.items()
        },
    }


def _find_example(view: View) -> dict[str, str] | None:
    """Return the event whose way to the border is drawn: the selected or a measured one."""
    events = view.record.events
    measured = [any(claim.distance_km for claim in claims) for claims in events["claims"]]
    event = view.link.event or next(iter(events.index[measured]), None)
    if event is None:
        return None
    picture = build_address(Link(event=event), "api/card.png")
    return {"title": str(events.at[event, "title"]), "picture": picture}


def show_vocabulary(view: View) -> None:
    """Show what each word of the record means, those of the story first."""
    show("method/words.html", fields=list_explained_words(view.story))


def show_corrections(view: View) -> None:
    """Show what was changed in the record, newest first."""
    # The story's list is about its own record, not about another file in its place.
    if not view.current.own_events:
        show("method/corrections.html", corrections=())
        return
    html, unread = _write_corrections(view.current)
    if unread:
        show("notice.html", kind="rejected", lines=[unread])
    st.html(html)


# To read, say and write some thousands of them takes half a second.
@st.cache_resource(
    max_entries=3,
    show_spinner=False,
    # The version is that of the whole file: it is another where an event is published no more. What
    # is dated in advance appears on its day.
    hash_funcs={Current: lambda it: (it.key, it.folder, read_corrections_stamp(it), date.today())},
)
def _write_corrections(current: Current) -> tuple[str, str]:
    """Return the list of the corrections of a story, and in words how many cannot be read."""
    corrections, unread = open_corrections(current)
    events = current.record.events
    named = {one.event for one in corrections if one.event in events.index}
    html = render(
        "method/corrections.html",
        corrections=describe_corrections(corrections[::-1], current.story, events),
        titles={event: str(events.at[event, "title"]) for event in named},
        addresses={event: build_address(Link(event=event), ".") for event in named},
        former=list_former(corrections, events.index, current.record.history.versions),
        gone=GONE,
        absent=ABSENT,
    )
    return html, unread
