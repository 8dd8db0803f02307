"""A link that names the version of its data: what has changed since it was made."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import streamlit as st

from geo.errors import EventFileError
from geo.link.filters import Filters
from geo.link.link import Link, build_address
from geo.story.record import Record
from geo.story.versions.archive import is_archived
from geo.story.versions.changes import Changes, compare_with_version
from geo.story.versions.files import read_versions
from geo.story.view import View
from ui.markup import keep_place, show
from ui.page.view import change_link
from web.story.current import open_served


def show_version_notice(view: View) -> None:
    """Say what has changed since the link was made, where it says with which data it was."""
    with keep_place():
        _compare_versions(view)


def _compare_versions(view: View) -> None:
    newest = open_served().record if view.current.own_events else view.record
    if view.link.data in (None, newest.version):
        return
    is_old = view.record.version == view.link.data
    changes = _find_changes(view.link.data, view.folder, newest)
    if changes is not None and not changes and not is_old:
        return
    selected = view.link.event
    differing = {**changes.reworded, **changes.changed} if changes else {}
    aspects = differing.get(selected, ()) if selected else ()
    added = bool(changes and selected in changes.added)
    show(
        "version_notice.html",
        asked=view.link.data,
        shown=view.record.version,
        newest=newest.version,
        is_old=is_old,
        archived=is_archived(view.folder, view.link.data),
        note=view.current.note,
        changes=changes,
        aspects="new" if added else ", ".join(aspects),
    )
    with st.container(horizontal=True, gap="small", key="pinned"):
        if changes and st.button("See what changed", key="see_changes"):
            _list_changes(changes, newest)
        st.button("Use current data", key="unpin", on_click=lambda: change_link(data=None))


@st.dialog("What has changed in the data", width="medium")
def _list_changes(changes: Changes, newest: Record) -> None:
    titles = newest.events["title"]

    def list_events(aspects: Mapping[str, Sequence[str]]) -> list[tuple[str, str, str]]:
        return [
            (build_address(Link(event=id_)), titles[id_], ", ".join(each))
            for id_, each in aspects.items()
        ]

    in_words = build_address(Link(Filters(changed=changes.since.id)), "method")
    show(
        "changes.html",
        since=changes.since,
        in_words=f"{in_words}#changes",
        groups=[
            ("Changed", list_events(changes.changed)),
            ("Reworded", list_events(changes.reworded)),
            ("Added", list_events(dict.fromkeys(changes.added, ()))),
        ],
        removed=changes.removed,
    )


@st.cache_resource(
    max_entries=20, show_spinner=False, hash_funcs={Record: lambda record: record.version}
)
def _find_changes(asked: str, folder: Path, newest: Record) -> Changes | None:
    """Return what differs from the requested version; None if that is not known."""
    try:
        versions = read_versions(folder)
    except EventFileError:
        # A broken list is for the desk to correct: readers see that the version is not known.
        return None
    since = versions.get(asked)
    return compare_with_version(since, newest.events) if since else None
