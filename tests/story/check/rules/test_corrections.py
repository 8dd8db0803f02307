"""Corrections are checked line by line."""

import json
from datetime import date
from pathlib import Path

import pytest

from geo.cli.main import main
from geo.story.check.folder import check_folder
from tests.event_texts import collection, record
from tests.story_folders import write_story


def test_corrections_are_checked_line_by_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = '{"date": "2026-11-23", "event": "a", "field": "title", "why": "Shorter."}'
    path = tmp_path / "corrections.jsonl"
    path.write_text(f"{good}\n{good}\n", "utf-8")
    assert main(["check", str(path)]) == 0
    assert "2 corrections" in capsys.readouterr().out
    path.write_text(good + "\n" + good.replace("2026-11-23", "yesterday"), "utf-8")
    assert main(["check", str(path)]) == 1
    assert "line 2, date" in capsys.readouterr().out


def test_a_correction_of_a_day_that_has_not_come_is_named(tmp_path: Path) -> None:
    folder = write_story(tmp_path / "story", record("a"))
    write_line(folder / "corrections.jsonl", date="2023-06-02")
    [*_, found] = check_folder(folder, date(2023, 6, 1)).findings
    assert (found.grade, found.location) == ("should", "corrections.jsonl, line 1, date")
    assert found.message == (
        "found 2023-06-02, wanted a day that has come, 2023-06-01 at the latest: readers do not "
        "see it before"
    )
    assert "date" not in str(check_folder(folder, date(2023, 6, 2)).findings)


def test_what_is_never_read_among_the_corrections_is_named(tmp_path: Path) -> None:
    folder = write_story(tmp_path / "story", record("a"))
    (folder / "corrections" / "c.jsonl").mkdir(parents=True)
    for name in ("a.jsonl", "B.JSONL", "b.json", "notes.txt", ".DS_Store"):
        write_line(folder / "corrections" / name)
    found = [str(one) for one in check_folder(folder).findings if "corrections" in one.file]
    assert found == [
        f"corrections/{name}: found {what}, wanted a file EVENT.jsonl; this is not read"
        for name, what in (
            ("B.JSONL", "a file of another name"),
            ("b.json", "a file of another name"),
            ("c.jsonl", "a folder"),
            ("notes.txt", "a file of another name"),
        )
    ]


def test_every_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    folder = write_story(tmp_path / "story", record("a"))
    (folder / "corrections").mkdir()
    for name in ("a", "b"):
        (folder / "corrections" / f"{name}.jsonl").write_text("{}", "utf-16")
    found = [str(one) for one in check_folder(folder).findings if one.grade == "must"]
    assert [one.partition(": ")[0] for one in found] == [
        "corrections/a.jsonl",
        "corrections/b.jsonl",
    ]


def write_line(path: Path, date: str = "2023-06-01") -> None:
    """Write a file with one correction."""
    line = {"date": date, "event": "a", "field": "title", "why": "Shorter."}
    path.write_text(json.dumps(line) + "\n", "utf-8")


@pytest.mark.parametrize(("made", "finds"), [("media_report", False), ("witnessed", True)])
def test_a_basis_that_a_file_left_out_as_the_default_is_no_other_value(
    made: str, finds: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    event = record("a")
    del event["properties"]["claims"][0]["basis"]
    folder = write_story(tmp_path, event)
    line = {"date": "2023-06-01", "event": "a", "field": "claims.c1.basis", "why": "Read again."}
    (folder / "corrections").mkdir()
    path = folder / "corrections" / "a.jsonl"
    path.write_text(json.dumps({**line, "was": None, "is": made}), "utf-8")
    main(["check", str(folder)])
    assert ("wanted what is there now, 'not_stated'" in capsys.readouterr().out) == finds


NEVER = "wanted the id of an event that the record has, or had in one of its versions"


def open_past(tmp_path: Path) -> Path:
    """Write a story with an event that a version of 1 June has, and that is gone."""
    folder = write_story(tmp_path / "story", record("port"), record("gone"))
    assert main(["version", "--story", str(folder)]) == 0
    states = [record("taken", workflow="withdrawn"), record("draft", workflow="draft")]
    (folder / "events.geojson").write_bytes(collection(record("port"), *states))
    return folder


def find_wrong(folder: Path, **line: object) -> list[tuple[str, str]]:
    """Return what is wrong with one correction: how bad it is, and the message."""
    whole = {"date": "2023-06-02", "field": "title", "why": "It was wrong.", **line}
    (folder / "corrections.jsonl").write_text(json.dumps(whole) + "\n", "utf-8")
    findings = check_folder(folder, date(2023, 6, 9)).findings
    return [(one.grade, one.message) for one in findings if one.file == "corrections.jsonl"]


@pytest.mark.parametrize(
    ("line", "grade"),
    [
        ({"event": "port"}, None),
        ({"event": "taken"}, None),
        ({"event": "draft"}, None),
        ({"event": "gone", "field": "record"}, None),
        ({"event": "gone"}, "should"),
        ({"event": "tower"}, "must"),
        ({"event": "tower", "field": "record"}, "must"),
        ({"event": "tower", "field": "record", "is": "tower"}, "must"),
        # Before the first version nobody knows.
        ({"event": "tower", "field": "record", "date": "2023-05-30"}, None),
        ({"event": "tower", "field": "id", "is": ["port", "pier"]}, None),
        ({"event": "tower", "field": "id", "is": ["gone"]}, None),
        ({"event": "tower", "field": "id", "is": ["pier"]}, "must"),
    ],
)
def test_a_correction_of_an_event_that_never_was_is_refused(
    tmp_path: Path, line: dict[str, object], grade: str | None
) -> None:
    found = find_wrong(open_past(tmp_path), **line)
    assert [one for one, _ in found] == ([grade] if grade else [])
    assert all(message.endswith(NEVER) == (one == "must") for one, message in found)


def test_a_misspelt_id_is_refused_with_the_one_that_was_meant(tmp_path: Path) -> None:
    folder = open_past(tmp_path)
    [(_, message)] = find_wrong(folder, event="prot")
    assert message == f"found 'prot' (did you mean 'port'?), {NEVER}"
    assert main(["check", str(folder)]) == 1


def test_an_event_is_not_called_invented_where_the_past_is_not_known(tmp_path: Path) -> None:
    folder = open_past(tmp_path)
    (folder / "versions" / "0123456789ab.json").write_text("{", "utf-8")
    assert [grade for grade, _ in find_wrong(folder, event="tower")] == ["should"]


def test_a_record_that_is_rejected_is_not_called_missing(tmp_path: Path) -> None:
    folder = open_past(tmp_path)
    broken = record("tower", verification="sure")
    (folder / "events.geojson").write_bytes(collection(record("port"), broken))
    assert find_wrong(folder, event="tower") == []
    assert [grade for grade, _ in find_wrong(folder, event="towr")] == ["must"]
    del broken["id"]
    (folder / "events.geojson").write_bytes(collection(record("port"), broken))
    assert [grade for grade, _ in find_wrong(folder, event="tower")] == ["should"]
