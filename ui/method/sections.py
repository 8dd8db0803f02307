"""The parts of the method page."""

import json
from pathlib import Path

from geo.events.vocabulary import VOCABULARY
from geo.link.fields import FIELDS
from geo.link.link import Link, build_address
from geo.story.corrections import read_corrections
from ui.frame import View
from ui.markup import show

# Measured by `make bench`.
_COMPARISON = Path(__file__).parents[2] / "bench/methods.json"

# In the order in which a reader meets them on a card.
_EXPLAINED = (
    *("verification", "attribution", "location_precision", "time_precision", "event_type"),
    *("target_type", "stance", "about", "basis"),
)
_OTHER_TITLES = {
    "location_precision": "How precisely the place is known",
    "time_precision": "How precisely the time is known",
    "stance": "Stance",
    "about": "Subject of a claim",
    "basis": "Basis of a claim",
}


def show_record(view: View) -> None:
    """Show what the record is, where it comes from, and what was rejected."""
    events = view.record.events
    show(
        "method/record.html",
        story=view.story,
        about=view.record.about,
        version=view.record.version,
        events=len(events),
        claims=sum(map(len, events["claims"])),
        sources=sum(map(len, events["sources"])),
        rejected=view.record.rejected_words,
        notes=view.record.notes,
    )


def show_measuring(view: View) -> None:
    """Show how the distance to the border is measured, and from which border."""
    comparison = json.loads(_COMPARISON.read_text("utf-8"))
    show(
        "method/measuring.html",
        borders=view.record.borders,
        comparison=comparison,
        example=_example(view),
    )


def _example(view: View) -> dict[str, str] | None:
    """The event whose way to the border is drawn: the selected one, or one that others measured."""
    events = view.record.events
    measured = [any(claim.distance_km for claim in claims) for claims in events["claims"]]
    event = view.link.event or next(iter(events.index[measured]), None)
    if event is None:
        return None
    picture = build_address(Link(event=event), "api/card.png")
    return {"title": str(events.at[event, "title"]), "picture": picture}


def show_vocabulary() -> None:
    """Show what each word of the record means."""
    titles = _OTHER_TITLES | {column: field.title for column, field in FIELDS.items()}
    fields = [(titles[column], VOCABULARY[column].values()) for column in _EXPLAINED]
    show("method/words.html", fields=fields)


def show_corrections(view: View) -> None:
    """Show what was changed in the record, newest first."""
    # The story's list is about its own record, not about another file in its place.
    corrections = (
        read_corrections(view.folder / view.story.corrections) if view.current.own_events else ()
    )
    show("method/corrections.html", corrections=corrections[::-1])
