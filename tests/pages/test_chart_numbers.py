"""The numbers of every chart, counted again by plain Python over the GeoJSON of the view."""

import csv
import io
import json
import math
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from itertools import pairwise
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from geo.link.analysis import FIGURES
from geo.publishing.export import export_view
from geo.publishing.figures import Figure, build_figure, write_numbers
from tests.shipped_record import open_shipped

QUERY = {
    "from": "2023-02-02",
    "to": "2023-05-03T06:00",
    "cross": "region,attribution",
    "compare": "2022-08-01..2022-12-31",
    "event": "kremlin-2023-05-03-drone-1",
    "span": "30",
}
HOURS = Figure(
    name="hours",
    topic="Hour of the day",
    title="What the numbers say",
    reading="Read it so.",
    basis="Based on 3 of 7 events.",
    numbers=pd.DataFrame(),
    draw=lambda _: pytest.fail("a file of numbers draws nothing"),
    word_field="verification",
)
# Numbers, words and moments, as the file and the frame hold them.
Row = dict[str, Any]
Check = Callable[[list[Row], list[Row]], None]


@pytest.fixture(scope="module")
def figures() -> dict[str, list[Row]]:
    """What each figure offers to export, by its name, a dict for each row."""
    view = open_shipped(urlencode(QUERY))
    built = {name: build_figure(view, name) for name in FIGURES}
    return {
        name: [
            {str(column): value for column, value in row.items()}
            for row in figure.numbers.to_dict("records")
        ]
        for name, figure in built.items()
        if figure is not None
    }


@cache
def features(link: str = "") -> list[Row]:
    """The features of a view as its GeoJSON file holds them, each with the clock of its place."""
    rows = []
    for feature in json.loads(export_view(open_shipped(link), "geojson"))["features"]:
        row = {"id": feature["id"], **feature["properties"]}
        for end in ("start", "end"):
            moment = datetime.fromisoformat(row[end]).astimezone(ZoneInfo(row["tz"]))
            row[f"{end}_clock"] = moment.replace(tzinfo=None)
        rows.append(row)
    return rows


def bounds(low: Any, high: Any, start: Any, end: Any) -> tuple[bool, bool]:
    """Whether an interval lies in a bin wholly, and whether it does in part."""
    if low == high:
        return start <= low < end, start <= low < end
    return low >= start and high <= end, low < end and high > start


def counted(rows: list[Row], start: Any, end: Any, ends: tuple[str, str]) -> tuple[int, int]:
    """Definite and possible events of a bin."""
    definite = possible = 0
    for row in rows:
        wholly, partly = bounds(row[ends[0]], row[ends[1]], start, end)
        sure = wholly and row["presence"] == "definite"
        definite += sure
        possible += partly and not sure
    return definite, possible


CLOCK, AWAY = ("start_clock", "end_clock"), ("low_m", "high_m")


def over_time(numbers: list[Row], rows: list[Row]) -> None:
    for one in numbers:
        own = [row for row in rows if row["group"] == one["word"]]
        assert (one["definite"], one["possible"]) == counted(own, one["start"], one["end"], CLOCK)


def by_region(numbers: list[Row], rows: list[Row]) -> None:
    assert {one["word"] for one in numbers} == {row["region"] for row in rows} - {None}
    for one in numbers:
        own = [row for row in rows if row["region"] == one["word"]]
        assert (one["definite"], one["possible"]) == counted(own, one["start"], one["end"], CLOCK)


def rate(numbers: list[Row], rows: list[Row]) -> None:
    for one in numbers:
        definite, possible = counted(rows, one["start"], one["end"], CLOCK)
        assert (one["definite"], one["possible"]) == (definite, possible)
        weeks = (one["end"] - one["start"]) / timedelta(days=7)
        assert one["at_least"] == pytest.approx(definite / weeks)
        assert one["at_most"] == pytest.approx((definite + possible) / weeks)
        assert one["is_empty"] == (definite + possible == 0)
    ends = [(one["start"], one["end"]) for one in numbers]
    assert all(end == start for (_, end), (start, _) in pairwise(ends))


def cumulative(numbers: list[Row], rows: list[Row]) -> None:
    for one in numbers[:-1]:
        sure = [r for r in rows if r["presence"] == "definite" and r["end_clock"] <= one["moment"]]
        most = sum(row["start_clock"] < one["moment"] for row in rows)
        assert (one["definite"], one["definite"] + one["possible"]) == (len(sure), most)
    last = numbers[-1]
    assert last["definite"] + last["possible"] == len(rows)
    assert last["definite"] == sum(row["presence"] == "definite" for row in rows)


