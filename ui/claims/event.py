"""The ledger of one event: its line, four boxes, grid, timeline, origins, record and rule."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from geo.claims import (
    Ledger,
    build_boxes,
    build_grid,
    build_ledger,
    build_timeline,
    find_independent_origins,
    find_possible_statements,
    find_supported_verification,
    format_attribution_line,
    format_moment,
)
from geo.events.vocabulary import VOCABULARY
from geo.times import describe_when
from ui.claims.choose import address, instant, show_statements, zone_words
from ui.frame import View


@dataclass(frozen=True)
class _Case:
    """One event and what is on record about it at the chosen moment."""

    view: View
    event: pd.Series
    statements: Ledger
    perhaps: Ledger
    later: Ledger

    @property
    def id(self) -> str:
        return str(self.event.name)


def _case(view: View, event: pd.Series) -> _Case:
    events, id_, moment = view.record.events, str(event.name), instant(view)
    statements = build_ledger(events, id_, moment)
    known = {entry.key for entry in statements}
    perhaps = find_possible_statements(events, id_, moment) if moment else ()
    later = tuple(entry for entry in build_ledger(events, id_) if entry.key not in known)
    return _Case(view, event, statements, perhaps, later)


def show_event_ledger(view: View) -> None:
    """Show the ledger of the chosen event, if one is chosen."""
    if view.selected is None:
        return
    case = _case(view, view.selected)
    with st.container(key="claims_event_page"):
        _head(case)
        _boxes(case)
        _grid(case)
        _timeline(case)
        with st.container(horizontal=True, gap="large", key="claims_checks"):
            _origins(case)
            _check(case)


def _head(case: _Case) -> None:
    event, view = case.event, case.view
    show_statements(
        view,
        "claims/head.html",
        event=event,
        group=view.story.group_label(event.group),
        event_type=view.story.label("event_type", event.event_type),
        when=describe_when(event),
        where=event.place
        if not event.region or event.region in event.place
        else f"{event.place}, {event.region}",
        map=address(view, case.id, "."),
        verification=VOCABULARY["verification"][event.verification],
        aspects=", ".join(event.verified_aspects),
        attribution=VOCABULARY["attribution"][event.attribution],
        later_on_event=_count(case.later, "occurrence", "place", "time", "damage"),
        later_on_sender=_count(case.later, "perpetrator"),
        moment=format_moment(view.link.known) if view.link.known else None,
        zone=zone_words(view),
        line=format_attribution_line(case.statements),
        statements=case.statements,
        speakers=len({entry.claim.actor for entry in case.statements}),
        perhaps=case.perhaps,
        later=case.later,
    )


def _count(entries: Ledger, *topics: str) -> int:
    return sum(not set(topics).isdisjoint(entry.claim.about) for entry in entries)


def _boxes(case: _Case) -> None:
    boxes = build_boxes(case.statements, case.view.story.voices)
    reactions = tuple(one for one in boxes.claimed if set(one.topics) == {"response"})
    claimed = tuple(one for one in boxes.claimed if one not in reactions)
    show_statements(
        case.view,
        "claims/boxes.html",
        boxes=[
            ("known", "What we know", boxes.known, ()),
            ("claimed", "What is claimed", claimed, reactions),
            ("disputed", "What is disputed", boxes.disputed, ()),
            ("unknown", "What nobody knows", boxes.unknown, ()),
        ],
        entries={entry.key: entry for entry in case.statements},
    )


def _grid(case: _Case) -> None:
    grid = build_grid(case.statements, by="actor")
    side_of = {str(entry.claim.actor): entry.claim.side for entry in case.statements}
    sides = dict.fromkeys([side.id for side in case.view.story.sides] + list(side_of.values()))
    show_statements(
        case.view,
        "claims/grid.html",
        grid=grid,
        rows=[
            (case.view.story.side_label(side), speakers)
            for side in sides
            if (speakers := [actor for actor in grid.voices if side_of[actor] == side])
        ],
    )


def _timeline(case: _Case) -> None:
    events, event = case.view.record.events, case.event
    incident = events["incident"].eq(event.incident) if event.incident else events.index == case.id
    show_statements(
        case.view,
        "claims/timeline.html",
        stretches=build_timeline(case.statements, events[incident], event.tz),
        zone=event.tz.replace("_", " "),
    )


def _origins(case: _Case) -> None:
    origins = find_independent_origins(case.statements, case.view.story.voices)
    show_statements(
        case.view,
        "claims/origins.html",
        counted=[origin for origin in origins if origin.counts],
        repeated=[origin for origin in origins if not origin.counts],
    )


def _check(case: _Case) -> None:
    event = case.event
    support = find_supported_verification(
        case.statements, case.view.story.voices, event.event_type == "measure"
    )
    partly = event.verification == "partly_verified"
    show_statements(
        case.view,
        "claims/check.html",
        recorded=event.verification,
        recorded_aspects=event.verified_aspects,
        support=support,
        differs=event.verification != support.verification
        or (partly and set(event.verified_aspects) != set(support.aspects)),
        moment=format_moment(case.view.link.known) if case.view.link.known else None,
    )
