"""The file of versions: what each event was like at each version of the data, as short hashes.

versions.jsonl lies in the story's folder and has one line per version: the version's hash and
date, and for each event that differs from the line before the hash of each of its parts. Lines
are only ever added.
"""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from geo.errors import EventFileError
from geo.story.changes import Changes, Version, compare_with_version
from geo.story.fingerprints import EventFingerprint, Fingerprints, compute_fingerprints
from geo.story.problems import VERSION, describe_problems
from geo.story.record import Record

VERSIONS_FILE = "versions.jsonl"

# Lines written before the parts were renamed are still read.
_FORMER_NAMES = {
    "how far it is verified": "verification",
    "who did it": "attribution",
    "what is said": "claims",
}


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Annotated[str, Field(pattern=VERSION)]
    date: date
    events: dict[str, dict[str, str]]
    removed: tuple[str, ...] = ()


def read_versions(path: Path) -> dict[str, Version]:
    """Return the versions of a file by their hash, the oldest first; none where there is no file.

    Raises
    ------
    EventFileError
        If a line is not a version; the message names the line.
    """
    if not path.exists():
        return {}
    versions: dict[str, Version] = {}
    fingerprints: Fingerprints = {}
    for number, text in enumerate(path.read_text("utf-8").splitlines(), start=1):
        try:
            line = _Line.model_validate_json(text)
        except ValidationError as error:
            problems = describe_problems(error)
            raise EventFileError(f"{path.name}, line {number}, {problems}") from error
        kept = {event: parts for event, parts in fingerprints.items() if event not in line.removed}
        fingerprints = kept | _rename_parts(line.events)
        versions[line.version] = Version(line.version, line.date.isoformat(), fingerprints)
    return versions


def _rename_parts(events: Mapping[str, EventFingerprint]) -> dict[str, EventFingerprint]:
    return {
        event: {_FORMER_NAMES.get(part, part): hash_ for part, hash_ in parts.items()}
        for event, parts in events.items()
    }


def add_version(path: Path, record: Record, today: date) -> Changes | None:
    """Add the current data to a file of versions; return how they differ from the last one.

    Parameters
    ----------
    path : Path
        The file; created where there is none.
    record : Record
    today : date
        The date of the version where the record does not state one.

    Returns
    -------
    Changes or None
        None where the file has this version already; then nothing is written.
    """
    versions = read_versions(path)
    if record.version in versions:
        return None
    last = next(reversed(versions.values()), Version("", "", {}))
    changes = compare_with_version(last, record.events)
    fingerprints = compute_fingerprints(record.events)
    differing = sorted({*changes.added, *changes.changed})
    line = _Line(
        version=record.version,
        date=_parse_date(record.about.get("as_of", "")) or today,
        events={event: dict(fingerprints[event]) for event in differing},
        removed=changes.removed,
    )
    text = json.dumps(line.model_dump(mode="json"), ensure_ascii=False, separators=(",", ":"))
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(text + "\n")
    return changes


def _parse_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
