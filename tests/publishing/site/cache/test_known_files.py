"""A site that is published again: only what changed is written, and every byte is right."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.errors import ExportError
from geo.events.files.cache_files import write_cache_file
from geo.publishing.site.cache.known_files import read_known_files
from geo.publishing.site.folder.file import File, UnchangedFile
from geo.publishing.site.folder.last_site import open_last_site
from geo.publishing.site.folder.write import MOST_MOVED, write_site
from tests.event_texts import record
from tests.publishing.site.republishing import (
    Story,
    make_records,
    publish_events,
    publish_twice,
    read_folder,
    write_records,
)
from tests.story_folders import point


def _retitle(records: Story) -> None:
    records["crane"]["title"] = "Fire at the old crane"


def _speak_of_another(records: Story) -> None:
    (said,) = record("gate")["properties"]["claims"]
    records["gate"]["claims"] = [said | {"also_about": ["barge"]}]


def _change_in_an_incident(records: Story) -> None:
    records["ferry"]["end"] = "2023-05-04T09:00:00+02:00"


def _take_away(records: Story) -> None:
    del records["crane"]


def _move(records: Story) -> None:
    records["crane"]["geometry"] = point(3.5, 0.5)


def _put_last(records: Story) -> None:
    records["gate"] |= {"start": "2023-05-09T02:00:00+02:00", "end": "2023-05-09T03:00:00+02:00"}


def _put_first(records: Story) -> None:
    records["crane"] |= {"start": "2023-05-01T00:00:00+02:00", "end": "2023-05-01T01:00:00+02:00"}


# The changed one and those before and after it name its title; others where they speak of it.
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_retitle, {"barge", "crane", "depot"}),
        (_speak_of_another, {"barge", "gate"}),
        (_change_in_an_incident, {"depot", "ferry"}),
        (_take_away, {"barge", "depot"}),
    ],
)
def test_after_a_change_only_pages_that_show_it_are_written_and_all_bytes_are_those_of_a_new_site(
    tmp_path: Path, change: Callable[[Story], None], expected: set[str]
) -> None:
    records = make_records()
    assert publish_twice(tmp_path, records, change) == expected
    assert not (tmp_path / "site/events/crane").exists() or "crane" in records


# Its picture shows all events.
@pytest.mark.parametrize(
    ("change", "expected"),
    [(_move, set(make_records())), (_put_last, {"gate"}), (_retitle, {"barge", "crane", "depot"})],
)
def test_pages_with_a_picture_are_written_again_where_it_shows_something_else(
    tmp_path: Path, change: Callable[[Story], None], expected: set[str]
) -> None:
    assert publish_twice(tmp_path, make_records(), change, draws_pictures=True) == expected


def test_the_other_one_of_two_events_becomes_the_later_one(tmp_path: Path) -> None:
    two = {name: values for name, values in make_records().items() if name in ("barge", "crane")}
    assert publish_twice(tmp_path, two, _put_first) == {"barge", "crane"}


def test_a_correction_that_names_another_event_is_written_again_with_its_title(
    tmp_path: Path,
) -> None:
    records = make_records()
    correction = {
        "date": "2023-06-01",
        "event": "gate",
        "field": "claims.c1.also_about",
        "was": ["barge"],
        "is": None,
        "why": "The report is about one fire.",
    }
    (tmp_path / "story/corrections").mkdir(parents=True)
    (tmp_path / "story/corrections/gate.jsonl").write_text(json.dumps(correction))

    def retitle(records: Story) -> None:
        records["barge"]["title"] = "Fire at the old barge"

    assert publish_twice(tmp_path, records, retitle) == {"barge", "crane", "gate"}
    assert "old barge" in (tmp_path / "site/events/gate/index.html").read_text("utf-8")


def test_without_a_change_no_page_is_written_and_one_that_was_damaged_comes_back(
    tmp_path: Path,
) -> None:
    story, out = tmp_path / "story", tmp_path / "site"
    write_records(story, make_records())
    _, first = publish_events(story, out, tmp_path)
    page = out / "events/gate/index.html"
    moment = page.stat().st_mtime_ns
    assert publish_events(story, out, tmp_path) == (set(), first)
    assert page.stat().st_mtime_ns == moment
    page.write_bytes(b"damaged")
    assert publish_events(story, out, tmp_path) == ({"gate"}, first)


@pytest.mark.parametrize("content", [b"", b"[]", b'{"a": 1}', b"\xff", b'{"a": {}}'])
def test_a_list_of_known_files_that_is_none_makes_nothing_stay(
    tmp_path: Path, content: bytes
) -> None:
    write_cache_file(tmp_path / ".cache/site-files.json", content, 1)
    known = read_known_files(open_last_site(tmp_path), tmp_path)
    assert known.find("a") is None


def _many(count: int) -> list[File]:
    return [(f"{number}/index.html", f"page {number}".encode()) for number in range(count)]


@pytest.mark.parametrize("changed", [1, MOST_MOVED + 1])
def test_files_that_stay_and_files_that_change_make_one_site(tmp_path: Path, changed: int) -> None:
    out = tmp_path / "site"
    files = _many(MOST_MOVED + 3)
    write_site([*files, ("gone/page.html", b"")], out)
    stays = {path: open_last_site(out).find(path) for path, _ in files[changed:]}
    assert all(isinstance(one, UnchangedFile) for one in stays.values())
    new: list[File] = [(path, b"new") for path, _ in files[:changed]]
    write_site([*new, *((path, one) for path, one in stays.items() if one)], out)
    held = read_folder(out)
    lines = held.pop("manifest-sha256.txt").decode().splitlines()
    assert held == {
        path: b"new" if at < changed else content for at, (path, content) in enumerate(files)
    }
    assert len(lines) == 1 + len(files)
    assert not (out / "gone").exists()
    assert list(tmp_path.iterdir()) == [out]


def test_where_a_file_cannot_be_moved_into_place_the_old_site_comes_back(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_site([("a.html", b"old"), ("b", b"old"), ("stays.html", b"same")], out)
    before = read_folder(out)
    # A page where a file is: its folder cannot be made.
    files: list[File] = [("a.html", b"new"), ("b/index.html", b"new"), ("c.css", b"new")]
    with pytest.raises(ExportError, match="cannot be written to"):
        write_site([*files, ("stays.html", b"same")], out)
    assert read_folder(out) == before
    assert list(tmp_path.iterdir()) == [out]
