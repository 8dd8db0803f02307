"""The file of a story: what it may hold, and which files it may not reach."""

import json
import re
from datetime import datetime
from pathlib import Path

import pytest

from geo.errors import StoryFileError
from geo.story.story_file import read_story
from geo.times import Range


def folder_with(folder: Path, **members: object) -> Path:
    (folder / "story.json").write_text(json.dumps(members), "utf-8")
    return folder


def test_a_title_is_all_a_story_needs(tmp_path: Path) -> None:
    story = read_story(folder_with(tmp_path, title="Ударная волна ✳"))
    assert story.title == "Ударная волна ✳"
    assert story.border is None
    assert story.parties == frozenset()


def test_a_side_that_is_not_stated_is_said_in_words(tmp_path: Path) -> None:
    story = read_story(folder_with(tmp_path, title="x", sides=[{"id": "port", "label": "Port"}]))
    assert [story.side_label(side) for side in ("not_stated", "port", "navy")] == [
        *("side not stated", "Port", "navy"),
    ]


def test_a_preset_reads_as_a_link_does(tmp_path: Path) -> None:
    preset = {"id": "may", "label": "May", "from": "2023-05-01", "to": "2023-05-31"}
    story = read_story(folder_with(tmp_path, title="x", presets=[preset]))
    assert story.presets[0].range() == Range(datetime(2023, 5, 1), datetime(2023, 6, 1))


def test_a_preset_of_all_dates_is_not_a_second_name_for_them(tmp_path: Path) -> None:
    may = {"id": "may", "label": "May", "from": "2023-05-01", "to": "2023-05-31"}
    everything = {"id": "everything", "label": "Everything"}
    story = read_story(folder_with(tmp_path, title="x", presets=[everything, may]))
    assert story.ranges == {"may": Range(datetime(2023, 5, 1), datetime(2023, 6, 1))}


def test_a_group_the_story_does_not_name_keeps_its_own_name(tmp_path: Path) -> None:
    groups = [{"id": "port", "label": "The port"}]
    story = read_story(folder_with(tmp_path, title="x", groups=groups))
    assert (story.group_label("port"), story.group_label("mars")) == ("The port", "mars")


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({}, "title: found nothing, wanted this member"),
        ({"title": "x", "zone": "Lisbon"}, "zone: found 'Lisbon', wanted a time zone"),
        ({"title": "x", "events": "/etc/passwd"}, "a file inside the story's folder"),
        ({"title": "x", "events": "../other/events.geojson"}, "a file inside the story's folder"),
        ({"title": "x", "border": {"file": "../b.geojson", "name": "b"}}, "border.file"),
        (
            {"title": "x", "titel": "y"},
            "titel: found a member that the format does not have, wanted one of annotations,",
        ),
        (
            {"title": "x", "sides": [{"id": "a", "label": "A", "partys": True}]},
            "wanted one of id, label, party (did you mean 'party'?)",
        ),
        (
            {"title": "x", "presets": [{"id": "p", "label": "P", "from": "May", "to": "June"}]},
            "from: found 'May'",
        ),
        (
            {"title": "x", "presets": [{"id": "p", "label": "P", "from": "2023-05-01"}]},
            "wanted both or neither",
        ),
        ({"title": ""}, "title: found '', wanted text that is not empty"),
        ({"title": "x", "events": "a\0b"}, "a file inside the story's folder"),
        (
            {"title": "x", "groups": [{"id": "a", "label": "A"}] * 2},
            "groups: found a more than once",
        ),
        ({"title": "x", "bounds": [1e9, -500, 2, 3]}, "bounds.1: found -500, wanted at least -90"),
    ],
)
def test_a_wrong_member_is_named(tmp_path: Path, members: dict[str, object], message: str) -> None:
    with pytest.raises(StoryFileError, match=r"story\.json") as raised:
        read_story(folder_with(tmp_path, **members))
    assert message in str(raised.value)
    assert str(tmp_path) not in str(raised.value)


def test_a_folder_without_a_story_is_reported_without_its_path(tmp_path: Path) -> None:
    with pytest.raises(StoryFileError) as raised:
        read_story(tmp_path)
    assert str(tmp_path.parent) not in str(raised.value)


def test_a_story_file_that_is_not_json_is_reported(tmp_path: Path) -> None:
    (tmp_path / "story.json").write_bytes(b"\xff\xfe not json")
    with pytest.raises(
        StoryFileError, match=r"^story\.json: found text in UTF-16, wanted JSON in UTF-8"
    ):
        read_story(tmp_path)


# A line break, a bell, a next line, a line separator, and what turns the words behind it round.
NO_LINE = ["a\nb", "a\rb", "a\x07b", "a\x85b", "a\u2028b", "a\u202eb", "a\u2066b", "a\tb"]


def format_title(folder: Path, **members: object) -> Path:
    (folder / "story.json").write_text(json.dumps({"title": "A story", **members}), "utf-8")
    return folder


@pytest.mark.parametrize("text", NO_LINE)
def test_a_story_with_a_broken_line_is_refused_by_name(tmp_path: Path, text: str) -> None:
    for members in (
        {"groups": [{"id": "north", "label": text}]},
        {"sides": [{"id": "north", "label": text}]},
        {"credits": [text]},
        {"title": text},
        {"subtitle": text},
    ):
        with pytest.raises(StoryFileError, match=r"wanted .*one line without"):
            read_story(format_title(tmp_path, **members))


@pytest.mark.parametrize("text", ["", " ", "\u00a0\u2003", "\u200b", "\u2800\u3164", "\ufeff"])
@pytest.mark.parametrize(
    "path",
    [
        *("groups.0.label", "sides.0.label", "presets.0.label", "credits.0"),
        *("border.name", "border.version", "border.credit"),
    ],
)
def test_a_text_that_shows_nothing_is_refused_by_name(tmp_path: Path, path: str, text: str) -> None:
    named, *_, last = path.split(".")
    members: dict[str, object] = {
        "credits": [text],
        "border": {"country": "YEM", last: text},
    }
    folder = format_title(tmp_path, **{named: members.get(named, [{"id": "north", "label": text}])})
    wanted = "not blank" if text else "not empty"
    with pytest.raises(
        StoryFileError, match=rf"{re.escape(path)}: found '.*', wanted text that is {wanted}"
    ):
        read_story(folder)
