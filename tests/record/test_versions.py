"""The shipped file of versions knows the shipped events."""

from pathlib import Path

from geo.story.changes import compare_with_version
from geo.story.versions import VERSIONS_FILE, read_versions
from geo.story.view import open_view

DATA = Path(__file__).parents[2] / "data"


def test_the_shipped_events_are_a_known_version() -> None:
    record = open_view(DATA).record
    versions = read_versions(DATA / VERSIONS_FILE)
    wanted = f"run: python -m geo version (known: {', '.join(versions)})"
    assert record.version in versions, wanted
    changes = compare_with_version(versions[record.version], record.events)
    assert str(changes) == "no event changed"


def test_each_line_of_the_shipped_versions_is_small() -> None:
    first, *others = (DATA / VERSIONS_FILE).read_text("utf-8").splitlines()
    assert len(first) < 50_000
    assert all(len(line) < 50_000 for line in others)
