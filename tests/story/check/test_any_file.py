"""A file of any kind is checked, or named as what it is."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from geo.story.check.any_file import CheckedPath, check_path

FOREIGN = Path(__file__).parents[2] / "data" / "foreign"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("incidents.csv", "a table (CSV) with the columns Date, Time (local), Location, Lat"),
        ("rows.json", "a JSON list of 1 with the members id, description, date"),
        ("places.kml", "a KML file"),
        ("quakes.geojson", "GeoJSON of another kind: 2 features with the properties mag, time"),
    ],
)
def test_a_file_of_others_is_one_line_that_says_what_it_is(name: str, words: str) -> None:
    [finding] = check_path(str(FOREIGN / name)).findings
    assert finding.grade == "must"
    assert finding.found.startswith(words)
    assert "geo import FILE --story FOLDER makes events of" in finding.wanted


@pytest.mark.parametrize("content", [b"\x1b[2J\xff\xfe\x00", b"a\x1b[31m,b\n1,2\n", b"\x00" * 99])
def test_no_control_character_of_a_file_is_shown(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    assert all(str(finding).isprintable() for finding in check_path(str(path)).findings)


VERSION = {"version": "06fd3281f1b1", "date": "2024-05-15", "events": {}}


def write_versions(folder: Path, *versions: Mapping[str, object], name: str) -> CheckedPath:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(f"{json.dumps(one)}\n" for one in versions), "utf-8")
    return check_path(str(path))


def test_files_of_versions_are_checked_as_versions(tmp_path: Path) -> None:
    later = VERSION | {"version": "091c1b3d9bbb"}
    both = write_versions(tmp_path, VERSION, later, name="versions.jsonl")
    assert both == CheckedPath((), "2 versions")
    name = "versions/06fd3281f1b1.json"
    assert write_versions(tmp_path, VERSION, name=name) == CheckedPath((), "1 version")


@pytest.mark.parametrize("name", ["versions.jsonl", "versions/06fd3281f1b1.json"])
def test_anything_but_a_version_is_named_as_such(tmp_path: Path, name: str) -> None:
    missing = check_path(str(tmp_path / name))
    assert list(map(str, missing.findings)) == [f"{name}: found no such file, wanted JSON"]
    checked = write_versions(tmp_path, VERSION | {"date": "spring"}, name=name)
    line = "line 1, " if name.endswith("l") else ""
    wanted = "wanted a date such as 2024-05-15"
    assert list(map(str, checked.findings)) == [f"{name}, {line}date: found 'spring', {wanted}"]
    assert checked.counted == "not checked"