def distances(numbers: list[Row], rows: list[Row]) -> None:
    for one in numbers:
        own = [row for row in rows if row["group"] == one["word"]]
        found = counted(own, one["from_km"] * 1000, one["to_km"] * 1000, AWAY)
        assert (one["definite"], one["possible"]) == found


def within(numbers: list[Row], rows: list[Row]) -> None:
    for one in numbers:
        metres = one["km"] * 1000
        sure = [row for row in rows if row["presence"] == "definite"]
        assert one["definite"] == sum(row["high_m"] <= metres for row in sure)
        assert one["possible"] == sum(row["low_m"] <= metres for row in rows)
        placed = sum(row["inside"] or row["distance_m"] <= metres for row in rows)
        assert one["as_placed"] == placed


def reach(numbers: list[Row], rows: list[Row]) -> None:
    found = {one["id"]: one for one in numbers}
    assert set(found) == {row["id"] for row in rows}
    for row in rows:
        one = found[row["id"]]
        signed = -row["distance_m"] if row["inside"] else row["distance_m"]
        for name, metres in (
            ("signed_distance_km", signed),
            ("low_km", row["low_m"]),
            ("high_km", row["high_m"]),
        ):
            assert one[name] * 1000 == pytest.approx(metres, abs=0.001)
        assert (one["start"], one["end"]) == (row["start_clock"], row["end_clock"])
        assert one["possible"] == (row["presence"] == "possible")


def hours(numbers: list[Row], rows: list[Row]) -> None:
    timed = [
        row
        for row in rows
        if row["time_precision"] in ("minute", "hour")
        and row["end_clock"] - row["start_clock"] <= timedelta(hours=3)
    ]
    for one in numbers:
        definite = possible = 0
        for row in timed:
            if row["group"] == one["word"]:
                length = int((row["end_clock"] - row["start_clock"]).total_seconds() / 60)
                touched = {(row["start_clock"] + timedelta(minutes=n)).hour for n in range(length)}
                sure = touched == {one["hour"]} and row["presence"] == "definite"
                definite += sure
                possible += one["hour"] in touched and not sure
        assert (one["definite"], one["possible"]) == (definite, possible)


def cross(numbers: list[Row], rows: list[Row]) -> None:
    pairs = Counter((row["region"], row["attribution"], row["presence"]) for row in rows)
    for one in numbers:
        for word in ("definite", "possible"):
            assert one[word] == pairs.pop((one["region"], one["attribution"], word), 0)
    assert all(region is None for region, _, _ in pairs)


def regions(numbers: list[Row], rows: list[Row]) -> None:
    assert {one["region"] for one in numbers} == {row["region"] for row in rows} - {None}
    for one in numbers:
        own = [row for row in rows if row["region"] == one["region"]]
        words = Counter(row["presence"] for row in own)
        assert (one["definite"], one["possible"]) == (words["definite"], words["possible"])
        assert one["checked"] == sum(
            row["verification"] in ("verified", "partly_verified") for row in own
        )
        assert one["first"] == min(row["start_clock"] for row in own)
        assert one["last"] == max(row["end_clock"] for row in own)
        for name, metres in (
            ("low_km", min(row["low_m"] for row in own)),
            ("high_km", max(row["high_m"] for row in own)),
        ):
            assert one[name] * 1000 == pytest.approx(metres, abs=0.001)


def before_after(numbers: list[Row], rows: list[Row]) -> None:
    # The dates of the page do not bind here: all events but the chosen one.
    others = [{**row, "presence": "definite"} for row in features() if row["id"] != QUERY["event"]]
    assert {one["span"] for one in numbers} == {"Before", "After"}
    for one in numbers:
        assert one["end"] - one["start"] == timedelta(days=30)
        own = [row for row in others if row["group"] == one["word"]]
        assert (one["definite"], one["possible"]) == counted(own, one["start"], one["end"], CLOCK)
    assert rows


OTHER = {"from": "2022-08-01", "to": "2022-12-31"}
OWN = {name: QUERY[name] for name in ("from", "to")}
CHECKS: dict[str, tuple[Check, dict[str, str]]] = {
    "over-time": (over_time, OWN),
    "reach": (reach, OWN),
    "distances": (distances, OWN),
    "within": (within, OWN),
    "hours": (hours, OWN),
    "cross": (cross, OWN),
    "regions": (regions, OWN),
    "before-after": (before_after, OWN),
    "rate": (rate, OWN),
    "cumulative": (cumulative, OWN),
    "by-group": (over_time, OWN),
    "by-region": (by_region, OWN),
    "distances-log": (distances, OWN),
    "beside-0-over-time": (over_time, OWN),
    "beside-0-distances": (distances, OWN),
    "beside-1-over-time": (over_time, OTHER),
    "beside-1-distances": (distances, OTHER),
}


