"""Versions: a file each, only ever added, and each can be read back."""

import json
from datetime import date
from pathlib import Path

import pytest

from geo.errors import EventFileError
from geo.story.record import Record
from geo.story.versions.changes import Changes, compare_with_version
from geo.story.versions.files import add_version, list_orphans, read_versions
from geo.story.versions.fingerprints import compute_fingerprints
from geo.story.view import open_view
from tests.event_texts import record
from tests.story_folders import write_story

TODAY = date(2023, 6, 2)


def record_of(folder: Path, *records: object, **about: str) -> Record:
    return open_view(write_story(folder, *records, **about)).record


def enter(folder: Path, shown: Record) -> Changes | None:
    """Enter a record as a version of a folder, on a day in June."""
    return add_version(folder, shown.version, shown.events, shown.about.get("as_of", ""), TODAY)


def read_files(folder: Path) -> dict[str, str]:
    """Return the text of each file of a version."""
    return {path.name: path.read_text("utf-8") for path in (folder / "versions").glob("*.json")}


def test_versions_are_only_ever_added_and_each_can_be_read_back(tmp_path: Path) -> None:
    states = [
        [record("a"), record("b")],
        [record("a", place="Elsewhere"), record("b")],
        [record("b"), record("c")],
        [],
        [record("a")],
    ]
    fingerprints: dict[str, object] = {}
    before: dict[str, str] = {}
    for state in states:
        record_now = record_of(tmp_path, *state)
        enter(tmp_path, record_now)
        fingerprints[record_now.version] = compute_fingerprints(record_now.events)
        now = read_files(tmp_path)
        assert now.items() >= before.items()
        before = now
    read = {name: version.fingerprints for name, version in read_versions(tmp_path).items()}
    assert read == fingerprints
    assert list(read) == list(fingerprints)


def test_a_file_holds_only_what_differs_from_the_version_before(tmp_path: Path) -> None:
    first = record_of(tmp_path, record("a"), record("b"))
    enter(tmp_path, first)
    second = record_of(tmp_path, record("a"), record("b", place="Elsewhere"))
    enter(tmp_path, second)
    last = json.loads(read_files(tmp_path)[f"{second.version}.json"])
    assert set(last["events"]) == {"b"}
    assert last["since"] == first.version


def test_a_known_version_is_not_added_again(tmp_path: Path) -> None:
    record_now = record_of(tmp_path, record())
    assert enter(tmp_path, record_now)
    before = read_files(tmp_path)
    assert enter(tmp_path, record_now) is None
    assert read_files(tmp_path) == before


def test_a_version_whose_predecessor_is_missing_is_not_guessed(tmp_path: Path) -> None:
    first, second = record_of(tmp_path, record("a")), None
    enter(tmp_path, first)
    second = record_of(tmp_path, record("a"), record("b"))
    enter(tmp_path, second)
    (tmp_path / "versions" / f"{first.version}.json").unlink()
    assert read_versions(tmp_path) == {}
    assert list_orphans(tmp_path) == (second.version,)


@pytest.mark.parametrize(
    ("stated", "kept"), [("2023-05-20", "2023-05-20"), ("Autumn", "2023-06-02")]
)
def test_a_version_has_the_date_that_the_file_states_if_it_is_one(
    tmp_path: Path, stated: str, kept: str
) -> None:
    record_now = record_of(tmp_path, record(), as_of=stated)
    enter(tmp_path, record_now)
    assert read_versions(tmp_path)[record_now.version].date == kept


def test_no_file_has_no_versions(tmp_path: Path) -> None:
    assert read_versions(tmp_path) == {}


LINE = '{"version": "3f9a0c417be2", "date": "2023-06-01", "events": {}}'


@pytest.mark.parametrize("line", ["not json", '{"version": "x"}', "[]", ""])
def test_a_bad_line_of_the_former_single_file_is_reported(tmp_path: Path, line: str) -> None:
    (tmp_path / "versions.jsonl").write_text(f"{LINE}\n{line}\n", "utf-8")
    with pytest.raises(EventFileError, match=r"versions\.jsonl, line 2"):
        read_versions(tmp_path)


@pytest.mark.parametrize("text", ["not json", '{"version": "x"}', "[]", "", LINE])
def test_a_bad_file_is_reported_by_its_name(tmp_path: Path, text: str) -> None:
    (tmp_path / "versions").mkdir()
    (tmp_path / "versions" / "0123456789ab.json").write_text(text, "utf-8")
    with pytest.raises(EventFileError, match=r"versions/0123456789ab\.json[,:] "):
        read_versions(tmp_path)


def test_lines_of_the_former_single_file_follow_one_another(tmp_path: Path) -> None:
    lines = [
        {"version": "aaaaaaaaaaaa", "date": "2023-06-01", "events": {"a": {"time": "1"}}},
        {"version": "bbbbbbbbbbbb", "date": "2023-06-01", "events": {"b": {"time": "2"}}},
    ]
    text = "".join(json.dumps(line) + "\n" for line in lines)
    (tmp_path / "versions.jsonl").write_text(text, "utf-8")
    assert [sorted(one.fingerprints) for one in read_versions(tmp_path).values()] == [
        ["a"],
        ["a", "b"],
    ]


def test_versions_with_the_former_names_of_the_parts_are_still_read(tmp_path: Path) -> None:
    bridges = record_of(tmp_path, record())
    enter(tmp_path, bridges)
    path = tmp_path / "versions" / f"{bridges.version}.json"
    text = path.read_text("utf-8")
    for former, name in (
        ("how far it is verified", "verification"),
        ("who did it", "attribution"),
        ("what is said", "claims"),
    ):
        assert f'"{name}":' in text
        text = text.replace(f'"{name}":', f'"{former}":')
    path.write_text(text, "utf-8")
    assert not compare_with_version(read_versions(tmp_path)[bridges.version], bridges.events)


def test_a_message_says_what_was_found_and_wanted(tmp_path: Path) -> None:
    line = '{"version": "3f9a0c417be2", "date": "spring", "events": {}}\n'
    (tmp_path / "versions.jsonl").write_text(line, "utf-8")
    with pytest.raises(EventFileError) as raised:
        read_versions(tmp_path)
    assert str(raised.value) == (
        "versions.jsonl, line 1, date: found 'spring', wanted a date such as 2024-05-15"
    )
