"""Rules of corrections: they name what the record has, and what they made is what is there now."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from geopandas import GeoDataFrame

from geo.errors import EventFileError, quote
from geo.events import write_events
from geo.events.sparse.defaults import CLAIM_DEFAULTS, FORMER_BASIS
from geo.events.suggestion import suggest
from geo.story.check.finding import Finding, reject_file
from geo.story.check.rules.field_paths import (
    ADDED,
    MISSING,
    WHOLE,
    look_up,
    quote_difference,
)
from geo.story.corrections.correction import Correction
from geo.story.corrections.files import CORRECTIONS_FOLDER, CorrectionLine, iterate_lines
from geo.story.corrections.former import list_former
from geo.story.story_file import Story
from geo.story.versions.files import list_orphans, read_versions

_Members = Mapping[str, object]


def check_corrections(
    folder: Path,
    story: Story,
    events: GeoDataFrame | None,
    today: date | None = None,
    rejected: Iterable[str | None] = (),
) -> tuple[Finding, ...]:
    """Return what is wrong with the corrections of a folder.

    Parameters
    ----------
    folder : Path
    story : Story
    events : GeoDataFrame or None
        Drafts among them; without events the lines alone are checked.
    today : date, optional
        No correction was made later; by default today.
    rejected : iterable of str or None
        Ids of records of the file that are no events; None where it cannot be read.
    """
    lines = list(iterate_lines(folder, story.corrections))
    findings = [*check_correction_lines(lines, today)]
    if events is not None and lines:
        findings += _check_events(folder, lines, events, {*rejected})
    return (*findings, *_find_unread_files(folder))


def check_correction_lines(
    lines: Iterable[CorrectionLine], today: date | None = None
) -> Iterator[Finding]:
    """Yield what is wrong with lines of corrections alone; see `check_corrections`."""
    for line in lines:
        if line.correction is None:
            yield from reject_file(line.file, line.problems)
            continue
        yield from _check_date(line, today or date.today())
        if line.file.startswith(f"{CORRECTIONS_FOLDER}/"):
            yield from _check_file_name(line)


def _check_date(line: CorrectionLine, today: date) -> Iterator[Finding]:
    assert line.correction is not None
    if line.correction.date > today:
        wanted = f"a day that has come, {today} at the latest: readers do not see it before"
        found = line.correction.date.isoformat()
        yield Finding("should", line.file, f"line {line.number}, date", found, wanted)


def _find_unread_files(folder: Path) -> Iterator[Finding]:
    """Yield what lies among the corrections and is not read; systems hide files of their own."""
    for path in sorted((folder / CORRECTIONS_FOLDER).glob("*")):
        is_read = path.suffix == ".jsonl" and not path.is_dir()
        if not is_read and not path.name.startswith("."):
            found = "a folder" if path.is_dir() else "a file of another name"
            wanted = "a file EVENT.jsonl; this is not read"
            yield Finding("should", f"{CORRECTIONS_FOLDER}/{path.name}", "", found, wanted)


def _check_file_name(line: CorrectionLine) -> Iterator[Finding]:
    assert line.correction is not None
    stem = Path(line.file).stem
    if line.correction.event != stem:
        where, event = f"line {line.number}, event", line.correction.event
        wanted = f"a line in {CORRECTIONS_FOLDER}/{event[:100]}.jsonl"
        yield Finding("should", line.file, where, quote(event), wanted)


def _list_members(events: GeoDataFrame) -> dict[str, _Members]:
    """Return the members of each event as JSON has them."""
    members: dict[str, _Members] = {}
    for feature in json.loads(write_events(events, {}))["features"]:
        properties = feature["properties"] | {"geometry": feature["geometry"]}
        members[feature["id"]] = properties
    return members


def _check_events(
    folder: Path,
    lines: Iterable[CorrectionLine],
    events: GeoDataFrame,
    rejected: Collection[str | None],
) -> Iterator[Finding]:
    """Yield what is wrong with corrections of what the record has, or should have."""
    by_event: dict[str, list[CorrectionLine]] = defaultdict(list)
    for line in lines:
        if line.correction:
            by_event[line.correction.event].append(line)
    record = _list_members(events)
    absent = by_event.keys() - record.keys() - {*rejected}
    # A record without an id may be any event.
    named = [one.correction for event in absent for one in by_event[event] if one.correction]
    former = _list_former(folder, named, record) if named and None not in rejected else absent
    for event, own in by_event.items():
        if event in record:
            yield from _check_event(own, record[event])
        elif event in absent:
            yield from _check_absent(event, own, record, event in former)


def _list_former(
    folder: Path, corrections: Collection[Correction], record: Collection[str]
) -> Collection[str]:
    """Return which absent events were once there; all, where not every version can be read."""
    named = {one.event for one in corrections}
    try:
        versions = read_versions(folder)
        is_known = not list_orphans(folder)
    except EventFileError:
        return named
    return list_former(corrections, record, versions.values()) if is_known else named


def _check_absent(
    event: str, lines: list[CorrectionLine], record: Collection[str], is_former: bool
) -> Iterator[Finding]:
    """Yield a correction of an event that never was, or one that does not say what became of it."""
    line = lines[0]
    found = quote(event) + suggest(event, record)
    where = f"line {line.number}, event"
    if not is_former:
        wanted = "the id of an event that the record has, or had in one of its versions"
        yield Finding("must", line.file, where, found, wanted)
    elif not any(one.correction and one.correction.field in WHOLE for one in lines):
        wanted = (
            "the id of an event of the record, or a correction of its `id` that lists the ids "
            "of its successors"
        )
        yield Finding("should", line.file, where, found, wanted)


def _check_event(lines: list[CorrectionLine], now: _Members) -> Iterator[Finding]:
    for number, line in enumerate(lines):
        correction = line.correction
        assert correction is not None
        if correction.field in WHOLE:
            continue
        later = [one.correction.field for one in lines[number + 1 :] if one.correction]
        yield from _check_chain(line, lines[number + 1 :])
        if any(_overlap(correction.field, field) for field in later):
            continue
        yield from _check_now(line, now)


def _overlap(one: str, other: str) -> bool:
    """Return whether a later correction may have changed what an earlier one made."""
    shorter, longer = sorted((one, other), key=len)
    is_within = longer == shorter or longer.startswith(f"{shorter}.")
    return is_within and not one.endswith(ADDED)


def _check_chain(line: CorrectionLine, later: list[CorrectionLine]) -> Iterator[Finding]:
    """Yield the next correction of the same field, where it starts from another value."""
    correction = line.correction
    assert correction is not None
    for other in later:
        following = other.correction
        if following and following.field == correction.field and correction.field[-1] != ADDED:
            if None not in (following.was, correction.is_) and following.was != correction.is_:
                where = f"line {other.number}, was"
                wanted = f"what line {line.number} made of it, {quote(correction.is_)}"
                yield Finding("should", other.file, where, quote(following.was), wanted)
            return


def _check_now(line: CorrectionLine, now: _Members) -> Iterator[Finding]:
    """Yield a correction of a member that is not there, or that has another value now."""
    correction = line.correction
    assert correction is not None
    field, made = correction.field, correction.is_
    where = f"line {line.number}"
    top = field.split(".")[0]
    if top not in now:
        found = quote(field) + suggest(top, now)
        yield Finding("should", line.file, f"{where}, field", found, "a member of the record")
        return
    if field.endswith(f".{ADDED}") and isinstance(made, dict):
        field = f"{top}.{made.get('id')}"
        if look_up(now, field) is MISSING:
            yield Finding("should", line.file, f"{where}, is", quote(field), "what the record has")
        return
    there = look_up(now, field)
    if there is MISSING:
        if made is not None:
            yield Finding("should", line.file, f"{where}, field", quote(field), "a member there")
    elif made is not None and _differs(made, there) and not _was_left_out(field, made, there):
        found, present = quote_difference(made, there)
        wanted = f"what is there now, {present}"
        yield Finding("should", line.file, f"{where}, is", found, wanted)


def _was_left_out(field: str, made: object, there: object) -> bool:
    """Return whether a file left out the basis that was made, since it was once the default."""
    is_basis = field.startswith("claims.") and field.endswith(".basis")
    return is_basis and (made, there) == (FORMER_BASIS, CLAIM_DEFAULTS["basis"])


def _differs(made: object, there: object) -> bool:
    """Return whether two values of one kind differ; a count says nothing of an object or list.

    A speaker's plain name may be a structure now.
    """
    if isinstance(made, str) and isinstance(there, dict) and "name" in there:
        return str(there["name"]).casefold() not in made.casefold()
    return made != there and not (isinstance(made, int) and isinstance(there, dict | list))
