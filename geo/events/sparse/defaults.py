"""What a missing member of an event is read as: as not known or not stated, never as fact."""

from collections.abc import Mapping
from types import MappingProxyType

TERRITORY_DEFAULTS: Mapping[str, object] = MappingProxyType(
    {"recognised_country": None, "controlled_by": None}
)
DEFAULTS: Mapping[str, object] = MappingProxyType(
    {
        "summary": None,
        "group": "other",
        "event_type": "other",
        "target_type": "unknown",
        "verification": "unverified",
        "verified_aspects": [],
        "attribution": "unclaimed",
        "established_by": None,
        "place_local": None,
        "region": None,
        "place_basis": "not stated",
        "territory": dict(TERRITORY_DEFAULTS),
        "target": None,
        "means_reported": None,
        "damage": None,
        "killed": None,
        "injured": None,
        "claims": [],
        "sources": [],
        "doubt": None,
        "note": None,
        "checked": None,
        "incident": None,
        "kind": "incident",
        "workflow": "published",
    }
)
"""Defaults of the members of an event; times and places are derived instead."""

CLAIM_DEFAULTS: Mapping[str, object] = MappingProxyType(
    {
        "about": ["occurrence"],
        "basis": "not_stated",
        "side": "not_stated",
        "said_at": None,
        "source": None,
    }
)
FORMER_BASIS = "media_report"
"""The former default of a claim without a basis. `geo upgrade` left it out of files, while hashes
of old versions and old lines of corrections still contain it."""
SOURCE_DEFAULTS: Mapping[str, object] = MappingProxyType(
    {"title": None, "url": None, "date": None, "origin": None, "is_party": False}
)
"""A source that does not say `is_party` is read as no party's voice: the one default that says more
than nothing, since a party's outlet is the exception that the desk marks. It corroborates nothing
until somebody has judged its `origin`."""
CASUALTY_DEFAULTS = MappingProxyType({"low": None, "best": None, "high": None, "claim": None})
# Metres within which a place lies that is known this well, where the event does not say.
RADIUS_M: Mapping[str, int] = MappingProxyType(
    {
        "exact": 10,
        "vicinity": 100,
        "locality": 1_000,
        "town": 5_000,
        "district": 20_000,
        "sea_or_airspace": 50_000,
        "region": 100_000,
        "country": 500_000,
    }
)
# A place is an area, never a pin, unless the file says how well it is known.
UNSTATED_PRECISION, UNSTATED_RADIUS_M = "not_stated", 5_000
FORMER_PRECISION = "district"
"""The former default of a place that states neither; hashes of old versions still contain it."""
PLACE_UNKNOWN = "place not known"
PLACE_UNNAMED = "place without a name"
