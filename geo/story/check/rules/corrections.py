"""Rules of corrections: they name what the record has, and what they made is what is there now."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from geopandas import GeoDataFrame

from geo.errors import quote
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
from geo.story.corrections.files import CORRECTIONS_FOLDER, CorrectionLine, iterate_lines
from geo.story.story_file import Story

_Members = Mapping[str, object]


def check_corrections(
    folder: Path, story: Story, events: GeoDataFrame | None, today: date | None = None
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
    """
    lines = list(iterate_lines(folder, story.corrections))
    return (*check_correction_lines(lines, events, today), *_find_unread_files(folder))


def check_correction_lines(
    lines: list[CorrectionLine], events: GeoDataFrame | None, today: date | None = None
) -> Iterator[Finding]:
    """Yield what is wrong with lines of corrections; see `check_corrections`."""
    for line in lines:
        if line.correction is None:
            yield from reject_file(line.file, line.problems)
            continue
        yield from _check_date(line, today or date.today())
        if line.file.startswith(f"{CORRECTIONS_FOLDER}/"):
            yield from _check_file_name(line)
    if events is not None and lines:
        by_event: dict[str, list[CorrectionLine]] = defaultdict(list)
        for line in lines:
            if line.correction:
                by_event[line.correction.event].append(line)
        members = _list_members(events)
        for event, own in by_event.items():
            yield from _check_event(event, own, members)


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


def _check_event(
    event: str, lines: list[CorrectionLine], record: Mapping[str, _Members]
) -> Iterator[Finding]:
    now = record.get(event)
    if now is None:
        if not any(line.correction and line.correction.field in WHOLE for line in lines):
            wanted = (
                "the id of an event of the record, or a correction of its `id` that lists the ids "
                "of its successors"
            )
            line = lines[0]
            found = quote(event) + suggest(event, record)
            yield Finding("should", line.file, f"line {line.number}, event", found, wanted)
        return
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
