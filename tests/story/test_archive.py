"""The data of each entered version can be read back to the byte, and cost little space."""

import json
from pathlib import Path

import pytest

from geo.cli.main import main
from geo.errors import EventFileError
from geo.story.archive import archive_data, is_archived, name_version, read_archived_data
from geo.story.view import open_view
from tests.event_texts import collection, record
from tests.story_folders import write_story


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


def test_the_library_opens_the_data_that_a_link_names_and_says_so(tmp_path: Path) -> None:
    folder = write_story(tmp_path / "story", record("a"))
    assert main(["version", "--story", str(folder)]) == 0
    old = open_view(folder).record.version
    (folder / "events.geojson").write_bytes(collection(record("a"), record("b")))
    assert main(["version", "--story", str(folder)]) == 0
    with pytest.warns(UserWarning, match=f"the data of version {old} of .*; the newest are"):
        view = open_view(folder, f"?data={old}")
    assert list(view.record.events.index) == ["a"]
    assert view.record.version == old
    with pytest.warns(UserWarning, match="Version 0123456789ab is not known"):
        assert len(open_view(folder, "?data=0123456789ab").record.events) == 2


def test_drafts_of_an_old_version_stay_at_the_desk(tmp_path: Path) -> None:
    folder = write_story(tmp_path / "story", record("a"), record("b", workflow="draft"))
    assert main(["version", "--story", str(folder)]) == 0
    old = open_view(folder).record.version
    (folder / "events.geojson").write_bytes(collection(record("a", place="Elsewhere")))
    with pytest.warns(UserWarning, match=old):
        assert list(open_view(folder, f"data={old}").record.events.index) == ["a"]
