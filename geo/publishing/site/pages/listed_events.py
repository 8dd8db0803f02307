"""Events as the lists of pages name them: a row of each, and the link to its page."""

from collections.abc import Iterable
from typing import Protocol, cast

import pandas as pd

from geo.border import distance_words
from geo.publishing.parts.words import title_event
from geo.publishing.site.plan.plan import Plan
from geo.story.corrections.sentences import ABSENT, GONE
from geo.times import Timed, describe_when


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


def describe_rows(plan: Plan, events: pd.DataFrame) -> list[dict[str, str]]:
    """Return what a list says of some events."""
    # With a geometry, and row by row as series, it takes ten times as long.
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


def link_event(plan: Plan, event: str) -> tuple[str, str]:
    """Return the title and the path of an event; an empty path if the record does not have it."""
    if event not in plan.folders:
        if event in plan.withdrawn:
            return f"{GONE}: {event}", ""
        return GONE if event in plan.former else ABSENT, ""
    found = plan.view.record.events.loc[event]
    return title_event(found, plan.view.story), plan.event_path(event)
