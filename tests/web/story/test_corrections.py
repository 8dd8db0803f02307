"""Readers see how many corrections cannot be read, as far as anybody knows."""

from pathlib import Path

import pytest

from geo.story.current import StoryFiles, open_current
from tests.event_texts import record
from tests.story_folders import write_story
from web.story.corrections import open_corrections

LINE = b'{"date": "2023-06-01", "event": "a", "field": "title", "why": "Shorter."}\n'


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ([LINE], ""),
        ([LINE, b"{}\n" + LINE], "1 correction could not be read."),
        ([b"{}\n{}\n", b"{}\n"], "3 corrections could not be read."),
        (
            [LINE.decode().encode("utf-16"), LINE],
            "1 file of corrections could not be read: how many are missing is not known.",
        ),
        (
            [b"{}\n", LINE.decode().encode("utf-16"), LINE],
            "1 correction and 1 file of corrections could not be read: how many are missing is "
            "not known.",
        ),
    ],
)
def test_what_is_missing_is_counted_as_far_as_it_is_known(
    tmp_path: Path, files: list[bytes], words: str
) -> None:
    folder = write_story(tmp_path / "story", record("a"))
    (folder / "corrections").mkdir()
    for number, content in enumerate(files):
        (folder / "corrections" / f"{number}.jsonl").write_bytes(content)
    good, said = open_corrections(open_current(StoryFiles(folder)))
    assert len(good) == sum(content.count(LINE) for content in files)
    assert said == words
