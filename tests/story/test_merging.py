"""Two editors each correct an event and enter a version; git merges both without a conflict."""

import json
import subprocess
from pathlib import Path

import pytest

from geo.cli.main import main
from geo.story.corrections.files import read_good_corrections
from geo.story.versions.changes import compare_with_version
from geo.story.versions.files import read_versions
from geo.story.view import open_view
from tests.event_texts import record
from tests.story_folders import write_story


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org")
    command = ["git", "-C", str(folder), *identity, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def change_place(folder: Path, event: str, place: str) -> None:
    """Change one event as an editor does, with its correction, and enter the version."""
    path = folder / "events.geojson"
    members = json.loads(path.read_text("utf-8"))
    for feature in members["features"]:
        if feature["id"] == event:
            feature["properties"]["place"] = place
    path.write_text(json.dumps(members, indent=1), "utf-8")
    line = {"date": "2023-06-02", "event": event, "field": "place", "is": place, "why": "Seen."}
    (folder / "corrections").mkdir(exist_ok=True)
    with (folder / "corrections" / f"{event}.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")
    assert main(["version", "--story", str(folder)]) == 0


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = write_story(tmp_path / "story", record("a"), record("b"), record("c"))
    path = folder / "events.geojson"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")), indent=1), "utf-8")
    assert main(["version", "--story", str(folder)]) == 0
    git(folder, "init", "-q", "-b", "desk")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "The story")
    return folder


def test_two_branches_merge_without_conflict_and_every_version_stays_true(story: Path) -> None:
    first = open_view(story).record.version
    entered = {}
    for editor, event in (("ada", "a"), ("bo", "c")):
        git(story, "checkout", "-q", "-b", editor, "desk")
        change_place(story, event, f"Where {editor} saw it")
        entered[event] = open_view(story).record.version
        git(story, "add", "-A")
        git(story, "commit", "-qm", f"Correct {event}")
    git(story, "merge", "-q", "--no-edit", "ada")
    assert git(story, "status", "--porcelain") == ""

    record_now = open_view(story).record
    versions = read_versions(story)
    assert set(versions) == {first, *entered.values()}
    changed = {
        name: dict(compare_with_version(version, record_now.events).changed)
        for name, version in versions.items()
    }
    assert changed == {
        first: {"a": ("place",), "c": ("place",)},
        entered["a"]: {"c": ("place",)},
        entered["c"]: {"a": ("place",)},
    }
    corrections, _ = read_good_corrections(story)
    assert [one.event for one in corrections] == ["a", "c"]

    # The merged events are a version of their own.
    assert main(["version", "--story", str(story)]) == 0
    assert not compare_with_version(read_versions(story)[record_now.version], record_now.events)
    assert main(["check", str(story)]) == 0
