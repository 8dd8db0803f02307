"""The JSON files of a story: in UTF-8, each name once."""

from pathlib import Path

import pytest

from geo.errors import StoryFileError
from geo.story.story_file import read_story


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"title": "Ships"}'.encode("utf-16"), "found text in UTF-16, wanted JSON in UTF-8"),
        ('{"title": "Ships"}'.encode("utf-16-le"), "found text in UTF-16, wanted JSON in UTF-8"),
        ('{"title": "Café"}'.encode("latin-1"), "found bytes that are not UTF-8, wanted JSON"),
        (b'{"title": "A", "title": "B"}', "found 'title' twice in one object, wanted each name"),
        (
            b'{"title": "A", "sides": [{"id": "a", "id": "b", "label": "A"}]}',
            "found 'id' twice in one object",
        ),
        (b'{"title": "A", "t\\u0069tle": "B"}', "found 'title' twice in one object"),
        (b" \n", "found nothing, wanted JSON"),
        (b'{"title": "Ships', "found text that ends too early, at line 1 column 16, wanted JSON"),
    ],
)
def test_what_an_editor_may_have_written_is_named(
    tmp_path: Path, content: bytes, message: str
) -> None:
    (tmp_path / "story.json").write_bytes(content)
    with pytest.raises(StoryFileError) as refused:
        read_story(tmp_path)
    assert str(refused.value).startswith(f"story.json: {message}")


def test_a_byte_order_mark_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "story.json").write_bytes(b'\xef\xbb\xbf{"title": "Ships"}')
    assert read_story(tmp_path).title == "Ships"


@pytest.mark.parametrize("title", [" ", "\u200b", "\u3164", "a\U000e0041"], ids=ascii)
def test_a_title_that_shows_nothing_or_hides_something_is_refused(
    tmp_path: Path, title: str
) -> None:
    (tmp_path / "story.json").write_text(f'{{"title": "{title}"}}', "utf-8")
    with pytest.raises(StoryFileError, match=r"title: found .* wanted text that is not blank"):
        read_story(tmp_path)
