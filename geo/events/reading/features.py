"""The features of a file checked, each by itself, and the members at its top."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json

from geo.errors import MOST_SHOWN, EventFileError, Problem, quote
from geo.events.columns.column import to_json_text
from geo.events.derived import DERIVED, describe_derived
from geo.events.event import Feature
from geo.events.fields import Prose
from geo.events.geometry.counted_on import turn_back_geometry
from geo.events.geometry.shapes import has_height
from geo.events.reading.misspelt_members import KNOWN
from geo.events.reading.problems import list_event_problems, list_unknown_members
from geo.events.rejections import Rejection, Report, count_records, find_id
from geo.events.sparse.completion import complete_feature
from geo.events.story_words import EXTENSIBLE
from geo.events.suggestion import suggest
from geo.events.vocabulary import VOCABULARY, Vocabulary

Numbered = list[tuple[int, Feature]]
"""Features with their place in the file, counted from 1."""

_FEATURE = TypeAdapter(Feature)
_TEXT = TypeAdapter(Prose)
_SAYS_WHEN = re.compile(rb'"when"\s*:')
# What a crs member may say without a change of meaning.
_LON_LAT = ("urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "OGC:CRS84")
_NOT_WORKED_OUT = [(name, "nothing") for name in ("start", "end", "time_precision")]
# An event of hostile length must not make a report of hostile length.
_MOST_PROBLEMS = 20
_MOST_NAMES = 100


def check_members(members: Mapping[str, bytes], report: Report) -> dict[str, str]:
    """Return the texts at the top of a file.

    Parameters
    ----------
    members : mapping of str to bytes
        The members other than the features, each with its value as JSON.
    report : Report

    Raises
    ------
    EventFileError
        If a crs other than WGS 84 in lon, lat is named.
    """
    about = {}
    for name, text in members.items():
        try:
            value: object = from_json(text)
            if isinstance(value, str):
                value = _TEXT.validate_python(value)
        except ValidationError as error:
            for problem in list_event_problems(error):
                report.reject_part(quote(name), problem.found, problem.wanted)
        except ValueError as error:
            report.reject_part(quote(name), str(error), "JSON")
        else:
            if name in ("crs", "type"):
                _check_terms(name, value, report)
            elif isinstance(value, str):
                about[name] = value
            else:
                report.notes.append(f"member {quote(name)} at the top: left out; it is not text")
    if "type" not in members:
        report.reject_part("type", "nothing", "'FeatureCollection'")
    return about


def _check_terms(name: str, value: object, report: Report) -> None:
    """Check the two members that say how the others are to be read: type and crs."""
    if name == "crs":
        check_crs(value)
        report.notes.append("member 'crs' at the top: left out; GeoJSON is in CRS 84")
    elif value != "FeatureCollection":
        report.reject_part(name, quote(value), "'FeatureCollection'")


def check_features(
    texts: Iterable[tuple[int, bytes]],
    report: Report,
    zone: str = "UTC",
    vocabulary: Vocabulary = VOCABULARY,
) -> Numbered:
    """Return the features that are good by themselves; the others are rejected by name.

    Parameters
    ----------
    texts : iterable of (int, bytes)
        Number and JSON text of each event. Members that are missing are completed.
    report : Report
    zone : str
        Of times without an offset, where an event names none.
    vocabulary : Vocabulary
        The words that the fields of an event may have.
    """
    features: Numbered = []
    unknown: Counter[str] = Counter()
    heights = turned = 0
    for number, text in texts:
        try:
            feature = _read_sparse(text, zone, vocabulary)
            report.completed += feature is not None
            feature = feature or _FEATURE.validate_json(text, extra="forbid", context=vocabulary)
        except ValidationError as error:
            is_completed = _lacks_members(error)
            as_turned = _turn_back(text, error)
            text = as_turned or text
            checked, names = _check_again(text, error, zone, vocabulary)
            unknown.update(names)
            if not isinstance(checked, Feature):
                report.rejected += _reject(number, text, checked)
                continue
            feature = checked
            report.completed += is_completed
            turned += as_turned is not None
        heights += has_height(feature.geometry)
        features.append((number, feature))
    report.notes += _describe_unknown(unknown)
    if heights:
        report.notes.append(f"heights in {count_records(heights)}: left out")
    if turned:
        said = f"longitudes counted on beyond 180 degrees in {count_records(turned)}"
        report.notes.append(f"{said}: read as those between -180 and 180")
    return features


def _read_sparse(text: bytes, zone: str, vocabulary: Vocabulary) -> Feature | None:
    """Return an event that says when it was in one member, completed; None if that is not all.

    Most events of a desk are such, and to look first at what they lack costs twice as much.
    """
    if not _SAYS_WHEN.search(text):
        return None
    try:
        whole, problems = complete_feature(from_json(text), zone)
        if problems:
            return None
        return _FEATURE.validate_json(to_json_text(whole), extra="forbid", context=vocabulary)
    except ValueError:
        return None


def _turn_back(text: bytes, error: ValidationError) -> bytes | None:
    """Return an event whose line or area counted on beyond 180 degrees with one that does not."""
    details = error.errors(include_url=False, include_input=False, include_context=False)
    if not any(detail["loc"][:1] == ("geometry",) for detail in details):
        return None
    try:
        feature = from_json(text)
    except ValueError:
        return None
    turned = turn_back_geometry(feature.get("geometry")) if isinstance(feature, dict) else None
    return to_json_text({**feature, "geometry": turned}) if turned else None


def _lacks_members(error: ValidationError) -> bool:
    """Return whether the event says less than the model holds, or says it in another way."""
    details = error.errors(include_url=False, include_input=False, include_context=False)
    return any(detail["type"] in ("missing", "dataclass_type") for detail in details)


def _check_again(
    text: bytes, error: ValidationError, zone: str, vocabulary: Vocabulary
) -> tuple[Feature | list[Problem], list[str]]:
    """Return an event that the model refused as it is, completed; and its unknown members."""
    try:
        whole, problems = complete_feature(from_json(text), zone)
    except ValueError:
        return list_event_problems(error), list_unknown_members(error)
    text = to_json_text(whole)
    try:
        feature = _FEATURE.validate_json(text, extra="forbid", context=vocabulary)
    except ValidationError as still:
        names, others = list_unknown_members(still), list_event_problems(still)
        if problems:
            # Of a time that cannot be read, start and end are missing only for that.
            others = [one for one in others if (one.where, one.found) not in _NOT_WORKED_OUT]
        return [*problems, *others] or _check_without(names, text, vocabulary), names
    return problems or feature, []


def _check_without(
    names: list[str], text: bytes, vocabulary: Vocabulary
) -> Feature | list[Problem]:
    """Return an event without its unknown members, or what else is wrong with it.

    Only where each member is good are they checked against each other, which is why this can
    find problems that the first look did not.
    """
    try:
        return _FEATURE.validate_json(text, extra="ignore", context=vocabulary)
    except ValidationError as error:
        found = ", ".join(map(quote, names[:5])) or "a record that cannot be checked"
        return list_event_problems(error) or [Problem("", found, "a record without it")]


def _reject(number: int, text: bytes, problems: list[Problem]) -> list[Rejection]:
    """Return one rejection for each problem, the last of many summed up."""
    if len(problems) > _MOST_PROBLEMS:
        more = f"{len(problems) - _MOST_PROBLEMS + 1:,} more problems"
        problems = [*problems[: _MOST_PROBLEMS - 1], Problem("", more, "none")]
    identity = find_id(text)
    return [
        Rejection(number, identity, *problem, _find_word(text, problem)) for problem in problems
    ]


def _find_word(text: bytes, problem: Problem) -> str:
    """Return the text that a problem found where a word of the story's own may be; "" elsewhere."""
    if problem.where not in EXTENSIBLE:
        return ""
    members = from_json(text).get("properties")
    word = members.get(problem.where) if isinstance(members, dict) else None
    # A longer text is not a word; outside the properties something else was found.
    is_word = isinstance(word, str) and len(word) <= MOST_SHOWN and problem.found == quote(word)
    return str(word) if is_word else ""


def _describe_unknown(unknown: Counter[str]) -> list[str]:
    notes = [
        f"unknown member {quote(name)} in {count_records(count)}: left out"
        + (suggest(name, KNOWN["properties"]) if name.isidentifier() else "")
        for name, count in unknown.items()
        if name not in DERIVED
    ]
    if len(notes) > _MOST_NAMES:
        notes[_MOST_NAMES:] = [f"{len(notes) - _MOST_NAMES:,} more unknown members: left out"]
    return describe_derived(unknown) + notes


def check_crs(crs: object) -> None:
    """Raise EventFileError if the member crs of a file names another than lon, lat in WGS 84."""
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if crs is not None and name not in _LON_LAT:
        found = quote(name if name else crs)
        raise EventFileError(Problem("", f"crs {found}", "lon, lat in WGS 84 and no member 'crs'"))
