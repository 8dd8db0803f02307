"""The versions of a story: what each event was like at each of them, as short hashes.

``versions/ID.json`` in the story's folder holds one version: its date, the version that it was
made from, and for each event that differs from that one the hash of each of its parts. Two editors
who each add a version add two files, and each stays true after a merge. The one file of all
versions that stories had before, ``versions.jsonl``, is still read: each line was made from the
line before.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated

from geopandas import GeoDataFrame
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from geo.errors import EventFileError, Problem
from geo.events.files.written_file import write_whole_file
from geo.story.files.own_file import read_own_file
from geo.story.files.problems import VERSION, list_problems
from geo.story.versions.changes import Changes, Version, compare_with_version
from geo.story.versions.fingerprints import EventFingerprint, Fingerprints, compute_fingerprints

VERSIONS_FOLDER = "versions"
SINGLE_FILE = "versions.jsonl"

# Versions written before the parts were renamed are still read.
_FORMER_NAMES = {
    "how far it is verified": "verification",
    "who did it": "attribution",
    "what is said": "claims",
}
_VersionId = Annotated[str, Field(pattern=VERSION)]


class _Entry(BaseModel):
    """One version as it is written."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: _VersionId
    date: date
    since: _VersionId | None = None
    events: dict[str, dict[str, str]]
    removed: tuple[str, ...] = ()


def read_versions(folder: Path) -> dict[str, Version]:
    """Return the versions of a story's folder by their hash, the oldest first.

    Those of one day come after the version that they were made from. A version that was made
    from one that is missing is left out: what it was like is not known.

    Raises
    ------
    EventFileError
        If a file or line is not a version; the message names it.
    """
    known = _read_entries(folder)
    versions: dict[str, Version] = {}
    for entry in sorted(known.values(), key=lambda entry: _sort_key(entry, known)):
        before = versions.get(entry.since) if entry.since else Version("", "", {})
        if before is not None:
            fingerprints = _apply(entry, before.fingerprints)
            versions[entry.version] = Version(entry.version, entry.date.isoformat(), fingerprints)
    return versions


def list_orphans(folder: Path) -> tuple[str, ...]:
    """Return the versions that were made from one that is missing; see `read_versions`.

    Raises
    ------
    EventFileError
        If a file or line is not a version.
    """
    return tuple(sorted(_read_entries(folder).keys() - read_versions(folder).keys()))


def add_version(
    folder: Path, version: str, events: GeoDataFrame, as_of: str, today: date
) -> Changes | None:
    """Add the current data to the versions of a folder; return how they differ from the last one.

    Parameters
    ----------
    folder : Path
        The story's.
    version : str
        Short hash of the current event file.
    events : GeoDataFrame, n rows
        Of that file.
    as_of : str
        The date that the file states; "" for none.
    today : date
        The date of the version where the file states none that can be read.

    Returns
    -------
    Changes or None
        None if the folder has this version already; then nothing is written.
    """
    versions = read_versions(folder)
    if version in versions:
        return None
    last = next(reversed(versions.values()), Version("", "", {}))
    changes = compare_with_version(last, events)
    fingerprints = compute_fingerprints(events)
    differing = sorted({*changes.added, *changes.changed, *changes.reworded})
    entry = _Entry(
        version=version,
        date=_parse_date(as_of) or today,
        since=last.id or None,
        events={event: dict(fingerprints[event]) for event in differing},
        removed=changes.removed,
    )
    path = folder / VERSIONS_FOLDER / f"{version}.json"
    path.parent.mkdir(exist_ok=True)
    write_whole_file(path, _format(entry).encode())
    return changes


def is_version_file(path: Path) -> bool:
    """Return whether a file holds versions by its name: all of them, or one in their folder."""
    return path.name == SINGLE_FILE or (
        path.parent.name == VERSIONS_FOLDER and path.suffix == ".json"
    )


def count_versions(path: Path) -> int:
    """Return how many versions a file holds: that of all versions, or one of their folder.

    Raises
    ------
    EventFileError
        If it, or one of its lines, is not a version.
    """
    return len([*_read_single(path)]) if path.name == SINGLE_FILE else len([_read_file(path)])


def _read_entries(folder: Path) -> dict[str, _Entry]:
    single = folder / SINGLE_FILE
    files = map(_read_file, sorted((folder / VERSIONS_FOLDER).glob("*.json")))
    entries = [*(_read_single(single) if single.exists() else ()), *files]
    return {entry.version: entry for entry in entries}


def _read_single(path: Path) -> Iterator[_Entry]:
    last: str | None = None
    text = _read_text(path.parent, path.name)
    lines = text.removesuffix("\n").split("\n") if text else []
    for number, text in enumerate(lines, start=1):
        entry = _parse(text, path.name, "restore the file", f"line {number}")
        yield entry.model_copy(update={"since": entry.since or last})
        last = entry.version


def _read_file(path: Path) -> _Entry:
    name = f"{path.parent.name}/{path.name}"
    advice = "restore the file, or delete it and run geo version"
    entry = _parse(_read_text(path.parent.parent, name), name, advice)
    if entry.version != path.stem:
        problem = Problem("version", repr(entry.version), repr(path.stem))
        raise EventFileError(problem, file=name)
    return entry


def _read_text(folder: Path, name: str) -> str:
    content = read_own_file(folder, name, "JSON", EventFileError)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        problem = Problem("", "a file that is not text", "JSON")
        raise EventFileError(problem, file=name) from error


def _parse(text: str, file: str, advice: str, line: str = "") -> _Entry:
    try:
        return _Entry.model_validate_json(text)
    except ValidationError as error:
        problems = list_problems(error, _Entry)
        if error.errors()[0]["type"] == "json_invalid":
            problems = (Problem("", "text that is cut off or no JSON", f"a version: {advice}"),)
        raise EventFileError(*(problem.within(line) for problem in problems), file=file) from error


def _sort_key(entry: _Entry, known: Mapping[str, _Entry]) -> tuple[str, int, str]:
    """Return date, number of versions before it, and hash: the same order in every folder."""
    steps, dates, here = 0, [entry.date], entry
    while here.since and here.since in known and steps <= len(known):
        here = known[here.since]
        dates.append(here.date)
        steps += 1
    # A date that was set back still leaves a version after the one that it was made from.
    return max(dates).isoformat(), steps, entry.version


def _apply(entry: _Entry, before: Fingerprints) -> dict[str, EventFingerprint]:
    stay = {event: parts for event, parts in before.items() if event not in entry.removed}
    return stay | dict(_rename_parts(entry.events.items()))


def _rename_parts(
    events: Iterable[tuple[str, EventFingerprint]],
) -> Iterator[tuple[str, EventFingerprint]]:
    for event, parts in events:
        yield event, {_FORMER_NAMES.get(part, part): hash_ for part, hash_ in parts.items()}


def _format(entry: _Entry) -> str:
    """Return an entry as JSON with an event on each line."""
    made = entry.model_dump(mode="json")
    events = made.pop("events")
    lines = [f"  {json.dumps(event)}: {json.dumps(parts)}" for event, parts in events.items()]
    head = "".join(f" {json.dumps(name)}: {json.dumps(value)},\n" for name, value in made.items())
    body = "{\n" + ",\n".join(lines) + "\n }" if lines else "{}"
    return "{\n" + head + f' "events": {body}\n' + "}\n"


def _parse_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
