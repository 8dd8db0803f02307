"""One file or folder checked by what it is: events, a briefing, corrections, a whole story."""

from dataclasses import dataclass
from pathlib import Path

from geo.errors import EventFileError, GeoError, StoryFileError
from geo.events import EventSource
from geo.events.vocabulary import VOCABULARY, Vocabulary
from geo.story.briefings.briefing import BRIEFINGS_FOLDER
from geo.story.check.events_file import check_events_file
from geo.story.check.finding import Finding, reject_file
from geo.story.check.folder import (
    check_briefing_file,
    check_folder,
    check_street_map_of,
    describe_error,
)
from geo.story.check.rules.corrections import check_correction_lines
from geo.story.corrections.files import read_lines
from geo.story.files.street_map import STREETS_FILE
from geo.story.record import open_record
from geo.story.story_file import read_story
from geo.story.versions.files import count_versions, is_version_file


@dataclass(frozen=True)
class CheckedPath:
    """What is wrong with a file or folder, and how much of it is good, in words."""

    findings: tuple[Finding, ...]
    counted: str


def check_path(name: str) -> CheckedPath:
    """Return what is wrong with a file, a folder or a URL of events.

    Parameters
    ----------
    name : str
        A folder is checked as a story, `story.json` as the story of its folder, a file of a folder
        "briefings" as a briefing of the story around it, `versions.jsonl` and a `.json` of a folder
        "versions" as versions, any other `.jsonl` as corrections, `basemap.pmtiles` as a street
        map; anything else as events, which may have the own words of a story beside them.
    """
    source = EventSource.from_name(name)
    path = source.path
    if path and path.name == "story.json":
        path = path.resolve().parent
    if path and path.is_dir():
        folder = check_folder(path)
        return CheckedPath(folder.findings, _count(folder.count_good, folder.count_rejected))
    if path and path.resolve().parent.name == BRIEFINGS_FOLDER:
        return _check_briefing(path.resolve())
    if path and is_version_file(path.absolute()):
        return _check_versions(path.absolute())
    if path and path.suffix == ".jsonl":
        return _check_corrections(path)
    if path and path.name == STREETS_FILE:
        return CheckedPath(check_street_map_of(path.resolve().parent, None), "1 street map")
    vocabulary = read_vocabulary(path.resolve().parent) if path else VOCABULARY
    checked = check_events_file(source, vocabulary=vocabulary)
    counted = _count(checked.count_good, checked.count_rejected)
    return CheckedPath(checked.findings, "; ".join(filter(None, (counted, checked.advice))))


def read_vocabulary(folder: Path) -> Vocabulary:
    """Return the words of the story in a folder; without one those of every story."""
    try:
        return read_story(folder).vocabulary
    except StoryFileError:
        return VOCABULARY


def _check_briefing(path: Path) -> CheckedPath:
    folder = path.parent.parent
    try:
        story = read_story(folder)
        record = open_record(story, folder)
    except GeoError as error:
        return CheckedPath((describe_error(error, path.name),), "not checked")
    return CheckedPath(check_briefing_file(path, story, record), "1 briefing")


def _check_corrections(path: Path) -> CheckedPath:
    lines = list(read_lines(path, path.name))
    number = sum(line.number > 0 for line in lines)
    words = f"{number:,} correction{'' if number == 1 else 's'}"
    return CheckedPath(tuple(check_correction_lines(lines)), words)


def _check_versions(path: Path) -> CheckedPath:
    try:
        number = count_versions(path)
    except EventFileError as error:
        return CheckedPath(reject_file(error.file, error.problems), "not checked")
    return CheckedPath((), f"{number:,} version{'' if number == 1 else 's'}")


def _count(good: int, rejected: int) -> str:
    number = good + rejected
    return f"{number:,} record{'' if number == 1 else 's'}: {good:,} good, {rejected:,} rejected"
