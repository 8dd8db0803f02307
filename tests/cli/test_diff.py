"""Two versions compared on the command line: as a table, CSV and JSON."""

import csv
import io
import json
from pathlib import Path

import pytest

from geo.cli.main import main
from geo.story.view import open_view
from tests.event_texts import collection, record
from tests.story_folders import write_story


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, str, str]:
    """A story, its first version and its second."""
    folder = write_story(tmp_path / "story", record("a"), record("b"), record("gone"))
    assert main(["version", "--story", str(folder)]) == 0
    old = open_view(folder).record.version
    changed = record("b", place="=Elsewhere", claims__0__stance="denies", killed__best=2)
    (folder / "events.geojson").write_bytes(collection(record("a"), changed, record("new")))
    assert main(["version", "--story", str(folder)]) == 0
    return folder, old, open_view(folder).record.version


EXPECTED = [
    ["b", "place", "Bridge", "=Elsewhere"],
    ["b", "killed.best", 1, 2],
    ["b", "claims.c1.stance", "accuses", "denies"],
    ["gone", "record", "removed", None],
    ["new", "record", None, "added"],
]


def read_json(text: str) -> list[list[object]]:
    return [[one["event"], one["field"], one["was"], one["is"]] for one in json.loads(text)]


def test_json_names_each_member_that_differs(
    versions: tuple[Path, str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, old, new = versions
    capsys.readouterr()
    assert main(["diff", old, new, "--format", "json", "--story", str(folder)]) == 0
    assert sorted(map(str, read_json(capsys.readouterr().out))) == sorted(map(str, EXPECTED))


def test_csv_and_table_have_the_same_rows_and_no_formula(
    versions: tuple[Path, str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, old, _ = versions
    capsys.readouterr()
    assert main(["diff", old, "--format", "csv", "--story", str(folder)]) == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert rows[0] == ["event", "field", "was", "is"]
    assert ["b", "place", "Bridge", "'=Elsewhere"] in rows
    assert len(rows) == len(EXPECTED) + 1
    assert main(["diff", old, "--story", str(folder)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(EXPECTED) + 1


def test_no_cell_of_a_diff_starts_a_formula(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_story(tmp_path / "story", record("a"), record("b"))
    assert main(["version", "--story", str(folder)]) == 0
    old = open_view(folder).record.version
    a = record("a", title="\u3000=HYPERLINK(1)", place="'=A1")
    b = record("b", title="＝1+1", claims__0__summary="+1")
    (folder / "events.geojson").write_bytes(collection(a, b))
    assert main(["version", "--story", str(folder)]) == 0
    capsys.readouterr()
    assert main(["diff", old, "--format", "csv", "--story", str(folder)]) == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert {(row[0], row[1], row[3]) for row in rows[1:]} == {
        ("a", "title", "'\u3000=HYPERLINK(1)"),
        ("a", "place", "''=A1"),
        ("b", "title", "'＝1+1"),
        ("b", "claims.c1.summary", "'+1"),
    }


def test_the_other_way_round_was_and_is_change_places(
    versions: tuple[Path, str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, old, new = versions
    capsys.readouterr()
    assert main(["diff", new, old, "--format", "json", "--story", str(folder)]) == 0
    assert ["b", "killed.best", 2, 1] in read_json(capsys.readouterr().out)


def test_a_version_without_a_file_shows_only_the_changed_parts(
    versions: tuple[Path, str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, old, new = versions
    (folder / "versions" / f"{new}.xz").unlink()
    (folder / "versions" / f"{old}.xz").unlink()
    capsys.readouterr()
    assert main(["diff", old, "--format", "json", "--story", str(folder)]) == 0
    shown = capsys.readouterr()
    assert f"version {old} is not archived" in shown.err
    assert ["b", "place", None, None] in read_json(shown.out)


def test_an_unknown_version_is_refused(
    versions: tuple[Path, str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, old, new = versions
    capsys.readouterr()
    unknown = "0123456789ab"
    for words in ([unknown], [old, unknown], [unknown, new]):
        assert main(["diff", *words, "--story", str(folder)]) == 1
        assert capsys.readouterr().err.endswith(
            f"version '0123456789ab': found no version of that name, wanted one of {old}, {new}; "
            "without a second one, the newest is compared\n"
        )


def test_a_story_without_versions_says_how_one_is_recorded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_story(tmp_path / "story", record("a"))
    for words in (["x"], ["x", "y"]):
        assert main(["diff", *words, "--story", str(folder)]) == 1
        assert (
            "version 'x': found a story without versions, wanted one with a version that geo "
            "version has recorded"
        ) in capsys.readouterr().err


def test_a_later_version_that_was_recorded_but_not_archived_is_called_so(
    versions: tuple[Path, str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, old, new = versions
    (folder / "versions" / f"{old}.xz").unlink()
    assert main(["diff", new, old, "--story", str(folder)]) == 1
    message = capsys.readouterr().err
    assert f"version {old}: found only which parts of its events differ, wanted" in message


def test_a_version_does_not_differ_from_itself(
    versions: tuple[Path, str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, old, _ = versions
    capsys.readouterr()
    assert main(["diff", old, old, "--format", "json", "--story", str(folder)]) == 0
    assert json.loads(capsys.readouterr().out) == []
