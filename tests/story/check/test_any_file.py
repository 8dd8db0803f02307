"""A file of any kind is checked, or named as what it is."""

from pathlib import Path

import pytest

from geo.story.check.any_file import check_path

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
