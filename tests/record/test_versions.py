"""The shipped versions know the shipped events."""

from geo.story.versions.changes import compare_with_version
from geo.story.versions.files import read_versions
from tests.shipped_record import DATA, open_shipped


def test_the_shipped_events_are_a_known_version() -> None:
    record = open_shipped().record
    versions = read_versions(DATA)
    wanted = f"run: python -m geo version (known: {', '.join(versions)})"
    assert record.version in versions, wanted
    changes = compare_with_version(versions[record.version], record.events)
    assert str(changes) == "no event changed"


def test_each_file_of_the_shipped_versions_is_small() -> None:
    sizes = [path.stat().st_size for path in (DATA / "versions").glob("*.json")]
    assert 0 < max(sizes) < 50_000
