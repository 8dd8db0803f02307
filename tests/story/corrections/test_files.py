"""The public list of corrections: one line each, and every problem named."""

import json
from datetime import date
from pathlib import Path

import pytest

from geo.story.corrections.files import read_good_corrections

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


def test_readers_are_not_shown_a_correction_before_its_day(tmp_path: Path) -> None:
    write_lines(tmp_path, LINE, LINE | {"date": "2023-06-02"}, LINE | {"date": "9999-12-31"})
    days = [date(2023, 5, 31), date(2023, 6, 1), date(2023, 6, 2)]
    counts = [len(read_good_corrections(tmp_path, today=day)[0]) for day in days]
    assert counts == [0, 1, 2]
    assert len(read_good_corrections(tmp_path)[0]) == 2


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"why": ""}, "why: found '', wanted text that is not empty"),
        ({"date": "June"}, "date: found 'June', wanted a date such as 2024-05-15"),
        (
            {"because": "x"},
            "because: found a member that the format does not have, wanted one of date, event, "
            "field, is, source, was, why",
        ),
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
    [unread] = read_good_corrections(tmp_path)[1]
    assert str(unread) == f"corrections.jsonl, line 2, {problem}"


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
    assert [str(problem).partition(":")[0] for problem in problems] == [
        "corrections.jsonl, line 2, date"
    ]


def test_a_file_that_is_not_text_is_named_and_none_of_it_shown(tmp_path: Path) -> None:
    (tmp_path / "corrections.jsonl").write_bytes(b"\xff\x1b[2J")
    good, [unread] = read_good_corrections(tmp_path)
    assert good == ()
    message = "corrections.jsonl, line 1: found bytes that are not UTF-8, wanted JSON in UTF-8"
    assert str(unread) == message


def test_a_file_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    folder = tmp_path / "story" / "corrections"
    folder.mkdir(parents=True)
    line = json.dumps(LINE) + "\n"
    (folder / "a.jsonl").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere").write_text(line, "utf-8")
    (folder / "b.jsonl").write_bytes(line.replace("bridge", "мост").encode("utf-16"))
    (folder / "c.jsonl").write_bytes(line.encode() + b'{"why": "na\xefve"}\n' + line.encode())
    (folder / "d.jsonl").write_text(line, "utf-8")
    good, unread = read_good_corrections(folder.parent)
    assert len(good) == 3
    assert [str(one).partition(", wanted ")[0] for one in unread] == [
        "corrections/a.jsonl: found a link that leads out of the story's folder",
        "corrections/b.jsonl: found text in UTF-16",
        "corrections/c.jsonl, line 2: found bytes that are not UTF-8",
    ]


def test_an_empty_line_and_a_repeated_name_are_named_in_plain_words(tmp_path: Path) -> None:
    line = json.dumps(LINE)
    texts = (line, "", line.replace("{", '{"why": "First", ', 1), "\ufeff" + line, line[:-9])
    (tmp_path / "corrections.jsonl").write_text("\ufeff" + "\n".join(texts) + "\n", "utf-8")
    good, unread = read_good_corrections(tmp_path)
    assert len(good) == 2
    assert [str(one) for one in unread] == [
        "corrections.jsonl, line 2: found an empty line, wanted a correction",
        "corrections.jsonl, line 3: found 'why' twice in one object, wanted each name once",
        f"corrections.jsonl, line 5: found text that ends too early, at line 1 column "
        f"{len(line) - 9}, wanted JSON",
    ]
