"""Versions of the data: what has changed is told, and nothing that has not."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from geo.__main__ import main
from geo.errors import EventFileError
from geo.story.record import Record
from geo.story.versions import FILE_NAME, add_version, compare, fingerprints, read_versions
from geo.story.view import open_view
from tests.event_texts import collection, record
from tests.story_folders import write_story

DATA = Path(__file__).parent.parent / "data"
TODAY = date(2023, 6, 2)


def record_of(folder: Path, *records: object, **about: str) -> Record:
    return open_view(write_story(folder, *records, **about)).record


def test_the_shipped_events_are_a_known_version() -> None:
    record = open_view(DATA).record
    versions = read_versions(DATA / FILE_NAME)
    wanted = f"run: python -m geo version (known: {', '.join(versions)})"
    assert record.version in versions, wanted
    changes = compare(versions[record.version], record.events)
    assert str(changes) == "no event changed"


def test_each_line_of_the_shipped_versions_is_small() -> None:
    first, *others = (DATA / FILE_NAME).read_text("utf-8").splitlines()
    assert len(first) < 50_000
    assert all(len(line) < 50_000 for line in others)


def test_added_changed_and_removed_events_are_told_with_what_changed(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    before = record_of(tmp_path, record("bridge"), record("depot"), record("mast"))
    assert add_version(path, before, TODAY)
    after = record_of(
        tmp_path,
        record("bridge", place="Another bridge", verification="disputed"),
        record("depot"),
        record("tower"),
    )
    changes = compare(read_versions(path)[before.version], after.events)
    assert changes.added == ("tower",)
    assert changes.removed == ("mast",)
    assert changes.changed == {"bridge": ("place", "how far it is verified")}
    assert str(changes) == "1 event changed, 1 added, 1 removed"


@pytest.mark.parametrize(
    ("change", "aspect"),
    [
        ({"title": "Fire reported at a bridge"}, "what happened"),
        ({"killed__best": 2}, "what happened"),
        ({"geometry__coordinates": [37.61, 55.75]}, "place"),
        ({"territory__controlled_by": "Russia"}, "place"),
        ({"end": "2023-05-03T02:29:00+03:00"}, "time"),
        ({"attribution": "contested"}, "who did it"),
        ({"claims__0__stance": "asserts"}, "what is said"),
        ({"sources__0__is_party": True}, "sources"),
        ({"note": "Looked at again."}, "notes of the desk"),
        ({"group": "south"}, "notes of the desk"),
    ],
)
def test_each_member_of_an_event_belongs_to_one_aspect(
    tmp_path: Path, change: dict[str, object], aspect: str
) -> None:
    before = record_of(tmp_path, record())
    add_version(tmp_path / FILE_NAME, before, TODAY)
    after = record_of(tmp_path, record(**change))
    changes = compare(read_versions(tmp_path / FILE_NAME)[before.version], after.events)
    assert changes.changed == {"bridge": (aspect,)}


def test_another_layout_of_the_same_events_is_no_change(tmp_path: Path) -> None:
    folder = write_story(tmp_path, record("a"), record("b"))
    before = open_view(folder).record
    add_version(tmp_path / FILE_NAME, before, TODAY)
    members = json.loads((folder / "events.geojson").read_text("utf-8"))
    members["features"].reverse()
    (folder / "events.geojson").write_text(json.dumps(members, indent=4), "utf-8")
    after = open_view(folder).record
    assert after.version != before.version
    assert not compare(read_versions(tmp_path / FILE_NAME)[before.version], after.events)


def test_versions_are_only_ever_added_and_each_can_be_read_back(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    states = [
        [record("a"), record("b")],
        [record("a", place="Elsewhere"), record("b")],
        [record("b"), record("c")],
        [],
        [record("a")],
    ]
    prints, texts = {}, [""]
    for state in states:
        record_now = record_of(tmp_path, *state)
        add_version(path, record_now, TODAY)
        prints[record_now.version] = fingerprints(record_now.events)
        texts.append(path.read_text("utf-8"))
        assert texts[-1].startswith(texts[-2])
    read = {name: version.prints for name, version in read_versions(path).items()}
    assert read == prints


def test_a_line_holds_only_what_differs_from_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    add_version(path, record_of(tmp_path, record("a"), record("b")), TODAY)
    add_version(path, record_of(tmp_path, record("a"), record("b", place="Elsewhere")), TODAY)
    last = json.loads(path.read_text("utf-8").splitlines()[-1])
    assert set(last["events"]) == {"b"}


def test_a_known_version_is_not_added_again(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
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
    add_version(tmp_path / FILE_NAME, record_now, TODAY)
    assert read_versions(tmp_path / FILE_NAME)[record_now.version].date == kept


def test_no_file_has_no_versions(tmp_path: Path) -> None:
    assert read_versions(tmp_path / FILE_NAME) == {}


@pytest.mark.parametrize("line", ["not json", '{"version": "x"}', "[]", ""])
def test_a_bad_line_is_told_by_its_number(tmp_path: Path, line: str) -> None:
    path = tmp_path / FILE_NAME
    add_version(path, record_of(tmp_path, record()), TODAY)
    path.write_text(path.read_text("utf-8") + line + "\n", "utf-8")
    with pytest.raises(EventFileError, match=r"versions\.jsonl, line 2"):
        read_versions(path)


def test_the_command_adds_a_version_and_says_what_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_story(tmp_path / "story", record("a"))
    assert main(["version", "--story", str(folder)]) == 0
    assert "the first version, 1 event" in capsys.readouterr().out
    (folder / "events.geojson").write_bytes(collection(record("a"), record("b")))
    assert main(["version", "--story", str(folder)]) == 0
    assert "1 event added" in capsys.readouterr().out
    assert main(["version", "--story", str(folder)]) == 0
    assert "is known already" in capsys.readouterr().out
    shutil.rmtree(folder)
