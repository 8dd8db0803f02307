"""The shipped corrections, and the counts in data/README.md."""

import json
import re
from collections import Counter
from datetime import date

from tests.shipped_record import CORRECTIONS, DATA, EVENTS


def test_every_correction_says_when_where_and_why() -> None:
    for number, correction in enumerate(CORRECTIONS, start=1):
        members = ["date", "event", "field", "was", "is", "why", "source"]
        assert list(correction) == members, number
        assert date.fromisoformat(correction["date"]), number
        assert correction["field"], number
        assert correction["why"], number
        assert list(correction["source"] or ["publisher", "url", "date"]) == [
            "publisher",
            "url",
            "date",
        ], number


def test_corrections_of_an_event_stand_in_its_file_ordered_by_date() -> None:
    for path in (DATA / "corrections").glob("*.jsonl"):
        own = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        assert {one["event"] for one in own} == {path.stem}
        assert [one["date"] for one in own] == sorted(one["date"] for one in own)


def test_a_removed_event_says_what_replaced_it() -> None:
    replaced = {c["was"]: c["is"] for c in CORRECTIONS if c["field"] == "id" and c["is"]}
    assert {new for events in replaced.values() for new in events} <= set(EVENTS)
    assert {correction["event"] for correction in CORRECTIONS} <= set(EVENTS) | set(replaced)


def test_the_methodology_note_counts_what_the_record_holds() -> None:
    note = (DATA / "README.md").read_text(encoding="utf-8")
    stated = {
        word: int(number.replace(",", ""))
        for word, number in re.findall(r"^\| `?([a-z_]+)`? \| ([\d,]+) \|$", note, re.MULTILINE)
    }
    counted = Counter(event["verification"] for event in EVENTS.values())
    counted += Counter(event["attribution"] for event in EVENTS.values())
    counted["events"] = len(EVENTS)
    counted["claims"] = sum(len(event["claims"]) for event in EVENTS.values())
    counted["sources"] = sum(len(event["sources"]) for event in EVENTS.values())
    counted["corrections"] = len(CORRECTIONS)
    assert stated == counted


def test_the_methodology_note_counts_the_side_that_is_quoted_most() -> None:
    note = (DATA / "README.md").read_text(encoding="utf-8")
    pattern = r"No side is quoted more often than the Russian one: (\d+) of (\d+) claims"
    [(most, every)] = re.findall(pattern, note)
    sides = Counter(claim["side"] for event in EVENTS.values() for claim in event["claims"])
    assert sides.most_common(1) == [("russia", int(most))]
    assert sides.total() == int(every)
