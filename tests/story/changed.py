"""What has changed between two files of events, for tests."""

from pathlib import Path

from geopandas import GeoDataFrame

from geo.story.versions.changes import Changes, Version, compare_with_version
from geo.story.versions.fingerprints import compute_fingerprints
from geo.story.view import open_view
from tests.story_folders import write_story


def events_of(folder: Path, *records: object) -> GeoDataFrame:
    return open_view(write_story(folder, *records)).record.events


def version_of(events: GeoDataFrame) -> Version:
    return Version("3f9a0c417be2", "2023-06-02", compute_fingerprints(events))


def changes_between(folder: Path, before: list[object], after: list[object]) -> Changes:
    version = version_of(events_of(folder, *before))
    return compare_with_version(version, events_of(folder, *after))