@pytest.mark.parametrize("name", list(CHECKS))
def test_the_numbers_of_a_chart_are_those_of_the_file(
    figures: dict[str, list[Row]], name: str
) -> None:
    check, query = CHECKS[name]
    rows = features(urlencode(query))
    assert query is OTHER or {row["presence"] for row in rows} == {"definite", "possible"}
    assert figures[name]
    check(figures[name], rows)


def test_no_chart_goes_without_such_a_check(figures: dict[str, list[Row]]) -> None:
    assert set(figures) == set(CHECKS)
    assert not any(math.isnan(one["km"]) for one in figures["within"])


def test_the_numbers_of_a_chart_travel_with_where_they_come_from() -> None:
    view = open_shipped("group=kremlin&stack=verification")
    numbers = pd.DataFrame({"word": ["=HYPERLINK(A1)", "＋1", "a"], "definite": [1, 2, 3]})
    figure = replace(HOURS, numbers=numbers)
    content = write_numbers(view, figure, "https://maps.example/analysis?figure=hours")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row["verification"] for row in rows] == ["'=HYPERLINK(A1)", "'＋1", "a"]
    said = {
        "title": view.record.about["title"],
        "as_of": view.record.about["as_of"],
        "data_version": view.record.version,
        "border": view.record.borders[0].name,
        "licence": "CC BY 4.0",
        "filter": "group: The Kremlin, 3 May 2023",
        "border_credit": view.record.borders[0].credit,
        "link": "https://maps.example/analysis?figure=hours",
        "figure": "hours",
        "figure_topic": "Hour of the day",
        "figure_basis": "Based on 3 of 7 events.",
        "figure_reading": "Read it so.",
    }
    for row in rows:
        assert {name: row[f"record_{name}"] for name in said} == said
        assert "not a census" in row["record_method"]


@pytest.mark.parametrize(("zone", "clock"), [("place", "local"), ("utc", "utc")])
def test_the_name_of_a_column_of_times_says_whose_clock_it_is_on(zone: str, clock: str) -> None:
    view = open_shipped(f"zone={zone}")
    moments = pd.DataFrame({"start": [datetime(2023, 5, 3)], "hour": [3], "word": ["a"]})
    for numbers in (moments, moments.astype({"start": "datetime64[us]"})):
        content = write_numbers(view, replace(HOURS, numbers=numbers))
        header = content.decode("utf-8-sig").partition(",record_")[0]
        assert header == f"start_{clock},hour_{clock},verification"


@pytest.mark.parametrize("name", ["distances", "distances-log"])
def test_an_end_without_a_limit_is_an_empty_cell(name: str) -> None:
    view = open_shipped()
    figure = build_figure(view, name)
    assert figure is not None
    rows = list(csv.DictReader(io.StringIO(write_numbers(view, figure).decode("utf-8-sig"))))
    assert rows[0]["from_km"] == ""
    assert float(rows[0]["to_km"]) >= 0
    assert not {"-inf", "inf"} & {cell for row in rows for cell in row.values()}
    said = "Where from_km is empty, there is no limit."
    assert all(row["record_figure_reading"].endswith(said) for row in rows)


@pytest.mark.parametrize(
    ("name", "field"),
    [("hours", "event_type"), ("by-region", "region"), ("by-group", "group")],
)
def test_a_column_of_words_has_the_name_of_their_field(name: str, field: str) -> None:
    view = open_shipped("stack=type")
    figure = build_figure(view, name)
    assert figure is not None
    rows = list(csv.DictReader(io.StringIO(write_numbers(view, figure).decode("utf-8-sig"))))
    words = {row[field] for row in rows}
    assert words
    assert words <= set(view.record.events[field])
    assert {row["record_figure_basis"] for row in rows} == {figure.basis}
    assert {row["record_link"] for row in rows} == {""}


def test_no_row_of_distances_over_time_has_a_name_of_the_files() -> None:
    figure = build_figure(open_shipped(), "reach")
    assert figure is not None
    # There, a distance is never below 0.
    assert "distance_km" not in figure.numbers
    assert (figure.numbers["signed_distance_km"] < 0).any()
