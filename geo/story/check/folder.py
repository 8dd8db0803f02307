"""All files of a story's folder checked together."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from geopandas import GeoDataFrame

from geo.errors import BorderFileError, GeoError, StoryFileError
from geo.events import EventSource
from geo.story.briefings.briefing import BRIEFINGS_FOLDER, list_briefings, parse_briefing
from geo.story.check.events_file import check_events_file
from geo.story.check.finding import Finding
from geo.story.check.partial_story import read_partial_story
from geo.story.check.rules.briefings import check_annotation, check_briefing, check_lead
from geo.story.check.rules.corrections import check_corrections
from geo.story.check.rules.figures import (
    check_briefing_figures,
    check_own_distances,
    check_story_figures,
)
from geo.story.check.rules.own_words import check_own_words
from geo.story.check.rules.street_map import check_street_map
from geo.story.check.rules.versions import check_versions
from geo.story.files.method_file import METHOD_FILE, read_method
from geo.story.files.own_file import find_own_file, read_own_file
from geo.story.files.street_map import STREETS_FILE, open_street_map
from geo.story.record import Record, join_record
from geo.story.story_file import Story, read_story
from geo.story.versions.archive import name_version


@dataclass(frozen=True)
class CheckedFolder:
    """A story's folder, and what is wrong with it.

    Attributes
    ----------
    findings : tuple of Finding
        By file: story, events, briefings, corrections, versions, method, street map.
    count_good, count_rejected : int
        Records.
    opened : (Story, Record) or None
        What was checked; None if it cannot be opened.
    """

    findings: tuple[Finding, ...]
    count_good: int = 0
    count_rejected: int = 0
    opened: tuple[Story, Record] | None = None


def check_folder(folder: Path, today: date | None = None, *, advises: bool = True) -> CheckedFolder:
    """Return what is wrong with the files of a story's folder.

    Parameters
    ----------
    folder : Path
        Holds story.json and the files that it names.
    today : date, optional
        What lies later has not happened; by default today.
    advises : bool
        Whether to report also what should be corrected in events, not only what must be.
    """
    wrong: list[Finding] = []
    try:
        story = read_story(folder)
    except StoryFileError as error:
        wrong = [describe_error(error, "story.json")]
        partial = read_partial_story(folder)
        if partial is None:
            message = f"{wrong[0].found}; the other files are checked once this is corrected"
            return CheckedFolder((replace(wrong[0], found=message),))
        story = partial
    source = EventSource.from_name(find_own_file(folder, story.events))
    checked = check_events_file(source, story, today, advises=advises)
    findings = [*wrong, *check_own_words(story), *checked.findings]
    record = None
    if checked.reading:
        try:
            record = join_record(story, folder, checked.content, checked.reading)
        except GeoError as error:
            named = story.border.file if story.border else None
            is_named = named and isinstance(error, BorderFileError)
            findings.append(describe_error(error, named if is_named and named else "story.json"))
    if record is not None:
        findings += check_lead(story, record, list_briefings(folder))
        for annotation in story.annotations:
            findings += check_annotation(annotation, story, record)
        findings += check_story_figures(story, record)
        findings += check_own_distances(story, record, source.name) if advises else ()
    findings += _check_briefings(folder, story, record)
    rejected = checked.reading.rejected if checked.reading else ()
    unread = [one.id for one in rejected if one.number is not None]
    findings += check_corrections(folder, story, checked.events, today, unread)
    if checked.reading:
        findings += check_versions(folder, name_version(checked.content), advises=advises)
    findings += [*_check_method(folder), *check_street_map_of(folder, checked.events)]
    opened = (story, record) if record and not wrong else None
    return CheckedFolder(tuple(findings), checked.count_good, checked.count_rejected, opened)


def _check_briefings(folder: Path, story: Story, record: Record | None) -> list[Finding]:
    findings: list[Finding] = []
    for path in sorted((folder / BRIEFINGS_FOLDER).glob("*.json")):
        findings += check_briefing_file(path, story, record)
    return findings


def check_briefing_file(path: Path, story: Story, record: Record | None) -> tuple[Finding, ...]:
    """Return what is wrong with a briefing's file; without a record only its form is checked."""
    name = f"{BRIEFINGS_FOLDER}/{path.name}"
    try:
        content = read_own_file(path.parent.parent, name, "a briefing")
        briefing = parse_briefing(content, name)
    except StoryFileError as error:
        return (describe_error(error, name),)
    if record is None:
        return ()
    figures = check_briefing_figures(briefing, record, story, name)
    return (*check_briefing(briefing, record, story, name), *figures)


def _check_method(folder: Path) -> tuple[Finding, ...]:
    try:
        read_method(folder)
    except StoryFileError as error:
        return (describe_error(error, METHOD_FILE),)
    return ()


def check_street_map_of(folder: Path, events: GeoDataFrame | None) -> tuple[Finding, ...]:
    """Return what is wrong with the street map of a folder, which may have none."""
    try:
        file = open_street_map(folder)
    except StoryFileError as error:
        return (describe_error(error, STREETS_FILE),)
    if file is None:
        return ()
    places = [] if events is None else events[["lon", "lat"]].dropna().itertuples(index=False)
    return check_street_map(file, list(places))


def describe_error(error: GeoError, file: str) -> Finding:
    """Return why a file cannot be used, as a finding."""
    # A border names its file without the folder.
    is_named = error.file in (file, Path(file).name)
    return Finding("must", file, "", error.message if is_named else str(error), "")
