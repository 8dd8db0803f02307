"""Short hashes of the parts of each event, so that two versions of the data can be compared."""

import hashlib
import json
from collections.abc import Mapping

from geopandas import GeoDataFrame
from pydantic import JsonValue

from geo.events import write_events
from geo.events.facts import FACTS

# The parts of an event whose changes readers see, and the members each one covers.
EVENT_PARTS: Mapping[str, frozenset[str]] = {
    "what happened": frozenset(
        {
            *("title", "summary", "event_type", "target_type", "kind", "incident"),
            *(fact.column for fact in FACTS),
        }
    ),
    "place": frozenset(
        {
            *("geometry", "place", "place_local", "region", "location_precision", "radius_m"),
            *("place_basis", "territory"),
        }
    ),
    "time": frozenset({"start", "end", "tz", "time_precision"}),
    "verification": frozenset({"verification", "verified_aspects", "doubt"}),
    "attribution": frozenset({"attribution", "established_by"}),
    "claims": frozenset({"claims"}),
    "sources": frozenset({"sources"}),
    "group": frozenset({"group"}),
}
# What the desk keeps to itself, also that it has changed.
DESK_MEMBERS = frozenset({"note", "checked", "workflow"})
_HASH_LENGTH = 8

EventFingerprint = Mapping[str, str]
"""The hash of each part of one event."""

Fingerprints = Mapping[str, EventFingerprint]
"""The hashes of each event, by its id."""


def compute_fingerprints(events: GeoDataFrame) -> Fingerprints:
    """Return the hash of each part of each event.

    Made from the text that `write_events` gives, so that the layout of a file does not matter.
    Empty members do not count, so that a member added to the format changes nothing.
    """
    features = json.loads(write_events(events, {}))["features"]
    return {feature["id"]: _hash_parts(feature) for feature in features}


def _hash_parts(feature: Mapping[str, JsonValue]) -> dict[str, str]:
    properties = feature["properties"]
    assert isinstance(properties, dict)
    members = {**properties, "geometry": feature["geometry"]}
    filled = {name: value for name, value in members.items() if value not in (None, "", [], {})}
    return {
        part: _hash_members({name: filled[name] for name in names if name in filled})
        for part, names in EVENT_PARTS.items()
    }


def _hash_members(members: dict[str, JsonValue]) -> str:
    text = json.dumps(members, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:_HASH_LENGTH]
