"""The records of a file checked, each by itself and then as they refer to each other."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json

from geo.errors import EventFileError
from geo.events.event import Event, Feature
from geo.events.fields import Prose
from geo.events.geojson import Cut
from geo.events.geometry import has_height
from geo.events.held import Held, Report, faults, quote, shown_id, unknown_members

Numbered = list[tuple[int, Feature]]
"""Features with their place in the file, counted from 1."""
Known = dict[str, tuple[int, Feature]]

_FEATURE = TypeAdapter(Feature)
_TEXT = TypeAdapter(Prose)
_zone = cache(ZoneInfo)
# What a crs member may say without a change of meaning.
_LON_LAT = ("urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "OGC:CRS84")
# A record of hostile length must not make a report of hostile length.
_FAULTS_SHOWN = 20


def check_top(cut: Cut, report: Report) -> dict[str, str]:
    """Return the texts at the top of a file.

    Raises
    ------
    EventFileError
        If a crs other than WGS 84 in lon, lat is named.
    """
    about = {}
    for name, span in cut.members.items():
        text = cut.part(*span)
        try:
            value: object = from_json(text)
            if isinstance(value, str):
                value = _TEXT.validate_python(value)
        except ValidationError as error:
            report.held += [Held(None, None, quote(name), *fault[1:]) for fault in faults(error)]
        except ValueError as error:
            report.held.append(Held(None, None, quote(name), str(error), "JSON"))
        else:
            if name == "crs":
                _check_crs(value)
                report.notes.append("member 'crs' at the top: left out; GeoJSON is in CRS 84")
            elif name == "type":
                if value != "FeatureCollection":
                    report.held.append(Held(None, None, name, quote(value), "'FeatureCollection'"))
            elif isinstance(value, str):
                about[name] = value
            else:
                report.notes.append(f"member {quote(name)} at the top: left out; it is not text")
    if "type" not in cut.members:
        report.held.append(Held(None, None, "type", "nothing", "'FeatureCollection'"))
    return about


def check_features(cut: Cut, report: Report) -> Numbered:
    """Return the features that are good by themselves; the others are held, with each fault."""
    features: Numbered = []
    unknown: Counter[str] = Counter()
    heights = offsets = 0
    for number, begin, end in cut.features:
        text = cut.part(begin, end)
        try:
            feature = _FEATURE.validate_json(text, extra="forbid")
        except ValidationError as error:
            unknown.update(unknown_members(error))
            found = [Held(number, _identity(text), *fault) for fault in faults(error)]
            if found:
                report.held += _shortened(found)
                continue
            feature = _FEATURE.validate_json(text, extra="ignore")
        heights += has_height(feature.geometry)
        offsets += _has_other_offset(feature.properties)
        features.append((number, feature))
    report.notes += [
        f"unknown member {quote(name)} in {_records(count)}: left out"
        for name, count in unknown.items()
    ]
    if heights:
        report.notes.append(f"heights in {_records(heights)}: left out")
    if offsets:
        report.notes.append(
            f"start or end in {_records(offsets)} with another offset than their zone's: "
            "the instant counts, and is written with the zone's offset"
        )
    return features


def check_references(features: Numbered, report: Report) -> list[Feature]:
    """Return the features that are also good beside each other.

    The second of two with one id is held. So are casualties that rest on a claim of another event
    which is not there: a figure must not stand without its ground. A claim that is also about an
    event which is not there is noted only: nothing shown is wrong by it, and one bad record must
    not hold all others of its night.
    """
    known: dict[str, tuple[int, Feature]] = {}
    for number, feature in features:
        if feature.id in known:
            found = f"the id of record {known[feature.id][0]} again"
            report.held.append(Held(number, feature.id, "id", found, "an id of its own"))
        else:
            known[feature.id] = number, feature
    # Holding one event can take the ground from the next: go on until nothing changes.
    while unfounded := list(_unfounded(known)):
        report.held += unfounded
        for one in unfounded:
            known.pop(one.id or "", None)
    report.notes += _unknown_events(known)
    return [feature for _, feature in known.values()]


def _unfounded(known: Known) -> Iterator[Held]:
    """Yield casualties that rest on a claim of another event that is not known."""
    for number, feature in known.values():
        event = feature.properties
        for name, count in (("killed", event.killed), ("injured", event.injured)):
            if count is None or count.claim is None or "#" not in count.claim:
                continue
            other, claim = count.claim.split("#")
            claims = known[other][1].properties.claims if other in known else ()
            if claim not in {one.id for one in claims}:
                wanted = "a claim of an event of this file that is not held back"
                yield Held(number, feature.id, f"{name}.claim", quote(count.claim), wanted)


def _unknown_events(known: Known) -> Iterator[str]:
    for number, feature in known.values():
        for claim in feature.properties.claims:
            for other in claim.also_about:
                if other not in known:
                    yield (
                        f"record {number} ({feature.id}), claim {claim.id}: also about "
                        f"{quote(other)}, an event that is not in this file or is held back"
                    )


def _has_other_offset(event: Event) -> bool:
    zone = _zone(event.tz)
    start, end = event.start, event.end
    return (
        start.utcoffset() != start.astimezone(zone).utcoffset()
        or end.utcoffset() != end.astimezone(zone).utcoffset()
    )


def _check_crs(crs: object) -> None:
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if crs is not None and name not in _LON_LAT:
        found = quote(name if name else crs)
        raise EventFileError(f"found crs {found}, wanted lon, lat in WGS 84 and no member 'crs'")


def _identity(text: bytes) -> str | None:
    try:
        feature = from_json(text)
    except ValueError:
        return None
    return shown_id(feature.get("id")) if isinstance(feature, dict) else None


def _shortened(found: list[Held]) -> list[Held]:
    if len(found) <= _FAULTS_SHOWN:
        return found
    last = found[_FAULTS_SHOWN - 1]
    more = f"{len(found) - _FAULTS_SHOWN + 1:,} faults more"
    return [*found[: _FAULTS_SHOWN - 1], Held(last.record, last.id, "", more, "none")]


def _records(count: int) -> str:
    return "1 record" if count == 1 else f"{count:,} records"
