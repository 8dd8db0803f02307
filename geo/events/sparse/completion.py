"""Events that say only what is known, completed with honest defaults.

A desk writes a title, a time and a place; everything else may be missing. What is missing is what
nobody can be blamed for: unverified, unclaimed, no casualties on record, no claims, no sources.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from urllib.parse import urlsplit

from geo.errors import Problem, quote
from geo.events.fields import list_zones
from geo.events.sparse.defaults import (
    CASUALTY_DEFAULTS,
    CLAIM_DEFAULTS,
    DEFAULTS,
    PLACE_UNKNOWN,
    PLACE_UNNAMED,
    SOURCE_DEFAULTS,
    TERRITORY_DEFAULTS,
)
from geo.events.sparse.place_precision import find_place_doubt, find_radius, name_location_precision
from geo.times import load_zone, to_zone
from geo.times.edtf import WHEN_WANTED, read_when
from geo.times.precision import name_precision

Members = dict[str, object]

_DATE_PRECISIONS = {4: "year", 7: "month", 10: "day"}


def complete_feature(feature: object, zone: str) -> tuple[object, list[Problem]]:
    """Return a feature with every member of the model, and what could not be derived.

    Parameters
    ----------
    feature : object
        Of JSON; what is not an object, or of another kind than the model wants, stays as it is for
        the model to reject.
    zone : str
        IANA name of the zone of times without an offset, where the event names none.
    """
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(feature, dict) or not isinstance(properties, dict):
        return feature, []
    given = _drop_nulls(properties)
    geometry = feature.get("geometry")
    members = {**DEFAULTS, **given}
    problems = _complete_time(members, zone)
    _complete_place(members, geometry)
    members["claims"] = _complete_list(members["claims"], "c", _complete_claim)
    members["sources"] = _complete_list(members["sources"], "s", _complete_source)
    for name in ("killed", "injured"):
        members[name] = _fill(members[name], CASUALTY_DEFAULTS)
    members["territory"] = _fill(members["territory"], TERRITORY_DEFAULTS)
    return {**feature, "geometry": geometry, "properties": members}, problems


def _fill(part: object, defaults: Mapping[str, object]) -> object:
    """Return an object with its missing members filled in; anything else as it is."""
    return {**defaults, **_drop_nulls(part)} if isinstance(part, dict) else part


def _drop_nulls(members: Members) -> Members:
    """Return the members that say something: null says no more than nothing does."""
    return {name: value for name, value in members.items() if value is not None}


def _complete_time(members: Members, zone: str) -> list[Problem]:
    """Work out start, end, zone and precision in place."""
    own_zone = members.setdefault("tz", zone)
    text = members.pop("when", None)
    has_interval = "start" in members or "end" in members
    if text is None and not has_interval:
        return [Problem("when", "nothing", WHEN_WANTED)]
    if text is not None:
        if has_interval:
            return [Problem("when", "when beside start or end", "one of the two")]
        if not isinstance(text, str):
            return [Problem("when", quote(text), WHEN_WANTED)]
        known = own_zone if isinstance(own_zone, str) and own_zone in list_zones() else "UTC"
        try:
            when = read_when(text, known)
        except ValueError as error:
            return [Problem("when", quote(text), str(error))]
        for name, instant in (("start", when.start), ("end", when.end)):
            members[name] = to_zone(instant, load_zone(known)).isoformat()
        members.setdefault("time_precision", when.precision)
    elif "time_precision" not in members:
        try:
            start, end = (datetime.fromisoformat(str(members[name])) for name in ("start", "end"))
            members["time_precision"] = name_precision(end - start)
        except (KeyError, ValueError, TypeError):
            members["time_precision"] = "day"  # the model says what is wrong with the two
    return []


def _complete_place(members: Members, geometry: object) -> None:
    if geometry is None:
        members.setdefault("place", PLACE_UNKNOWN)
        members.setdefault("location_precision", "unknown")
        members.setdefault("radius_m", None)
        return
    if "place" not in members:
        members["place"] = name_position(geometry)
    if "radius_m" in members:
        members.setdefault("location_precision", name_location_precision(members["radius_m"]))
    elif "location_precision" in members:
        # The model rejects words that are not in the list.
        members["radius_m"] = find_radius(members["location_precision"], geometry)
    else:
        members["location_precision"], members["radius_m"] = find_place_doubt(geometry)


def name_position(geometry: object) -> str:
    """Return the coordinates of a point as the name of a place that has no other.

    >>> name_position({"type": "Point", "coordinates": [-71.5, 41.25]})
    '41.25° N, 71.5° W'
    """
    position = geometry.get("coordinates") if isinstance(geometry, dict) else None
    match position:
        case [int() | float() as lon, int() | float() as lat, *_]:
            north, east = "N" if lat >= 0 else "S", "E" if lon >= 0 else "W"
            return f"{abs(lat):g}° {north}, {abs(lon):g}° {east}"
    return PLACE_UNNAMED


def _complete_list(parts: object, prefix: str, complete: Callable[[object], object]) -> object:
    """Return a list of claims or sources with an id for each."""
    if not isinstance(parts, list):
        return parts
    ids = (part.get("id") for part in parts if isinstance(part, dict))
    used = {identity for identity in ids if isinstance(identity, str)}
    completed = []
    for number, part in enumerate(parts, start=1):
        whole = complete(part)
        if isinstance(whole, dict) and "id" not in whole:
            whole = {"id": _find_free_id(prefix, number, used), **whole}
        completed.append(whole)
    return completed


def _find_free_id(prefix: str, number: int, used: set[str]) -> str:
    while f"{prefix}{number}" in used:
        number += 1
    used.add(f"{prefix}{number}")
    return f"{prefix}{number}"


def _complete_claim(claim: object) -> object:
    if not isinstance(claim, dict):
        return claim
    given = _drop_nulls(claim)
    if isinstance(actor := given.get("actor"), dict) and "side" in actor:
        # A side may be said with the speaker, and is the claim's.
        given["actor"] = {name: part for name, part in actor.items() if name != "side"}
        given.setdefault("side", actor["side"])
    whole = {**CLAIM_DEFAULTS, **given}
    whole.setdefault("said_at_precision", name_date_precision(whole["said_at"]))
    return whole


def name_date_precision(said_at: object) -> str | None:
    """Return how precisely a date or a moment is written."""
    if not isinstance(said_at, str):
        return None
    return _DATE_PRECISIONS.get(len(said_at), "minute")


def _complete_source(source: object) -> object:
    """Return a source with all its members; a bare address is published by its host."""
    if isinstance(source, str):
        # Text that is not an address stays, so that the model rejects it by name.
        return {**SOURCE_DEFAULTS, "publisher": find_host(source) or source, "url": source}
    if not isinstance(source, dict):
        return source
    return {**SOURCE_DEFAULTS, **_drop_nulls(source)}


def find_host(address: str) -> str | None:
    """Return the host of an address; None if it has none."""
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None
