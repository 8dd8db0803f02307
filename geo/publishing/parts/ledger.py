"""What is on record about one event at a moment: its line, four boxes, grid, timeline, rule."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import pandas as pd

from geo.claims import (
    Ledger,
    build_boxes,
    build_grid,
    build_timeline,
    find_independent_origins,
    find_supported_verification,
    format_attribution_line,
)
from geo.claims.sentences.sentence_words import load_sentence_words
from geo.claims.sentences.speakers import count_speakers
from geo.events.vocabulary import VOCABULARY
from geo.story.story_file import Story
from geo.story.view import View
from geo.times import describe_when, format_moment


@dataclass(frozen=True)
class Case:
    """One event and what is on record about it at a moment.

    Attributes
    ----------
    view : View
    event : Series
        A row of the record's events.
    known : datetime or None
        The moment by the story's clock; None for now.
    statements, perhaps, later : Ledger
        Made by the moment, perhaps made by then, and made later or not known to be earlier.
    """

    view: View
    event: pd.Series
    known: datetime | None
    statements: Ledger
    perhaps: Ledger = ()
    later: Ledger = ()

    @property
    def id(self) -> str:
        """The id of the event."""
        return str(self.event.name)

    @property
    def moment(self) -> str | None:
        """The moment in words; None for now."""
        return format_moment(self.known) if self.known else None


def open_case(view: View, event: pd.Series, known: datetime | None = None) -> Case:
    """Return an event with what was on record at a moment of the story's clock, or is now."""
    ledgers, id_ = view.record.ledgers, str(event.name)
    if known is None:
        return Case(view, event, None, ledgers.build(id_))
    moment = known.replace(tzinfo=ZoneInfo(view.story.zone))
    statements = ledgers.build(id_, moment)
    before = {entry.key for entry in statements}
    perhaps = ledgers.find_possible(id_, moment)
    later = tuple(entry for entry in ledgers.build(id_) if entry.key not in before)
    return Case(view, event, known, statements, perhaps, later)


def name_statements(story: Story) -> dict[str, object]:
    """Return how templates about statements name sides and stances: as the story does."""
    return {"side_label": story.side_label, "stances": load_sentence_words().stances}


def describe_head(case: Case, map_address: str) -> dict[str, object]:
    """Return what `claims/head.html` says: the event, its line, and how much is on record."""
    event, story = case.event, case.view.story
    return {
        "event": event,
        "group": story.group_label(event.group),
        "event_type": story.label("event_type", event.event_type),
        "when": describe_when(event),
        "where": event.place
        if not event.region or event.region in event.place
        else f"{event.place}, {event.region}",
        "map": map_address,
        "verification": VOCABULARY["verification"][event.verification],
        "aspects": ", ".join(event.verified_aspects),
        "attribution": VOCABULARY["attribution"][event.attribution],
        "later_on_event": _count(case.later, "occurrence", "place", "time", "damage"),
        "later_on_sender": _count(case.later, "perpetrator"),
        "moment": case.moment,
        "zone": story.zone.replace("_", " "),
        "line": format_attribution_line(case.statements),
        "statements": case.statements,
        "speakers": count_speakers(entry.claim.actor for entry in case.statements),
        "perhaps": case.perhaps,
        "later": case.later,
    }


def describe_boxes(case: Case) -> dict[str, object]:
    """Return what `claims/boxes.html` says: known, claimed, disputed, unknown."""
    boxes = build_boxes(case.statements, case.view.story.declared_sides)
    reactions = tuple(one for one in boxes.claimed if set(one.topics) == {"response"})
    claimed = tuple(one for one in boxes.claimed if one not in reactions)
    return {
        "boxes": [
            ("known", "What we know", boxes.known, ()),
            ("claimed", "What is claimed", claimed, reactions),
            ("disputed", "What is disputed", boxes.disputed, ()),
            ("unknown", "What we do not know", boxes.unknown, ()),
        ],
        "entries": {entry.key: entry for entry in case.statements},
        "moment": case.moment,
    }


def describe_grid(case: Case) -> dict[str, object]:
    """Return what `claims/grid.html` says: speakers by side, topics across."""
    story, grid = case.view.story, build_grid(case.statements, by="actor")
    side_of = {str(entry.claim.actor): entry.claim.side for entry in case.statements}
    sides = dict.fromkeys([side.id for side in story.sides] + list(side_of.values()))
    rows = [
        (story.side_label(side), speakers)
        for side in sides
        if (speakers := [actor for actor in grid.voices if side_of[actor] == side])
    ]
    return {"grid": grid, "rows": rows, "moment": case.moment}


def describe_timeline(case: Case) -> dict[str, object]:
    """Return what `claims/timeline.html` says: when it was said, beside when it happened."""
    event, incident = case.event, case.view.record.incidents.find(case.id)
    return {
        "stretches": build_timeline(case.statements, incident, event.tz),
        "zone": event.tz.replace("_", " "),
    }


def describe_origins(case: Case) -> dict[str, object]:
    """Return what `claims/origins.html` says: what is affirmed by whom, copies counted once."""
    origins = find_independent_origins(case.statements, case.view.story.declared_sides)
    return {
        "counted": [origin for origin in origins if origin.counts],
        "repeated": [origin for origin in origins if not origin.counts],
        "moment": case.moment,
    }


def describe_check(case: Case) -> dict[str, object]:
    """Return what `claims/check.html` says: the record beside what the claims alone support."""
    event = case.event
    support = find_supported_verification(
        case.statements, case.view.story.declared_sides, event.event_type == "measure"
    )
    partly = event.verification == "partly_verified"
    return {
        "recorded": event.verification,
        "recorded_aspects": event.verified_aspects,
        "support": support,
        "differs": event.verification != support.verification
        or (partly and set(event.verified_aspects) != set(support.aspects)),
        "moment": case.moment,
    }


def _count(entries: Ledger, *topics: str) -> int:
    return sum(not set(topics).isdisjoint(entry.claim.about) for entry in entries)
