"""Versions of the data: what each event was like, kept as short hashes, so that a link can tell.

One line of versions.jsonl per version, in the story's folder: its hash and date, and of each
event that differs from the line before the hash of each group of its members. Lines are only
ever added.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from geopandas import GeoDataFrame
from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from geo.errors import EventFileError
from geo.events import write_events
from geo.story.record import Record

FILE_NAME = "versions.jsonl"

# What a reader is told has changed, and the members of an event that it stands for.
ASPECTS: Mapping[str, frozenset[str]] = {
    "what happened": frozenset(
        {
            *("title", "summary", "event_type", "target_type", "target", "means_reported"),
            *("damage", "killed", "injured", "kind", "incident"),
        }
    ),
    "place": frozenset(
        {
            *("geometry", "place", "place_local", "region", "location_precision", "radius_m"),
            *("place_basis", "territory"),
        }
    ),
    "time": frozenset({"start", "end", "tz", "time_precision"}),
    "how far it is verified": frozenset({"verification", "verified_aspects", "doubt"}),
    "who did it": frozenset({"attribution", "established_by"}),
    "what is said": frozenset({"claims"}),
    "sources": frozenset({"sources"}),
}
_REST = "notes of the desk"
_HASH_LENGTH = 8

Prints = Mapping[str, Mapping[str, str]]
"""For each event, by its id, the hash of each aspect."""


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Annotated[str, Field(pattern="^[0-9a-f]{12}$")]
    date: date
    events: dict[str, dict[str, str]]
    removed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Version:
    """The data as they once were.

    Attributes
    ----------
    id : str
        Short hash of the event file, as in `Record.version` and in the link.
    date : str
        As of when the data were, ISO.
    prints : mapping
        Hash of each aspect of each event.
    """

    id: str
    date: str
    prints: Prints


@dataclass(frozen=True)
class Changes:
    """What is not as it was in a version; event ids in alphabetical order.

    Attributes
    ----------
    since : Version
    added, removed : tuple of str
    changed : mapping of str to tuple of str
        For each event the aspects that differ.
    """

    since: Version
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: Mapping[str, tuple[str, ...]]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)

    def __str__(self) -> str:
        """The changes in words.

        Examples
        --------
        >>> since = Version("3f9a0c417be2", "2023-05-03", {})
        >>> print(Changes(since, ("c",), (), {"a": ("place",), "b": ("time",)}))
        2 events changed, 1 added
        >>> print(Changes(since, (), ("c",), {}))
        1 event removed
        >>> print(Changes(since, (), (), {}))
        no event changed
        """
        numbers = {
            "changed": len(self.changed),
            "added": len(self.added),
            "removed": len(self.removed),
        }
        parts = [f"{number:,} {verb}" for verb, number in numbers.items() if number]
        if not parts:
            return "no event changed"
        number, verb = parts[0].split(" ")
        return ", ".join([f"{number} {'event' if number == '1' else 'events'} {verb}", *parts[1:]])


def read_versions(path: Path) -> dict[str, Version]:
    """Return the versions of a file by their hash, the oldest first; none where there is no file.

    Raises
    ------
    EventFileError
        If a line is no version; the message names the line.
    """
    if not path.exists():
        return {}
    versions: dict[str, Version] = {}
    prints: Prints = {}
    for number, text in enumerate(path.read_text("utf-8").splitlines(), start=1):
        try:
            line = _Line.model_validate_json(text)
        except ValidationError as error:
            fault = error.errors(include_url=False)[0]
            member = ".".join(map(str, fault["loc"])) or "the line"
            raise EventFileError(f"{path.name}, line {number}, {member}: {fault['msg']}") from error
        prints = {id_: kept for id_, kept in prints.items() if id_ not in line.removed}
        prints = prints | line.events
        versions[line.version] = Version(line.version, line.date.isoformat(), prints)
    return versions


def add_version(path: Path, record: Record, today: date) -> Changes | None:
    """Add the data as they are to a file of versions; return what differs from the last one.

    Parameters
    ----------
    path : Path
        The file; made where there is none.
    record : Record
    today : date
        Stands in where the record does not say as of when it is.

    Returns
    -------
    Changes or None
        None where the file knows this version; then nothing is written.
    """
    versions = read_versions(path)
    if record.version in versions:
        return None
    last = next(reversed(versions.values()), Version("", "", {}))
    changes = compare(last, record.events)
    prints = fingerprints(record.events)
    line = _Line(
        version=record.version,
        date=_day(record.about.get("as_of", "")) or today,
        events={id_: dict(prints[id_]) for id_ in sorted({*changes.added, *changes.changed})},
        removed=changes.removed,
    )
    text = json.dumps(line.model_dump(mode="json"), ensure_ascii=False, separators=(",", ":"))
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(text + "\n")
    return changes


def compare(since: Version, events: GeoDataFrame) -> Changes:
    """Return what of some events is not as it was in a version."""
    before, now = since.prints, fingerprints(events)
    changed = {
        id_: tuple(aspect for aspect in (*ASPECTS, _REST) if _differs(before, now, id_, aspect))
        for id_ in sorted(before.keys() & now.keys())
        if before[id_] != now[id_]
    }
    return Changes(
        since=since,
        added=tuple(sorted(now.keys() - before.keys())),
        removed=tuple(sorted(before.keys() - now.keys())),
        changed=changed,
    )


def fingerprints(events: GeoDataFrame) -> Prints:
    """Return the hash of each aspect of each event.

    Taken from the text that `write_events` gives, so that it does not matter how a file was
    laid out; members that are empty do not count, so that a new one changes nothing.
    """
    features = json.loads(write_events(events, {}))["features"]
    return {feature["id"]: _prints(feature) for feature in features}


def _prints(feature: Mapping[str, JsonValue]) -> dict[str, str]:
    properties = feature["properties"]
    assert isinstance(properties, dict)
    members = {**properties, "geometry": feature["geometry"]}
    filled = {name: value for name, value in members.items() if value not in (None, "", [], {})}
    named = frozenset[str]().union(*ASPECTS.values())
    aspects = {**ASPECTS, _REST: filled.keys() - named}
    return {
        aspect: _hash({name: filled[name] for name in names if name in filled})
        for aspect, names in aspects.items()
    }


def _hash(members: dict[str, JsonValue]) -> str:
    text = json.dumps(members, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:_HASH_LENGTH]


def _day(stated: str) -> date | None:
    try:
        return date.fromisoformat(stated)
    except ValueError:
        return None


def _differs(before: Prints, now: Prints, event: str, aspect: str) -> bool:
    return before[event].get(aspect) != now[event].get(aspect)
