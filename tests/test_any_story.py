"""The code knows no story: it has no word, no place and no month of the shipped one."""

import json
import re
import subprocess
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pandas as pd

from tests.shipped_record import READING

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


EVENTS = READING.events
PLACES = EVENTS[["lon", "lat"]].dropna().drop_duplicates()
FIRST, LAST = EVENTS["start"].min(), EVENTS["end"].max()
MONTH = re.compile(r"\b(\d{4})-(\d\d)\b|\b(\d{4}), (\d\d?), \d\d?\b")
# Whole degrees are too common to say anything.
DEGREES = re.compile(r"(?<![\w.])\d{1,3}\.\d+|(?<=\")\d{1,3},\d+(?=\")")
NEAR = 0.1


def has_month(line: str) -> bool:
    """Whether a line has a month in which the shipped story has events, as ISO 8601 or Python."""
    months = (tuple(int(part) for part in found if part) for found in MONTH.findall(line))
    return any((FIRST.year, FIRST.month) <= month <= (LAST.year, LAST.month) for month in months)


def has_place(line: str) -> bool:
    """Whether two numbers of a line, one after the other, lie at a place of the shipped story."""
    degrees = [float(number.replace(",", ".")) for number in DEGREES.findall(line)]
    return any(
        ((PLACES - pd.Series({"lon": lon, "lat": lat})).abs() < NEAR).all(axis=1).any()
        for pair in pairwise(degrees)
        for lon, lat in (pair, pair[::-1])
    )


def read_code() -> Iterator[tuple[str, str]]:
    """Yield the lines of the code, its templates and its help, each with the name of its file."""
    listed = subprocess.run(
        ["git", "ls-files", "geo", "web", "ui", "pages", "app.py"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    for name in sorted(listed):
        path = ROOT / name
        if path.is_file() and path.suffix in TEXTS:
            for line in path.read_text("utf-8").splitlines():
                yield name, line


def test_places_and_months_of_the_shipped_story_are_found() -> None:
    place = PLACES.iloc[0]
    comma = f'"{place.lon:.2f}", "{place.lat:.2f}"'.replace(".", ",")
    for text in (f"{place.lon:.2f},{place.lat:.2f},9", f"lat={place.lat} {place.lon}", comma):
        assert has_place(text), text
    for text in ("view=-178.8,-18.2,9", f"{place.lon:.2f}", f"{place.lon:.2f}, -18.2"):
        assert not has_place(text), text
    for text in (f"{FIRST:%Y-%m-%d}", f"in {LAST:%Y-%m}", "datetime(2023, 5, 30, 12)"):
        assert has_month(text), text
    for text in ("2023-11-19", "2024-05", "(2022, 1, 1)", "12, 2023, 5"):
        assert not has_month(text), text


def test_no_word_of_the_shipped_story_stands_in_the_code() -> None:
    found = [
        f"{name}: {line.strip()[:80]}"
        for name, line in read_code()
        if FIRST_STORY.search(line) or DAYS.search(line)
    ]
    assert found == []


def test_no_place_and_no_month_of_the_shipped_story_serves_as_an_example() -> None:
    found = [
        f"{name}: {line.strip()[:80]}"
        for name, line in read_code()
        if has_place(line) or has_month(line)
    ]
    assert found == []
