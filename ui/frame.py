"""The frame that every page stands in: the record, the reader's choices, what they keep."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd
import streamlit as st
from geopandas import GeoDataFrame

from geo.errors import GeoError
from geo.filters import apply_filters, kept
from geo.links import Link, from_query, to_query
from geo.record import Record, open_record
from geo.story import Story, read_story
from geo.times import extent
from ui.markup import show

FOLDER = Path(os.environ.get("STORY") or Path(__file__).parents[1] / "data")
EVENTS = os.environ.get("EVENTS")
SECOND_BORDER = os.environ.get("SECOND_BORDER")

# A viewer who only looks sees new data this soon; whoever touches anything, at once.
_LOOK_AGAIN = "30s"


@dataclass(frozen=True)
class View:
    """What a page shows.

    Attributes
    ----------
    story : Story
    record : Record
    link : Link
        The reader's choices: the only state.
    presence : Series of str, n values
        "definite", "possible", "outside" or "hidden" for each event of the record.
    """

    story: Story
    record: Record
    link: Link
    presence: pd.Series

    @property
    def kept(self) -> GeoDataFrame:
        """The events that the filters keep, definite and possible."""
        return self.record.events[kept(self.presence)]

    @property
    def selected(self) -> pd.Series | None:
        """The selected event, also where the filters hide it."""
        return None if self.link.event is None else self.record.events.loc[self.link.event]


def open_view() -> View:
    """Return what this page shows; where nothing can be shown, say so and stop the run."""
    try:
        story = read_story(FOLDER)
        record = _current_record(story)
    except GeoError as error:
        show("notice.html", kind="error", lines=[str(error)])
        st.stop()
    link = _current_link(record)
    st.query_params.from_dict(to_query(link))
    _look_again(_stamp(story))
    return View(story, record, link, apply_filters(record.events, link.filters))


def change_link(**changes: object) -> None:
    """Change the reader's choices; for callbacks of widgets."""
    st.session_state.link = replace(st.session_state.link, **changes)


def change_filters(**changes: object) -> None:
    """Change what the reader keeps; for callbacks of widgets."""
    change_link(filters=replace(st.session_state.link.filters, **changes))


def _current_link(record: Record) -> Link:
    """The session's choices; read from the address at the session's first run."""
    events = record.events
    if "link" not in st.session_state:
        query = {name: st.query_params.get_all(name) for name in st.query_params}
        known = {name: frozenset(events[name]) for name in ("group", "region")}
        whole = extent(events, "utc" if query.get("zone") == ["utc"] else "place")
        link, left_out = from_query(query, known | {"event": frozenset(events.index)}, whole)
        st.session_state.link, st.session_state.left_out = link, left_out
    if st.session_state.left_out:
        show("notice.html", kind="left_out", lines=st.session_state.left_out)
    link = st.session_state.link
    if link.event is not None and link.event not in events.index:
        link = st.session_state.link = replace(link, event=None)
    return link


def _events_path(story: Story) -> Path:
    return Path(EVENTS) if EVENTS else FOLDER / story.events


def _stamp(story: Story) -> tuple[int, int]:
    """What changes when the event file does; (0, 0) where there is no file."""
    try:
        status = _events_path(story).stat()
    except OSError:
        return (0, 0)
    return status.st_mtime_ns, status.st_size


def _current_record(story: Story) -> Record:
    """The record as the file has it now, or the last good one and a notice."""
    outcome = _read_record(story, _stamp(story))
    last_good = _last_good_records()
    if isinstance(outcome, Record):
        last_good[story] = outcome
        return outcome
    if story not in last_good:
        raise outcome
    show("notice.html", kind="last_good", lines=[str(outcome)])
    return last_good[story]


# One record is shared by all viewers and never changed: a copy for each would cost 142 ms
# at 100,000 events. A failure is kept as well, so that a broken file is read once.
@st.cache_resource(max_entries=3, show_spinner=False)
def _read_record(story: Story, stamp: tuple[int, int]) -> Record | GeoError:  # noqa: ARG001
    second = Path(SECOND_BORDER) if SECOND_BORDER else None
    try:
        return open_record(story, FOLDER, _events_path(story), second)
    except GeoError as error:
        return error


@st.cache_resource
def _last_good_records() -> dict[Story, Record]:
    return {}


@st.fragment(run_every=_LOOK_AGAIN)
def _look_again(seen: tuple[int, int]) -> None:
    """Run the page again when the event file has changed."""
    if _stamp(read_story(FOLDER)) != seen:
        st.rerun(scope="app")
