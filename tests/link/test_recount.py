"""Three hundred random links, counted again by plain Python over the file of events."""

import random
from datetime import date, datetime, timedelta
from math import inf
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from geo.link.fields import FIELDS
from geo.story.view import View, build_view_from_query
from geo.summaries import count_presence
from tests.shipped_record import RECORD, open_shipped

Query = dict[str, list[str]]
Row = dict[str, Any]


@pytest.fixture(scope="module")
def view() -> View:
    return open_shipped()


@pytest.fixture(scope="module")
def rows(view: View) -> list[Row]:
    """The events of the file, each with its bounds of distance in kilometres."""
    bounds = view.record.events[["low_m", "high_m"]].to_dict("index")
    return [
        {
            **feature["properties"],
            "low": bounds[feature["id"]]["low_m"] / 1000,
            "high": bounds[feature["id"]]["high_m"] / 1000,
        }
        for feature in RECORD["features"]
    ]


def make_query(dice: random.Random, rows: list[Row]) -> Query:
    """A link that asks for some of everything."""
    query: Query = {}
    if dice.random() < 0.6:
        first = date(2022, 2, 1) + timedelta(days=dice.randrange(560))
        last = first + timedelta(days=dice.choice([0, 1, 6, 30, 90, 400]))
        clock = dice.choice(["", "", "T06:00", "T21:30"])
        query["from"], query["to"] = [f"{first}{clock}"], [f"{last}T23:00" if clock else f"{last}"]
        query["zone"] = [dice.choice(["place", "utc"])]
    for field in FIELDS.values():
        words = sorted({row[field.column] for row in rows if row.get(field.column)})
        # No event of the record needs to have a word of a field that is new.
        if dice.random() < 0.25 and words:
            query[field.parameter] = dice.sample(words, min(len(words), dice.randint(1, 3)))
    if dice.random() < 0.4:
        low, wide = dice.choice([-20, 0, 5.5, 100, 400]), dice.choice([0, 10, 50.25, 300])
        query["reach"] = [dice.choice([f"{low}..", f"..{low + wide}", f"{low}..{low + wide}"])]
    return query


def judge(row: Row, query: Query) -> str:
    """Definite, possible, outside or hidden, by nothing but comparisons."""
    sure, hidden = True, False
    for field in FIELDS.values():
        if field.parameter in query and row.get(field.column) not in query[field.parameter]:
            hidden = True
    if "reach" in query:
        low, high = (float(end) if end else None for end in query["reach"][0].split(".."))
        low, high = -inf if low is None else low, inf if high is None else high
        hidden = hidden or row["low"] > high or row["high"] < low
        sure = low <= row["low"] and row["high"] <= high
    if hidden:
        return "hidden"
    if "from" in query:
        zone = ZoneInfo("UTC" if query["zone"] == ["utc"] else row["tz"])
        start, end = (
            datetime.fromisoformat(row[name]).astimezone(zone).replace(tzinfo=None)
            for name in ("start", "end")
        )
        first, last = query["from"][0], query["to"][0]
        starts = datetime.fromisoformat(first)
        ends = datetime.fromisoformat(last) + timedelta(days="T" not in last)
        if start >= ends or end <= starts:
            return "outside"
        sure = sure and starts <= start and end <= ends
    return "definite" if sure else "possible"


@pytest.mark.parametrize("seed", range(300))
def test_a_random_link_keeps_what_plain_python_keeps(
    view: View, rows: list[Row], seed: int
) -> None:
    query = make_query(random.Random(seed), rows)
    kept = build_view_from_query(view.current, query)
    wanted = [judge(row, query) for row in rows]
    assert kept.presence.tolist() == wanted
    count = count_presence(kept.presence)
    for word in ("definite", "possible", "outside", "hidden"):
        assert getattr(count, word) == wanted.count(word)
    assert count.total == len(rows)


def test_the_random_links_ask_for_everything(rows: list[Row]) -> None:
    queries = [make_query(random.Random(seed), rows) for seed in range(300)]
    assert {name for query in queries for name in query} == {
        *("from", "to", "zone", "reach"),
        *(one.parameter for one in FIELDS.values() if any(row.get(one.column) for row in rows)),
    }
    found = [judge(row, query) for query in queries for row in rows]
    assert {"definite", "possible", "outside", "hidden"} == set(found)
