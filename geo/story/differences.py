"""What differs between two versions of the events: each member, by the path of a correction."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from geopandas import GeoDataFrame
from pydantic import JsonValue

from geo.errors import EventFileError, quote
from geo.events import write_events
from geo.story.current import Current
from geo.story.old_versions import can_open_version, open_version
from geo.story.versions.changes import compare_with_version
from geo.story.versions.files import read_versions

_MOST_NAMED = 8


@dataclass(frozen=True)
class Difference:
    """One member of one event that differs.

    Attributes
    ----------
    event : str
    field : str
        Such as ``killed.best`` or ``claims.c2.stance``; "record" for an event that was added or
        removed, and the name of a part ("place") where only hashes of a version are known.
    was, is_ : JSON value
        None if there is none, or it is not known.
    """

    event: str
    field: str
    was: JsonValue
    is_: JsonValue


def find_differences(old: GeoDataFrame, new: GeoDataFrame) -> tuple[Difference, ...]:
    """Return what differs between two frames of events, by event and in the order of the format."""
    before, now = _collect_members(old), _collect_members(new)
    return tuple(
        difference
        for event in sorted(before.keys() | now.keys())
        for difference in _compare(event, before.get(event), now.get(event))
    )


def compare_versions(
    current: Current, old: str, new: str | None = None
) -> tuple[tuple[Difference, ...], str]:
    """Return what differs between two versions of a story, and a note on what is not known.

    Parameters
    ----------
    current : Current
        With the newest data.
    old, new : str
        Versions; None is the newest.

    Raises
    ------
    EventFileError
        If a version is not known, or the later one is not archived.
    """
    for version in filter(None, (old, new)):
        _check_known(current, version)
    latest = _open_archived(current, new) if new else current
    if old == current.record.version or can_open_version(current, old):
        earlier = _open_archived(current, old)
        return find_differences(earlier.record.events, latest.record.events), ""
    known = read_versions(current.folder)[old]
    changes = compare_with_version(known, latest.record.events)
    parts = [
        *(Difference(event, "record", None, "added") for event in changes.added),
        *(Difference(event, "record", "removed", None) for event in changes.removed),
        *(
            Difference(event, part, None, None)
            for event, each in (*changes.changed.items(), *changes.reworded.items())
            for part in each
        ),
    ]
    note = f"version {old} is not archived: only which parts of an event have changed is known"
    return tuple(sorted(parts, key=lambda one: one.event)), note


def _check_known(current: Current, version: str) -> None:
    if version == current.record.version or can_open_version(current, version):
        return
    known = [*read_versions(current.folder)]
    if version in known:
        return
    if not known:
        raise EventFileError(
            f"version {quote(version)}: found a story without versions, wanted one with a version "
            "that geo version has recorded"
        )
    earlier = f" or one of {len(known) - _MOST_NAMED:,} earlier" if len(known) > _MOST_NAMED else ""
    raise EventFileError(
        f"version {quote(version)}: found no version of that name, wanted "
        f"{'one of ' if len(known) > 1 else ''}{', '.join(known[-_MOST_NAMED:])}{earlier}; "
        "without a second one, the newest is compared"
    )


def _open_archived(current: Current, version: str) -> Current:
    opened = open_version(current, version)
    if opened.record.version != version:
        is_there = can_open_version(current, version)
        found = "an archive that is broken" if is_there else "only which parts of its events differ"
        raise EventFileError(f"version {version}: found {found}, wanted one that is archived whole")
    return opened


def _collect_members(events: GeoDataFrame) -> dict[str, dict[str, JsonValue]]:
    """Return each member of each event by its path; a title first, as files have it."""
    collected: dict[str, dict[str, JsonValue]] = {}
    for feature in json.loads(write_events(events, {}))["features"]:
        members = {**feature["properties"], "geometry": feature["geometry"]}
        collected[feature["id"]] = dict(_flatten(members, ""))
    return collected


def _flatten(value: JsonValue, path: str) -> Iterator[tuple[str, JsonValue]]:
    """Yield leaves by path; parts of lists that have ids are named by them."""
    parts = None if path == "geometry" else _name_parts(value)
    if parts is None:
        yield path, value
        return
    for name, part in parts.items():
        if not (path and name == "id"):
            yield from _flatten(part, f"{path}.{name}" if path else name)


def _name_parts(value: JsonValue) -> Mapping[str, JsonValue] | None:
    """Return the members of an object, or the parts of a list by their ids; None of a leaf."""
    if isinstance(value, dict):
        return value
    if isinstance(value, list) and value and all(_find_id(part) for part in value):
        return {_find_id(part): part for part in value}
    return None


def _find_id(part: JsonValue) -> str:
    identity = part.get("id") if isinstance(part, dict) else None
    return identity if isinstance(identity, str) else ""


def _compare(
    event: str, before: dict[str, JsonValue] | None, now: dict[str, JsonValue] | None
) -> Iterator[Difference]:
    if before is None or now is None:
        if now is None:
            yield Difference(event, "record", "removed", None)
        else:
            yield Difference(event, "record", None, "added")
        return
    for field in dict.fromkeys([*before, *now]):
        was, is_ = before.get(field), now.get(field)
        if was != is_ and (was or is_ or None not in (was, is_)):
            yield Difference(event, field, was, is_)
