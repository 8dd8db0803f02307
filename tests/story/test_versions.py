"""The file of versions: lines are only added, and each version can be read back."""

import json
from datetime import date
from pathlib import Path

import pytest

from geo.errors import EventFileError
from geo.story.changes import compare_with_version
from geo.story.fingerprints import compute_fingerprints
from geo.story.record import Record
from geo.story.versions import VERSIONS_FILE, add_version, read_versions
from geo.story.view import open_view
from tests.event_texts import record
from tests.story_folders import write_story

TODAY = date(2023, 6, 2)


def record_of(folder: Path, *records: object, **about: str) -> Record:
    return open_view(write_story(folder, *records, **about)).record


def test_versions_are_only_ever_added_and_each_can_be_read_back(tmp_path: Path) -> None:
    path = tmp_path / VERSIONS_FILE
    states = [
        [record("a"), record("b")],
        [record("a", place="Elsewhere"), record("b")],
        [record("b"), record("c")],
        [],
        [record("a")],
    ]
    fingerprints, texts = {}, [""]
    for state in states:
        record_now = record_of(tmp_path, *state)
        add_version(path, record_now, TODAY)
        fingerprints[record_now.version] = compute_fingerprints(record_now.events)
        texts.append(path.read_text("utf-8"))
        assert texts[-1].startswith(texts[-2])
    read = {name: version.fingerprints for name, version in read_versions(path).items()}
    assert read == fingerprints


def test_a_line_holds_only_what_differs_from_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / VERSIONS_FILE
    add_version(path, record_of(tmp_path, record("a"), record("b")), TODAY)
    add_version(path, record_of(tmp_path, record("a"), record("b", place="Elsewhere")), TODAY)
    last = json.loads(path.read_text("utf-8").splitlines()[-1])
    assert set(last["events"]) == {"b"}


def test_a_known_version_is_not_added_again(tmp_path: Path) -> None:
    path = tmp_path / VERSIONS_FILE
    record_now = record_of(tmp_path, record())
    assert add_version(path, record_now, TODAY)
    before = path.read_bytes()
    assert add_version(path, record_now, TODAY) is None
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("stated", "kept"), [("2023-05-20", "2023-05-20"), ("Autumn", "2023-06-02")]
)
def test_a_version_has_the_date_that_the_file_states_if_it_is_one(
    tmp_path: Path, stated: str, kept: str
) -> None:
    record_now = record_of(tmp_path, record(), as_of=stated)
    add_version(tmp_path / VERSIONS_FILE, record_now, TODAY)
    assert read_versions(tmp_path / VERSIONS_FILE)[record_now.version].date == kept


def test_no_file_has_no_versions(tmp_path: Path) -> None:
    assert read_versions(tmp_path / VERSIONS_FILE) == {}


@pytest.mark.parametrize("line", ["not json", '{"version": "x"}', "[]", ""])
def test_a_bad_line_is_reported_by_its_number(tmp_path: Path, line: str) -> None:
    path = tmp_path / VERSIONS_FILE
    add_version(path, record_of(tmp_path, record()), TODAY)
    path.write_text(path.read_text("utf-8") + line + "\n", "utf-8")
    with pytest.raises(EventFileError, match=r"versions\.jsonl, line 2"):
        read_versions(path)


def test_lines_with_the_former_names_of_the_parts_are_still_read(tmp_path: Path) -> None:
    path = tmp_path / VERSIONS_FILE
    bridges = record_of(tmp_path, record())
    add_version(path, bridges, TODAY)
    text = path.read_text("utf-8")
    for former, name in (
        ("how far it is verified", "verification"),
        ("who did it", "attribution"),
        ("what is said", "claims"),
    ):
        assert f'"{name}":' in text
        text = text.replace(f'"{name}":', f'"{former}":')
    path.write_text(text, "utf-8")
    assert not compare_with_version(read_versions(path)[bridges.version], bridges.events)


def test_a_message_says_what_was_found_and_wanted(tmp_path: Path) -> None:
    path = tmp_path / VERSIONS_FILE
    path.write_text('{"version": "3f9a0c417be2", "date": "spring", "events": {}}\n', "utf-8")
    with pytest.raises(EventFileError) as raised:
        read_versions(path)
    assert str(raised.value) == (
        "versions.jsonl, line 1, date: found 'spring', wanted a date such as 2023-05-03"
    )
