"""Short hashes of the parts of each event, so that two versions of the data can be compared."""

import hashlib
import json
import re
from collections.abc import Mapping

from geopandas import GeoDataFrame
from pydantic import JsonValue

from geo.events import write_events
from geo.events.facts import FACTS
from geo.events.sparse.defaults import (
    CLAIM_DEFAULTS,
    FORMER_BASIS,
    FORMER_PRECISION,
    UNSTATED_PRECISION,
)

HAPPENED, CASUALTIES = "what happened", "casualties"
# A hash of what happened but for casualties, which says whether only they have changed.
HAPPENED_ELSE = "what else happened"
# The parts of an event whose changes readers see, and the members each one covers.
EVENT_PARTS: Mapping[str, frozenset[str]] = {
    HAPPENED: frozenset(
        {
            "title",
            "summary",
            "event_type",
            "target_type",
            "kind",
            "incident",
            *(fact.column for fact in FACTS),
        }
    ),
    # They are in the hash above too: versions of the data that are older know no other.
    CASUALTIES: frozenset({"killed", "injured"}),
    "place": frozenset(
        {
            "geometry",
            "place",
            "place_local",
            "region",
            "location_precision",
            "radius_m",
            "place_basis",
            "territory",
        }
    ),
    "time": frozenset({"start", "end", "tz", "time_precision"}),
    "verification": frozenset({"verification", "verified_aspects", "doubt"}),
    "attribution": frozenset({"attribution", "established_by"}),
    "claims": frozenset({"claims"}),
    "sources": frozenset({"sources"}),
    "group": frozenset({"group"}),
}
# Private to the desk, including whether it has changed.
NOT_COMPARED = frozenset({"note", "checked", "workflow"})
# A hash of what the event says regardless of wording; older versions lack it.
SUBSTANCE = "substance"
# Texts in our own words, and how others are named: of these only numbers and denials are substance.
# A title is more than wording: it is what others have quoted.
_WORDING = frozenset({"summary", "doubt", "brief", "publisher", "short", "role", "reads_on"})
_WEIGHTY = re.compile(r"\d+|\b(?:no|not|none|nobody|nothing|never|nor|neither|denie[sd]|deny)\b")
_HASH_LENGTH = 8

EventFingerprint = Mapping[str, str]
"""The hash of each part of one event."""

Fingerprints = Mapping[str, EventFingerprint]
"""The hashes of each event, by its id."""


def compute_fingerprints(events: GeoDataFrame) -> Fingerprints:
    """Return the hash of each part of each event, and that of its substance.

    Made from the text that `write_events` gives, so that the layout of a file does not matter.
    Empty members do not count, so that a member added to the format changes nothing. Nor does it
    that a claim which states no basis was once read as a media report, and a place that states no
    precision as a district: they are hashed as they were then, and stating it changes nothing.
    """
    features = json.loads(write_events(events, {}))["features"]
    return {feature["id"]: _hash_parts(feature) for feature in features}


def _hash_parts(feature: Mapping[str, JsonValue]) -> dict[str, str]:
    properties = feature["properties"]
    assert isinstance(properties, dict)
    members = {**properties, "geometry": feature["geometry"]}
    members["claims"] = _restore_former_basis(members["claims"])
    if members["location_precision"] == UNSTATED_PRECISION:
        members["location_precision"] = FORMER_PRECISION
    filled = {name: value for name, value in members.items() if value not in (None, "", [], {})}
    parts = {
        part: _hash_members({name: filled[name] for name in names if name in filled})
        for part, names in EVENT_PARTS.items()
    }
    happened_else = EVENT_PARTS[HAPPENED] - EVENT_PARTS[CASUALTIES]
    parts[HAPPENED_ELSE] = _hash_members({n: filled[n] for n in happened_else if n in filled})
    published: JsonValue = {name: filled[name] for name in filled.keys() - NOT_COMPARED}
    return parts | {SUBSTANCE: _hash_members(_keep_substance(published))}


def _restore_former_basis(claims: JsonValue) -> JsonValue:
    if not isinstance(claims, list):
        return claims
    return [
        {**claim, "basis": FORMER_BASIS}
        if isinstance(claim, dict) and claim["basis"] == CLAIM_DEFAULTS["basis"]
        else claim
        for claim in claims
    ]


def _keep_substance(value: JsonValue) -> JsonValue:
    """Return a value with numbers and denials in place of the texts in our own words."""
    if isinstance(value, list):
        return [_keep_substance(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        name: list[JsonValue](sorted(_WEIGHTY.findall(str(one).lower())))
        if name in _WORDING
        else _keep_substance(one)
        for name, one in value.items()
    }


def _hash_members(members: JsonValue) -> str:
    text = json.dumps(members, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:_HASH_LENGTH]
