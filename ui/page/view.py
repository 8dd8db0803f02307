"""What every page starts with: the record, the reader's choices, and the events they keep."""

from dataclasses import replace

import streamlit as st

from geo.errors import GeoError
from geo.link.link import Link, find_asked_version, read_query, to_query
from geo.link.query_reader import Query
from geo.story.current import Current
from geo.story.record import Record
from geo.story.view import View, build_view, find_lost_event, read_link
from ui.markup import keep_place, show
from ui.sessions.reader import change_choices, load_reader
from web.problems import SEE_LOG, describe_problem
from web.story.current import Stamps, open_served, read_served_stamp
from web.story.old_versions import find_version

# A viewer who only looks sees new data this soon; one who touches anything, at once.
_LOOK_AGAIN = "30s"


def open_page_view() -> View:
    """Return what this page shows; where nothing can be shown, say so and stop the run."""
    with keep_place():
        story, asked = open_story(), find_asked()
        version = load_reader().link.data if asked is None else find_asked_version(asked)
        current = find_version(story, version)
        link = follow_link(current.record, asked)
    # The last step read of a briefing is remembered, but does not belong to this page's address.
    write_address(replace(link, briefing=None, step=None))
    return build_view(current, link)


def forget_moment(view: View) -> View:
    """Return today's record of a view: for a page whose counts and files hold all claims."""
    with keep_place():
        if view.link.known is None:
            return view
        line = "Charts and downloads always show the current record."
        show("notice.html", kind="today", lines=[line])
    filters = replace(view.link.filters, known=None)
    return build_view(view.current, replace(view.link, filters=filters))


def open_story() -> Current:
    """Return the story as it is now; if it cannot be shown, say so and stop."""
    try:
        current = open_served()
    except GeoError as error:
        show("notice.html", kind="error", lines=[describe_problem(error)])
        st.stop()
    if current.problem:
        show("notice.html", kind="last_good", lines=[SEE_LOG])
    _look_again(read_served_stamp())
    return current


def change_link(**changes: object) -> None:
    """Change the reader's choices; for callbacks of widgets."""
    reader = load_reader()
    reader.link = change_choices(reader.link, **changes)
    reader.has_chosen = True


def change_filters(**changes: object) -> None:
    """Change what the reader keeps; for callbacks of widgets."""
    change_link(filters=change_choices(load_reader().link.filters, **changes))


def follow_address(search: str) -> None:
    """Take the reader's choices from the query of an address that the browser stepped to."""
    query = read_query(f"?{search.removeprefix('?')}")
    try:
        current = find_version(open_served(), find_asked_version(query))
    except GeoError:
        # The run that follows says what is wrong with the story.
        return
    _take_choices(current.record, query)
    load_reader().has_chosen = True


def write_address(link: Link) -> None:
    """Write a link into the address, and remember what was written on which page."""
    query = to_query(link)
    st.query_params.from_dict(query)
    load_reader().written = (st.context.url, query)


def follow_link(record: Record, asked: Query | None) -> Link:
    """Return the reader's choices, from the query by which the reader came (`find_asked`)."""
    reader = load_reader()
    reader.has_chosen = False
    if asked is not None:
        _take_choices(record, asked)
    if reader.left_out:
        show("notice.html", kind="left_out", lines=reader.left_out)
    if reader.lost_event:
        show("lost.html", lost_event=reader.lost_event, corrections="method#corrections")
    if reader.link.event is not None and reader.link.event not in record.events.index:
        reader.link = replace(reader.link, event=None)
    return reader.link


def _take_choices(record: Record, query: Query) -> None:
    reader = load_reader()
    asked, left_out = read_link(record, query)
    lost = find_lost_event(asked, query)
    if lost:
        # Its camera is left out for the same reason.
        left_out = tuple(part for part in left_out if part.where not in ("event", "view"))
    if asked.briefing and not reader.is_new:
        # Reading a briefing leaves the choices of the other pages alone.
        asked = replace(reader.link, briefing=asked.briefing, step=asked.step)
    reader.link, reader.left_out, reader.lost_event = asked, left_out, lost
    reader.is_new = False


def find_asked() -> Query | None:
    """Return the query by which the reader came; None if the choices made since then hold.

    A run starts with an address at first, and after a step back or forward. Asked before
    `follow_link`, which ends the run's hold on what the reader has just chosen.
    """
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    reader = load_reader()
    if reader.is_new:
        return query
    if reader.has_chosen:
        # The browser may not have shown yet what the last run wrote.
        return None
    page, written = reader.written
    # The menu leads to another page with an empty address, which says nothing of the choices.
    is_asked = query != written and (bool(query) or page == st.context.url)
    return query if is_asked else None


@st.fragment(run_every=_LOOK_AGAIN)
def _look_again(seen: Stamps) -> None:
    """Run the page again when a file of the story has changed."""
    if read_served_stamp() != seen:
        st.rerun(scope="app")
