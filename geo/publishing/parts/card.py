"""The card of an event: what is said, by whom, how sure, how far."""

from collections.abc import Iterable

import pandas as pd

from geo.border import describe_distance, distance_words
from geo.border.stated_distances import compare_stated
from geo.claims import (
    Entry,
    find_independent_origins,
    format_attribution_line,
    is_only_about_casualties,
    sort_officials_first,
)
from geo.claims.stances.stance_classes import STANCE_CLASSES
from geo.events.facts import list_facts
from geo.events.sparse.defaults import DEFAULTS, UNSTATED_PRECISION
from geo.events.vocabulary import VOCABULARY, label
from geo.story.old_versions import describe_gone
from geo.story.view import View
from geo.times import describe_precision, describe_when, format_moment

# One for each of STANCE_CLASSES.
_STANCE_HEADINGS = (
    "Those who say it happened, or say who did it",
    "Those who deny, contradict or doubt it",
    "Unable or unwilling to confirm",
)
_CASUALTIES_HEADING = "Those who speak only of casualties"
# The card is in brief; the page of claims has them all.
_MOST_CLAIMS = 3

_ASIDES = {
    "possible": "May fall outside your selection: its time or place is not known well enough.",
    "outside": "Outside the dates you selected.",
    "hidden": "Hidden by your filters, and shown because it is selected.",
}


def describe_card(view: View, event: pd.Series) -> dict[str, object]:
    """Return what the template `map/card.html` says of an event.

    Parameters
    ----------
    view : View
        Its presence says whether the event is in what was chosen.
    event : Series
        A row of the record's events.
    """
    statements = view.record.ledgers.build(str(event.name), view.known_instant)
    origins = find_independent_origins(statements, view.story.declared_sides)
    ordered = sort_officials_first(statements, view.story.declared_sides)
    aside = _ASIDES.get(str(view.presence.at[event.name]))
    return {
        "id": event.name,
        "group": view.story.group_label(event.group),
        "event_type": view.story.label("event_type", event.event_type),
        "title": event.title,
        "verification_word": event.verification,
        "verification": VOCABULARY["verification"][event.verification],
        "aspects": ", ".join(event.verified_aspects),
        "attribution": VOCABULARY["attribution"][event.attribution],
        "established_by": event.established_by,
        "aside": " ".join(filter(None, (describe_gone(view.current, str(event.name)), aside))),
        "moment": format_moment(view.link.known) if view.link.known else None,
        "attribution_line": format_attribution_line(statements),
        **describe_facts(view, event),
        "stances": [
            (heading, *_in_brief(entries)) for heading, entries in group_by_stance(ordered)
        ],
        "sources": event.sources,
        "origins": len(origins),
    }


def describe_facts(view: View, event: pd.Series) -> dict[str, object]:
    """Return what the template `map/facts.html` says of an event: when, where, how far, facts."""
    return {
        "when": _describe_when(event),
        "where": _describe_where(event),
        "distance": _describe_distances(view, event),
        "facts": list_facts(event, view.story.label),
        "summary": event.summary,
        "doubt": event.doubt,
    }


def _describe_when(event: pd.Series) -> dict[str, str]:
    return {
        "place": describe_when(event),
        "utc": describe_when(event, "utc"),
        "zone": f"({event.tz.replace('_', ' ')})",
        "precision": describe_precision(event.time_precision),
    }


def _describe_where(event: pd.Series) -> dict[str, str | None]:
    recognised, controlled = event.recognised_country, event.controlled_by
    territory = recognised
    if controlled and controlled != recognised:
        territory = f"recognised as {recognised}, controlled by {controlled}"
    return {
        "place": event.place,
        "local": event.place_local,
        "region": event.region,
        "territory": territory,
        "precision": _describe_place_precision(event),
    }


def _describe_place_precision(event: pd.Series) -> str:
    """Say how well a place is known, and whose location it is: only as the record has it."""
    if event.geometry is None:
        return _describe_extent(event)
    basis = event.place_basis
    if basis == DEFAULTS["place_basis"]:
        basis = "what the location rests on is not stated"
    return f"{_describe_extent(event)}; {basis}"


def _describe_extent(event: pd.Series) -> str:
    """Say how well a place is known."""
    if pd.isna(event.radius_m):
        return label("location_precision", event.location_precision)
    radius = f"{event.radius_m / 1000:g} km" if event.radius_m >= 1000 else f"{event.radius_m:g} m"
    if event.location_precision == UNSTATED_PRECISION:
        return f"How well it is known is not stated; within about {radius} is assumed"
    return f"Within about {radius}"


def _describe_distances(view: View, event: pd.Series) -> dict[str, object] | None:
    if not view.record.borders or pd.isna(event.distance_m):
        return None
    border, *others = view.record.borders
    second = None
    if others and view.record.second_distances is not None:
        other = view.record.second_distances.loc[[event.name]].iloc[0]
        # Below a kilometre two drawings of one line differ, not two borders.
        if abs(_sign_distance(other) - _sign_distance(event)) > 1000:
            second = f"{_describe_distance_to(other, event)} by {others[0].name}"
    return {
        "words": distance_words(event),
        "nearest": f"Nearest point: {_format_degrees(event.nearest_lat, 'NS')}, "
        f"{_format_degrees(event.nearest_lon, 'EW')}, on {border.name} ({border.version})",
        "second": second,
        "said": [
            _describe_stated(claim.actor, claim.distance_km, event)
            for claim in event.claims
            if claim.distance_km is not None
        ],
    }


def _describe_stated(actor: object, stated_km: float, event: pd.Series) -> str:
    compared = compare_stated(stated_km, event.low_m, event.high_m)
    return f"{actor} put it at {stated_km:g} km{compared and f', {compared}'}."


def _sign_distance(measured: pd.Series) -> float:
    distance = float(measured.distance_m)
    return -distance if measured.inside else distance


def _describe_distance_to(measured: pd.Series, event: pd.Series) -> str:
    """Return how far an event is from another border, as it was measured."""
    return describe_distance(
        measured.distance_m, bool(measured.inside), event.radius_m, event.location_precision
    )


def _format_degrees(value: float, letters: str) -> str:
    return f"{abs(value):.4f}° {letters[int(value < 0)]}"


def group_by_stance(statements: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """Return headings and the statements under each, in their order; some may have none.

    A number of people says neither that it happened nor who did it, and has a heading of its own.
    """
    statements = tuple(statements)
    counting = [entry for entry in statements if is_only_about_casualties(entry.claim)]
    others = [entry for entry in statements if entry not in counting]
    return [
        *(
            (heading, [entry for entry in others if entry.claim.stance in stances])
            for heading, stances in zip(_STANCE_HEADINGS, STANCE_CLASSES, strict=True)
        ),
        (_CASUALTIES_HEADING, counting),
    ]


def _in_brief(found: list[Entry]) -> tuple[list[Entry], int]:
    """The first few of some statements, and how many more there are.

    No speaker is shown twice while another is left out.
    """
    firsts = {entry.claim.actor.name: entry for entry in reversed(found)}
    found = sorted(found, key=lambda entry: firsts[entry.claim.actor.name] is not entry)
    return found[:_MOST_CLAIMS], max(0, len(found) - _MOST_CLAIMS)
