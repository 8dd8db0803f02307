"""The code knows no story: it has no word of the shipped one."""

import json
import re
import subprocess
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
FIRST_STORY = re.compile(
    r"ukrain|russia|kremlin|moscow|kyiv|kiev|crimea|donbas|belgorod|podolyak|zelensk|putin"
    r"|росси|украин|москв|кремл|київ|киев"
    # What its record is made from is said in its story.json.
    r"|(open|public) sources"
    # The minutes of its events do not serve as examples of how a time is written.
    r"|\b02:27|T02:27",
    re.IGNORECASE,
)
TEXTS = {".py", ".pyi", ".js", ".html", ".css", ".json", ".md"}
# Words by which sentences of claims are read; the file goes when claims say it in data.
NOT_YET = {"geo/claims/sentences/sentence_words.json"}


def list_days() -> list[date]:
    """Return the days that the shipped story is about: the ends of its presets."""
    presets = json.loads((ROOT / "data/story.json").read_text("utf-8"))["presets"]
    ends = {preset[end][:10] for preset in presets for end in ("from", "to")}
    return sorted(map(date.fromisoformat, ends))


def write_day(day: date) -> str:
    """Return a pattern of a day as messages, examples and code have it."""
    number, month = day.day, f"{day:%B}"
    return (
        rf"{day}|\b{day.year}, {day.month}, {number}\b"
        rf"|\b{number}(-\d+)? {month}\b|\b{month} {number}(?!\d)"
    )


DAYS = re.compile("|".join(map(write_day, list_days())), re.IGNORECASE)


def test_days_of_the_shipped_story_are_found_however_they_are_written() -> None:
    assert date(2023, 5, 3) in list_days()
    for text in ("3 May", "on 2-3 may 2023", "May 3rd", "2023-05-03T12:00", "date(2023, 5, 3)"):
        assert DAYS.search(text), text
    for text in ("13 May 2023", "May 30", "2023-05-13", "date(2023, 5, 30)", "may 2023"):
        assert not DAYS.search(text), text


def test_no_word_of_the_shipped_story_stands_in_the_code() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "geo", "web", "ui", "pages", "app.py"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    found = []
    for name in sorted(set(listed) - NOT_YET):
        path = ROOT / name
        if path.is_file() and path.suffix in TEXTS:
            found += [
                f"{name}: {line.strip()[:80]}"
                for line in path.read_text("utf-8").splitlines()
                if FIRST_STORY.search(line) or DAYS.search(line)
            ]
    assert found == []
