"""The public list of corrections: one line each, and every problem named."""

import json
from pathlib import Path

import pytest

from geo.story.correction_files import read_good_corrections

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
    write_lines(tmp_path, LINE, LINE | {"event": "дамба", "source": None})
    (first, second), _ = read_good_corrections(tmp_path)
    assert (first.event, first.was, first.is_) == ("bridge", 2, None)
    assert first.source is not None
    assert first.source.publisher == "A newspaper"
    assert (second.event, second.source) == ("дамба", None)


def test_a_story_without_the_file_has_no_corrections(tmp_path: Path) -> None:
    assert read_good_corrections(tmp_path) == ((), ())
    write_lines(tmp_path)
    assert read_good_corrections(tmp_path) == ((), ())


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"why": ""}, "why: found '', wanted text that is not empty"),
        ({"date": "June"}, "date: found 'June', wanted a date such as 2023-05-03"),
        ({"because": "x"}, "because: found 'x', wanted no such member"),
        ({"event": 7}, "event: found 7, wanted text"),
        (
            {"source": {"url": "example.org"}},
            "source.url: found 'example.org', wanted a link that begins with http:// or https://, "
            "without spaces or a user name",
        ),
    ],
)
def test_a_wrong_line_is_reported_with_what_was_found_and_wanted(
    tmp_path: Path, change: dict[str, object], problem: str
) -> None:
    write_lines(tmp_path, LINE, LINE | change)
    assert read_good_corrections(tmp_path)[1] == (f"corrections.jsonl, line 2, {problem}",)


def test_the_file_of_one_event_is_read_after_the_one_of_all(tmp_path: Path) -> None:
    write_lines(tmp_path, LINE | {"date": "2023-06-03"}, LINE | {"date": "2023-06-01"})
    (tmp_path / "corrections").mkdir()
    later = LINE | {"date": "2023-06-02", "event": "depot"}
    (tmp_path / "corrections" / "depot.jsonl").write_text(json.dumps(later) + "\n", "utf-8")
    corrections, _ = read_good_corrections(tmp_path)
    assert [str(one.date) for one in corrections] == [
        "2023-06-01",
        "2023-06-02",
        "2023-06-03",
    ]


def test_a_text_with_a_line_separator_of_unicode_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "corrections.jsonl").write_text(
        json.dumps(LINE | {"why": "One\u2028two."}, ensure_ascii=False) + "\n", "utf-8"
    )
    (correction,), _ = read_good_corrections(tmp_path)
    assert correction.why == "One\u2028two."


def test_readers_get_the_good_lines_and_the_number_of_others(tmp_path: Path) -> None:
    write_lines(tmp_path, LINE, LINE | {"date": "June"}, LINE)
    good, problems = read_good_corrections(tmp_path)
    assert len(good) == 2
    assert [problem.partition(":")[0] for problem in problems] == [
        "corrections.jsonl, line 2, date"
    ]


def test_a_file_that_is_no_text_is_named_and_none_of_it_shown(tmp_path: Path) -> None:
    (tmp_path / "corrections.jsonl").write_bytes(b"\xff\x1b[2J")
    assert read_good_corrections(tmp_path) == (
        (),
        ("corrections.jsonl: found bytes that are not UTF-8, wanted JSON Lines",),
    )
