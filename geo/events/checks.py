"""The records of a GeoJSON file checked, each by itself."""

from collections import Counter
from dataclasses import MISSING, fields
from itertools import chain, repeat
from operator import attrgetter

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json

from geo.errors import EventFileError
from geo.events.event import Casualties, Claim, Event, Feature, Source, Territory
from geo.events.fields import Prose
from geo.events.geojson import Cut, NotJsonError, held_for_names, names_twice
from geo.events.geometry import Point, has_height
from geo.events.held import Held, Report, faults, quote, shown_id, unknown_members

Numbered = list[tuple[int, Feature]]
"""Features with their place in the file, counted from 1."""

_FEATURE = TypeAdapter(Feature)
_NAMES = sum(len(fields(part)) for part in (Feature, Point, Event, Territory))
_OPTIONAL = [member for member in fields(Claim) if member.default is not MISSING]
_LEFT_OUT = tuple(member.default for member in _OPTIONAL)
_may_be_left_out = attrgetter(*(member.name for member in _OPTIONAL))
_CLAIM_NAMES = len(fields(Claim)) - len(_OPTIONAL)
_SOURCE_NAMES, _CASUALTY_NAMES = len(fields(Source)), len(fields(Casualties))
_TEXT = TypeAdapter(Prose)
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
    for name, text in cut.members.items():
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
    """Return the features that are good by themselves; the others are held, with each fault.

    Raises
    ------
    NotJsonError
        If the cut was quick and a record is not JSON.
    """
    features: Numbered = []
    unknown: Counter[str] = Counter()
    heights = 0
    for (number, begin, end), names in zip(cut.features, cut.names or repeat(None), strict=False):
        text = cut.content[begin:end]
        try:
            feature = _FEATURE.validate_json(text, extra="forbid")
            if (
                names is not None
                and _may_say_twice(feature, names)
                and (twice := names_twice(text))
            ):
                report.held.append(held_for_names(number, _identity(text), twice))
                continue
        except ValidationError as error:
            if names is not None:
                if error.errors()[0]["type"] == "json_invalid":
                    raise NotJsonError from error
                if twice := names_twice(text):
                    report.held.append(held_for_names(number, _identity(text), twice))
                    continue
            unknown.update(unknown_members(error))
            found = [Held(number, _identity(text), *fault) for fault in faults(error)]
            if found:
                report.held += _shortened(found)
                continue
            try:
                feature = _FEATURE.validate_json(text, extra="ignore")
            except ValidationError as contradictions:
                # Members are checked against each other only once each is good by itself.
                found = [Held(number, _identity(text), *fault) for fault in faults(contradictions)]
                report.held += _shortened(found)
                continue
        heights += has_height(feature.geometry)
        features.append((number, feature))
    report.notes += [
        f"unknown member {quote(name)} in {records(count)}: left out"
        for name, count in unknown.items()
    ]
    if heights:
        report.notes.append(f"heights in {records(heights)}: left out")
    return features


def _may_say_twice(feature: Feature, names: int | None) -> bool:
    """Return whether more names stand in the text of a good feature than it needs.

    A member that may be left out, and says no more than if it were, is one too many as well.
    """
    if names is None:
        return False
    event = feature.properties
    names -= _NAMES + len(event.claims) * _CLAIM_NAMES + len(event.sources) * _SOURCE_NAMES
    names -= sum(_CASUALTY_NAMES for one in (event.killed, event.injured) if one)
    if names:
        told = chain.from_iterable(
            zip(_may_be_left_out(claim), _LEFT_OUT, strict=True) for claim in event.claims
        )
        names -= sum(one != other for one, other in told)
    return names != 0


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


def records(count: int) -> str:
    return "1 record" if count == 1 else f"{count:,} records"
