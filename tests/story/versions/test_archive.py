"""The data of each entered version can be read back to the byte, and cost little space."""

import json
from pathlib import Path

import pytest

from geo.errors import EventFileError
from geo.story.versions.archive import (
    archive_data,
    is_archived,
    list_broken_archives,
    name_version,
    read_archived_data,
)
from tests.event_texts import collection, record


def test_versions_are_read_back_to_the_byte(tmp_path: Path) -> None:
    contents = [
        json.dumps(json.loads(collection(*[record(f"e{n}", place=f"Place {step}") if n == step
                                           else record(f"e{n}") for n in range(30)])), indent=1)
        .encode()
        for step in range(25)
    ]  # fmt: skip
    since = None
    for content in contents:
        assert archive_data(tmp_path, content, since)
        since = name_version(content)
    for content in contents:
        assert read_archived_data(tmp_path, name_version(content)) == content
    sizes = sorted(path.stat().st_size for path in (tmp_path / "versions").glob("*.xz"))
    assert sizes[len(sizes) // 2] < len(contents[0]) / 30


def test_a_version_that_was_not_kept_is_named(tmp_path: Path) -> None:
    assert not is_archived(tmp_path, "0123456789ab")
    with pytest.raises(EventFileError, match="version 0123456789ab: is not archived"):
        read_archived_data(tmp_path, "0123456789ab")


@pytest.mark.parametrize("broken", [b"", b"no lzma", None])
def test_a_broken_file_is_never_shown_as_the_version(tmp_path: Path, broken: bytes | None) -> None:
    version = name_version(b"events")
    archive_data(tmp_path, b"events")
    archive_data(tmp_path, b"other")
    other = (tmp_path / "versions" / f"{name_version(b'other')}.xz").read_bytes()
    (tmp_path / "versions" / f"{version}.xz").write_bytes(other if broken is None else broken)
    with pytest.raises(EventFileError, match="found a broken file"):
        read_archived_data(tmp_path, version)


def write_lines(version: str) -> bytes:
    """Return 20 events in lines, of which a new version repeats almost all."""
    content = collection(*[record(f"e{n}") for n in range(20)], version=version)
    return json.dumps(json.loads(content), indent=1).encode()


def test_an_archive_that_cannot_be_read_to_its_end_is_listed_and_replaced(tmp_path: Path) -> None:
    contents = [write_lines(one) for one in "123"]
    versions = [name_version(content) for content in contents]
    for content, since in zip(contents, [None, *versions], strict=False):
        archive_data(tmp_path, content, since)
    assert list_broken_archives(tmp_path) == ()
    first, second = (tmp_path / "versions" / f"{one}.xz" for one in versions[:2])
    second.write_bytes(second.read_bytes()[:-1])
    assert list_broken_archives(tmp_path) == (versions[1],)
    assert archive_data(tmp_path, contents[1], versions[0])
    assert read_archived_data(tmp_path, versions[2]) == contents[2]
    # One that is made from a file that is gone.
    first.unlink()
    assert list_broken_archives(tmp_path) == (versions[1],)


def test_a_broken_archive_before_it_costs_no_version(tmp_path: Path) -> None:
    contents = [write_lines(one) for one in "12"]
    since = name_version(contents[0])
    archive_data(tmp_path, contents[0])
    (tmp_path / "versions" / f"{since}.xz").write_bytes(b"")
    assert archive_data(tmp_path, contents[1], since)
    assert read_archived_data(tmp_path, name_version(contents[1])) == contents[1]
