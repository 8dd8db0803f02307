"""The public list of corrections: one line each, and every problem named."""

import json
from pathlib import Path

import pytest

from geo.errors import EventFileError
from geo.story.corrections import read_corrections

LINE = {
    "date": "2023-06-01",
    "event": "bridge",
    "field": "killed.best",
    "was": 2,
    "is": None,
    "why": "The governor withdrew the number.",
    "source": {"publisher": "A newspaper", "url": "https://example.org/a", "date": "2023-06-01"},
}


def write_lines(folder: Path, *lines: object) -> Path:
    path = folder / "corrections.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def test_corrections_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = write_lines(tmp_path, LINE, LINE | {"event": "дамба", "source": None})
    first, second = read_corrections(path)
    assert (first.event, first.was, first.is_) == ("bridge", 2, None)
    assert first.source is not None
    assert first.source.publisher == "A newspaper"
    assert (second.event, second.source) == ("дамба", None)


def test_a_story_without_the_file_has_no_corrections(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "corrections.jsonl") == ()
    assert read_corrections(write_lines(tmp_path)) == ()


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"why": ""}, "why: found '', wanted text that is not empty"),
        ({"date": "June"}, "date: found 'June', wanted a date such as 2023-05-03"),
        ({"because": "x"}, "because: found 'x', wanted no such member"),
        ({"event": 7}, "event: found 7, wanted text"),
        (
            {"source": {"url": "example.org"}},
            "source.url: found 'example.org', wanted a link that begins with http:// or https://",
        ),
    ],
)
def test_a_wrong_line_is_reported_with_what_was_found_and_wanted(
    tmp_path: Path, change: dict[str, object], problem: str
) -> None:
    path = write_lines(tmp_path, LINE, LINE | change)
    with pytest.raises(EventFileError) as raised:
        read_corrections(path)
    assert str(raised.value) == f"corrections.jsonl, line 2, {problem}"
