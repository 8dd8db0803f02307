"""What a story says its record is made from."""

import json
from pathlib import Path

import pytest

from geo.errors import StoryFileError
from geo.story.parts.basis import RecordBasis, format_footnote
from geo.story.story_file import read_story


def _write(folder: Path, basis: object) -> Path:
    (folder / "story.json").write_text(json.dumps({"title": "Any", "basis": basis}), "utf-8")
    return folder


def test_a_note_stands_in_place_of_where_it_was_found(tmp_path: Path) -> None:
    basis = {"found_in": "court files", "note": "From files of courts."}
    read = read_story(_write(tmp_path, basis)).basis
    assert read == RecordBasis(found_in="court files", note="From files of courts.")
    assert format_footnote(read) == "From files of courts. We report claims; we don’t endorse them."


@pytest.mark.parametrize(
    ("basis", "wanted"),
    [
        ({"note": "From files."}, "basis.found_in: found nothing, wanted this member"),
        ({"found_in": ""}, "wanted text that is not empty"),
        ({"found_in": "\u00a0\u200b"}, "wanted text that is not blank"),
        ({"found_in": "a" * 161}, "wanted at most 160 characters"),
        ({"found_in": "files", "notes": "x"}, "basis.notes"),
        ("court files", "wanted an object"),
    ],
)
def test_a_basis_that_cannot_be_said_is_refused(tmp_path: Path, basis: object, wanted: str) -> None:
    with pytest.raises(StoryFileError) as refused:
        read_story(_write(tmp_path, basis))
    assert wanted in str(refused.value)
