"""The pages about the whole record: start, method, corrections, page not found."""

from collections.abc import Iterable
from itertools import groupby
from typing import Protocol, cast

import pandas as pd

from geo.border import distance_words
from geo.publishing.parts.method import describe_record, list_explained_words
from geo.publishing.parts.words import shorten, title_event
from geo.publishing.site.explorer_files import join_explorer_style, read_start_script
from geo.publishing.site.folders import START
from geo.publishing.site.markdown import render_markdown
from geo.publishing.site.page import Head, render_page, render_part
from geo.publishing.site.plan import Plan
from geo.publishing.site.stills import name_stills, write_still_script
from geo.publishing.site.structured import describe_start_page
from geo.story.correction_sentences import GONE, describe_corrections
from geo.story.method_file import read_method
from geo.story.references import collect_references
from geo.summaries.count import format_count
from geo.times import Timed, describe_when

_MOST_LATEST = 12
_MOST_CHANGES = 8


class _Listed(Timed, Protocol):
    """A row of the events, as far as a list shows it."""

    Index: str
    title: str
    verification: str
    attribution: str
    start_local: pd.Timestamp
    place: str
    location_precision: str
    distance_m: float
    low_m: float
    high_m: float
    inside: bool


def write_start_page(plan: Plan) -> bytes:
    """Return the first page: the story in short, its map, its latest events and changes."""
    story, record = plan.view.story, plan.view.record
    lead = story.lead
    grounds = collect_references(lead.sentences, record.events) if lead else ()
    head = Head(
        title=story.title,
        description=shorten(f"{_count_events(plan)}. {story.subtitle}"),
        path=START,
        picture=plan.picture_path(),
        picture_words=_map_words(plan),
        structured=describe_start_page(plan),
        has_scripts=True,
        first_script=write_still_script() + read_start_script(),
        style=join_explorer_style(plan),
    )
    known = [one for one in plan.changes if one.event in plan.folders]
    return render_page(
        plan,
        "start.html",
        head,
        stills=name_stills(plan),
        lead=lead,
        grounds=grounds,
        latest=describe_rows(plan, plan.events.head(_MOST_LATEST)),
        events=len(record.events),
        statements=int(record.events["claims"].map(len).sum()),
        changes=[
            (one, _link_event(plan, one.event)[0]) for one in known[: -_MOST_CHANGES - 1 : -1]
        ],
    )


def write_method_page(plan: Plan) -> bytes:
    """Return the page that says how the record is made and measured, and what its words mean.

    Raises
    ------
    StoryFileError
        If method.md cannot be used.
    """
    view = plan.view
    own = read_method(view.folder)
    measuring: dict[str, object] = {"borders": view.record.borders, "example": None, "measured": []}
    head = describe_page(plan, "Method", "method/index.html", "sources, measurement, words, limits")
    return render_page(
        plan,
        "method.html",
        head,
        record=render_part(plan, "method/record.html", describe_record(view)),
        own=render_markdown(own) if own else "",
        measuring=render_part(plan, "method/measuring.html", measuring),
        words=render_part(plan, "method/words.html", {"fields": list_explained_words(view.story)}),
    )


def write_corrections_page(plan: Plan) -> bytes:
    """Return the page of all corrections, the newest first, by day."""
    described = describe_corrections(plan.corrections[::-1], plan.view.story, plan.events)
    days = [
        (day, [(one, *_link_event(plan, one.correction.event)) for one in each])
        for day, each in groupby(described, key=lambda one: one.correction.date)
    ]
    head = describe_page(plan, "Corrections", "corrections/index.html", "each with its reason")
    return render_page(plan, "corrections.html", head, days=days, count=len(plan.corrections))


def write_lost_page(plan: Plan) -> bytes:
    """Return the page sent where there is none: it needs no other file, at any address."""
    head = Head("Page not found", "", "404.html")
    return render_page(plan, "lost.html", head)


def describe_page(plan: Plan, name: str, path: str, words: str) -> Head:
    """Return what a page about the whole record says of itself."""
    story = plan.view.story
    return Head(
        title=f"{name} · {story.title}",
        description=shorten(f"{name} of the record, {words}. {story.subtitle}"),
        path=path,
        picture=plan.picture_path(),
        picture_words=_map_words(plan),
    )


def _map_words(plan: Plan) -> str:
    count = len(plan.events)
    if not count:
        return "Map of a record that has no events"
    return f"Map of the {'one event' if count == 1 else format_count(count)} of the record"


def _count_events(plan: Plan) -> str:
    count = len(plan.events)
    return format_count(count) if count else "This record has no events"


def describe_rows(plan: Plan, events: pd.DataFrame) -> list[dict[str, str]]:
    """Return what a list says of some events."""
    # Of a frame with a geometry, and row by row as series, it takes ten times as long.
    rows = cast("Iterable[_Listed]", pd.DataFrame(events).itertuples())
    return [_describe_row(plan, event) for event in rows]


def _describe_row(plan: Plan, event: _Listed) -> dict[str, str]:
    story = plan.view.story
    return {
        "path": plan.event_path(str(event.Index)),
        "title": str(event.title),
        "verification": event.verification,
        "verified": story.label("verification", event.verification),
        "attributed": story.label("attribution", event.attribution),
        "when": describe_when(event),
        "month": f"{event.start_local:%B %Y}",
        "place": str(event.place),
        "distance": distance_words(event) if event.distance_m >= 0 else "",
    }


def _link_event(plan: Plan, event: str) -> tuple[str, str]:
    """Return the title and the path of an event; no path where it is no longer in the record."""
    if event not in plan.folders:
        return f"{GONE}: {event}" if event in plan.withdrawn else GONE, ""
    found = plan.view.record.events.loc[event]
    return title_event(found, plan.view.story), plan.event_path(event)
