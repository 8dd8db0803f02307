"""The method.md of a story is read as it was written, or not at all."""

from pathlib import Path

import pytest

from geo.errors import StoryFileError
from geo.story.check.folder import check_folder
from geo.story.files.method_file import read_method
from tests.event_texts import record
from tests.story_folders import write_story

TEXT = "# Method\n\nLes données sont vérifiées.\n"


def test_a_method_may_be_missing_or_begin_with_a_mark(tmp_path: Path) -> None:
    assert read_method(tmp_path) == ""
    (tmp_path / "method.md").write_text(TEXT, "utf-8-sig")
    assert read_method(tmp_path) == TEXT


@pytest.mark.parametrize(
    ("encoding", "found"),
    [("latin-1", "bytes that are not UTF-8"), ("utf-16", "text in UTF-16")],
)
def test_a_method_in_another_encoding_is_a_must(tmp_path: Path, encoding: str, found: str) -> None:
    folder = write_story(tmp_path / "story", record())
    (folder / "method.md").write_text(TEXT, encoding)
    with pytest.raises(StoryFileError, match=found):
        read_method(folder)
    [must] = [one for one in check_folder(folder).findings if one.grade == "must"]
    assert str(must) == f"method.md: found {found}, wanted text in UTF-8: save it as UTF-8"
