"""A link that names the version of its data: what has changed since it was made."""

import streamlit as st

from geo.errors import EventFileError
from geo.story.changes import Changes, compare_with_version
from geo.story.versions import read_versions
from ui.frame import View, change_link
from ui.markup import show


def show_version_notice(view: View) -> None:
    """Say what has changed since the link was made, where it says with which data it was."""
    if view.link.data in (None, view.record.version):
        return
    changes = _changes(view.link.data, view.record.version, view)
    if changes is not None and not changes:
        return
    selected = view.link.event
    aspects = changes.changed.get(selected, ()) if changes and selected else ()
    added = bool(changes and selected in changes.added)
    show(
        "version_notice.html",
        asked=view.link.data,
        shown=view.record.version,
        changes=changes,
        aspects="new" if added else ", ".join(aspects),
    )
    with st.container(horizontal=True, gap="small", key="pinned"):
        if changes and st.button("See what changed", key="see_changes"):
            _list_changes(changes, view)
        st.button("Use current data", key="unpin", on_click=lambda: change_link(data=None))


@st.dialog("What has changed in the data", width="medium")
def _list_changes(changes: Changes, view: View) -> None:
    titles = view.record.events["title"]
    show(
        "changes.html",
        since=changes.since,
        added=[(id_, titles[id_]) for id_ in changes.added],
        changed=[
            (id_, titles[id_], ", ".join(aspects)) for id_, aspects in changes.changed.items()
        ],
        removed=changes.removed,
    )


@st.cache_resource(max_entries=20, show_spinner=False)
def _changes(asked: str, now: str, _view: View) -> Changes | None:  # noqa: ARG001
    """What differs from the version asked for; None where that is not known."""
    try:
        versions = read_versions(_view.folder)
    except EventFileError:
        # A broken list is for the desk to correct: readers see that the version is not known.
        return None
    since = versions.get(asked)
    return compare_with_version(since, _view.record.events) if since else None
