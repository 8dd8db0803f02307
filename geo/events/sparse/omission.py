"""Events written with only what is known: what `completion` would fill in is left out."""

from collections.abc import Mapping
from datetime import UTC, datetime

from geo.events.sparse.completion import (
    Members,
    find_host,
    name_date_precision,
    name_position,
)
from geo.events.sparse.defaults import (
    CASUALTY_DEFAULTS,
    CLAIM_DEFAULTS,
    DEFAULTS,
    PLACE_UNKNOWN,
    SOURCE_DEFAULTS,
    TERRITORY_DEFAULTS,
)
from geo.events.sparse.place_precision import find_place_doubt, find_radius, name_location_precision
from geo.times.edtf import When, format_when, read_when
from geo.times.precision import name_precision


def to_sparse_feature(feature: Mapping[str, object], zone: str | None) -> Members:
    """Return a feature without the members that `complete_feature` gives back.

    Parameters
    ----------
    feature : mapping
        As `geo.events.columns.frame.to_features` gives it, with every member.
    zone : str or None
        IANA name of the zone that the file is read in; None if that is not known, so that each
        event names its own.
    """
    given = feature["properties"]
    assert isinstance(given, dict)
    members = dict(given)
    members.update(
        claims=[_shorten(claim, CLAIM_DEFAULTS) for claim in given["claims"]],
        sources=[_to_sparse_source(n, one) for n, one in enumerate(given["sources"], start=1)],
        territory=_without(given["territory"], TERRITORY_DEFAULTS) or dict(TERRITORY_DEFAULTS),
    )
    for name in ("killed", "injured"):
        if given[name] is not None:
            members[name] = _without(given[name], CASUALTY_DEFAULTS)
    time = _to_sparse_time(members, zone)
    place = _to_sparse_place(members, feature["geometry"])
    known = _without(members, DEFAULTS)
    title = {"title": known.pop("title")}
    return {**feature, "properties": {**title, **time, **place, **known}}


def _without(members: Mapping[str, object], defaults: Mapping[str, object]) -> Members:
    return {
        name: value
        for name, value in members.items()
        if name not in defaults or value != defaults[name]
    }


def _to_sparse_time(members: Members, zone: str | None) -> Members:
    """Take the time out of the members, and return what says it in the fewest words."""
    start, end, own_zone, precision = (
        str(members.pop(name)) for name in ("start", "end", "tz", "time_precision")
    )
    named = {} if own_zone == zone else {"tz": own_zone}
    instants = [datetime.fromisoformat(text).astimezone(UTC) for text in (start, end)]
    text = format_when(When(instants[0], instants[1], precision), own_zone)
    if text is not None and _is_same_text(text, own_zone, start, end):
        return {"when": text, **named}
    time: Members = {"start": start, "end": end, **named}
    if precision != name_precision(instants[1] - instants[0]):
        time["time_precision"] = precision
    return time


def _is_same_text(text: str, zone: str, start: str, end: str) -> bool:
    when = read_when(text, zone)
    found = (when.start, when.end)
    return found == (datetime.fromisoformat(start), datetime.fromisoformat(end))


def _to_sparse_place(members: Members, geometry: object) -> Members:
    """Take the place out of the members, and return what of it has to be said."""
    names = ("place", "location_precision", "radius_m")
    place = {name: members.pop(name) for name in names}
    if geometry is None:
        expected: Members = {
            "place": PLACE_UNKNOWN,
            "location_precision": "unknown",
            "radius_m": None,
        }
        return _without(place, expected)
    said = _without(place, {"place": name_position(geometry)})
    precision, radius_m = str(place["location_precision"]), place["radius_m"]
    if (precision, radius_m) == find_place_doubt(geometry):
        del said["location_precision"], said["radius_m"]
    elif radius_m == find_radius(precision, geometry):
        del said["radius_m"]
    elif precision == name_location_precision(radius_m):
        del said["location_precision"]
    return said


def _shorten(claim: Mapping[str, object], defaults: Mapping[str, object]) -> Members:
    short = _without(claim, defaults)
    if short.get("said_at_precision") == name_date_precision(claim.get("said_at")):
        # A claim without a date has none.
        short.pop("said_at_precision", None)
    return short


def _to_sparse_source(number: int, source: Mapping[str, object]) -> object:
    """Return a source without its defaults; a bare address if that is enough."""
    short = _without(source, SOURCE_DEFAULTS)
    address = short.get("url")
    bare = {"id": f"s{number}", "publisher": find_host(str(address)), "url": address}
    return address if short == bare else short
