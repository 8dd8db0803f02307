"""What is new in the record since a day or a version, in plain words."""

from dataclasses import replace
from datetime import datetime

import streamlit as st

from geo.link.filters import Filters
from geo.link.last_change import split_asked
from geo.link.link import Link, build_address
from geo.story.current import Current
from geo.story.differences import find_differences
from geo.story.member_words.changes import describe_changes
from geo.story.versions.changes import Changes, compare_fingerprints
from geo.story.view import View
from geo.times import day_words
from ui.markup import show
from web.story.old_versions import find_version

# As geo/drawing/browser/filters/since.js offers them.
_STEPS_BACK = (1, 3, 10, 30)

ChangeLines = dict[str, tuple[str, ...]]


def show_changes(view: View) -> None:
    """Show which events are new or changed since the moment of the link, and what changed."""
    history = view.record.history
    if len(history.versions) < 2:
        return
    _, moment = split_asked(view.link.filters.changed)
    since = history.find_baseline(moment) if moment else None
    changes = compare_fingerprints(since, history.versions[-1].fingerprints) if since else None
    lines = _describe(view.current, since.id) if since else {}
    titles = view.record.events["title"]
    show(
        "method/changes.html",
        days=[
            (day_words(datetime.fromisoformat(day)), _link_to_changes(day))
            for day in _list_days(view)
        ],
        revisions=_list_revisions(view),
        moment=moment,
        began=day_words(datetime.fromisoformat(history.versions[0].date)),
        since=day_words(datetime.fromisoformat(since.date)) if since else "",
        changes=changes,
        map=build_address(replace(view.link, event=None), "."),
        groups=_group(changes, lines, titles.to_dict()) if changes else (),
    )


def _list_days(view: View) -> list[str]:
    """Return the days on which the data changed, the latest first, without the first."""
    return sorted({version.date for version in view.record.history.versions})[:0:-1]


def _list_revisions(view: View) -> list[tuple[str, str]]:
    """Return how far back the revisions of the data are offered, in words, each with its link."""
    versions = view.record.history.versions
    return [
        (
            f"in the last {back} revisions" if back > 1 else "in the last revision",
            _link_to_changes(versions[-1 - back].id),
        )
        for back in _STEPS_BACK
        if back < len(versions)
    ]


def _link_to_changes(moment: str) -> str:
    return build_address(Link(Filters(changed=moment)), "method") + "#changes"


def _group(
    changes: Changes, lines: ChangeLines, titles: dict[str, str]
) -> list[tuple[str, str, list[tuple[str, str, tuple[str, ...]]]]]:
    """Return headings, what they mean, and below each its events: address, title, changes."""

    def list_changed(events: dict[str, tuple[str, ...]]) -> list[tuple[str, str, tuple[str, ...]]]:
        # What is not archived is known by its parts alone.
        return [
            (build_address(Link(event=id_), "."), titles[id_], lines.get(id_) or parts)
            for id_, parts in events.items()
        ]

    return [
        ("New", "", list_changed(dict.fromkeys(changes.added, ()))),
        ("Changed", "", list_changed(dict(changes.changed))),
        (
            "Reworded",
            "No word of the record's own, number, place, time or denial has changed here.",
            list_changed(dict(changes.reworded)),
        ),
    ]


# A comparison of two whole records takes a moment, and versions never change.
@st.cache_data(max_entries=20, show_spinner=False, hash_funcs={Current: lambda it: it.key})
def _describe(current: Current, since: str) -> ChangeLines:
    old = find_version(current, since)
    if old.record.version != since:
        return {}
    before, now = old.record.events, current.record.events
    return dict(describe_changes(find_differences(before, now), before, now, current.story))
