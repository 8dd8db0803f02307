"""The page of one event: all that the record holds on it, in plain HTML."""

from dataclasses import dataclass

import pandas as pd

from geo.link.link import Link, build_address
from geo.publishing.parts.card import describe_facts
from geo.publishing.parts.ledger import (
    Case,
    describe_boxes,
    describe_check,
    describe_grid,
    describe_head,
    describe_origins,
    describe_timeline,
    open_case,
)
from geo.publishing.parts.words import title_event
from geo.publishing.site.events.sentences import describe_event, describe_picture, preview_event
from geo.publishing.site.machine_readable.structured_data import describe_event_page
from geo.publishing.site.pages.head import Head
from geo.publishing.site.pages.render import render_page, render_part
from geo.publishing.site.paths import METHOD, START
from geo.publishing.site.plan.plan import Plan
from geo.story.corrections.sentences import describe_corrections

_UP = "../../"


@dataclass(frozen=True)
class Neighbour:
    """Another event, as a page links to it."""

    title: str
    link: str


def write_event_page(plan: Plan, event_id: str) -> bytes:
    """Return the page of a published event."""
    view, event = plan.view, plan.view.record.events.loc[event_id]
    case = open_case(view, event)
    title = title_event(event, view.story)
    description = describe_event(view.story, event, case.statements)
    head = Head(
        title=f"{title} · {view.story.title}",
        description=preview_event(view.story, event, case.statements),
        path=plan.event_path(event_id),
        picture=plan.picture_of(event_id),
        picture_words=_describe_picture(plan, event),
        structured=describe_event_page(plan, case, title, description),
        kind="article",
    )
    parts = {name: render_part(plan, name, values) for name, values in _describe(plan, case)}
    return render_page(
        plan,
        "event.html",
        head,
        parts=parts,
        event=event,
        shows_place=plan.draws_picture_of(event_id),
        sources=event.sources,
        corrections=describe_corrections(
            plan.corrections_of.get(event_id, [])[::-1], plan.view.story, plan.events
        ),
        history=plan.changes_of.get(event_id, [])[::-1],
        neighbours=_find_neighbours(plan, event_id),
        briefing_steps=plan.steps_of.get(event_id, []),
        same_incident=_list_same_incident(plan, event),
        in_app=build_address(Link(event=event_id), "claims", plan.app_url) if plan.app_url else "",
    )


def _describe_picture(plan: Plan, event: pd.Series) -> str:
    if plan.draws_picture_of(str(event.name)):
        return describe_picture(plan.view.story, event)
    words = "Map of all events of the record"
    return f"{words}; this one has no point on it" if pd.isna(event.lon) else words


def _describe(plan: Plan, case: Case) -> list[tuple[str, dict[str, object]]]:
    """Return the parts of the page that the app shows too, each with what it says."""
    method = {"method": f"{_UP}{METHOD}#distance"}
    return [
        ("claims/head.html", describe_head(case, build_address(Link(event=case.id), START, _UP))),
        ("map/facts.html", describe_facts(plan.view, case.event) | method),
        ("claims/boxes.html", describe_boxes(case)),
        ("claims/grid.html", describe_grid(case)),
        ("claims/timeline.html", describe_timeline(case)),
        ("claims/origins.html", describe_origins(case)),
        ("claims/check.html", describe_check(case)),
    ]


def _find_neighbours(plan: Plan, event_id: str) -> list[tuple[str, Neighbour]]:
    """Return the events before and after one in time, each with the word that leads there."""
    return [(word, _link(plan, other)) for word, other in plan.neighbours.list_adjacent(event_id)]


def _list_same_incident(plan: Plan, event: pd.Series) -> list[Neighbour]:
    """Return the other events of an incident, the earliest first."""
    others = plan.neighbours.list_incident(str(event.name), event.incident)
    return [_link(plan, other) for other in others]


def _link(plan: Plan, event_id: str) -> Neighbour:
    return Neighbour(plan.neighbours.titles[event_id], f"{_UP}{plan.event_path(event_id)}")
