"""Every number of every title, counted again by plain Python over random records and filters.

"more than any other", "half" and "farthest" are tried in every way in which the events can have
been: each may lie anywhere in its interval of time and distance.
"""

import math
import re
from datetime import timedelta

import pytest
from hypothesis import given

from geo.link.filters import Filters, apply_filters
from geo.summaries import (
    count_hours,
    count_over_time,
    count_pairs,
    count_regions,
    describe_regions,
    distribute_distances,
    measure_distance_over_time,
)
from geo.summaries.over_time import choose_step
from geo.times import Range
from tests.summaries.plain import (
    FIRST,
    Bars,
    Choice,
    Plain,
    as_frame,
    choose,
    count_bar,
    filters_of_any_kind,
    judge,
    list_steps,
    list_worlds,
    records_of_any_kind,
)

WHOLE = Range(FIRST - timedelta(days=31), FIRST + timedelta(days=250))
NUMBER = r"([\d,]+)(?: to ([\d,]+))?"
SURE = re.compile(
    rf"(?P<names>.+): (?P<found>{NUMBER})(?P<each> each)? of the (?P<all>[\d,]+) events "
    r"(?P<among>found|with a distance|timed to the hour|with a region|with both words)"
    r"(?P<more>, more than any other .+)?"
)
ALL = re.compile(r"(?P<name>.+): (?:all (?P<all>[\d,]+) events|the one event) .+")
OPEN = re.compile(
    rf"No .+ is certain to have the most: (?P<one>.+) has (?P<found>{NUMBER}) of the "
    rf"(?P<all>[\d,]+) events .+?, (?P<other>.+) has (?P<rival>{NUMBER})"
)
UNSURE = re.compile(r"No .+ is certain for (?:any of the (?P<all>[\d,]+) events|the one event).*")


def bounds(text: str) -> tuple[int, int]:
    """Definite, and possible beyond them, of a number or of two with "to" between."""
    low, _, high = text.replace(",", "").partition(" to ")
    return int(low), int(high or low) - int(low)


def same(name: str) -> str:
    """A name whichever letter it starts with: titles start with a capital."""
    return name[:1].upper() + name[1:]


def check_bars(title: str, choices: list[Choice], bars: list[str]) -> None:
    """A title of bars says their numbers, and no more than holds in every world."""
    total = len(choices)
    counts = {same(bar): count_bar(choices, bar) for bar in bars}
    names = {same(bar): bar for bar in bars}
    worlds = list(list_worlds(choices)) if math.prod(map(len, choices)) < 3000 else []
    leading = [
        bar
        for bar in bars
        if worlds
        and all(world[bar] > max([0, *(world[b] for b in bars if b != bar)]) for world in worlds)
    ]
    if not any(map(sum, counts.values())):
        assert title.startswith("No event")
        assert ":" not in title
    elif found := UNSURE.fullmatch(title):
        assert int((found["all"] or "1").replace(",", "")) == total
        assert not any(definite for definite, _ in counts.values())
    elif found := OPEN.fullmatch(title):
        assert bounds(found["found"]) == counts[same(found["one"])]
        assert bounds(found["rival"]) == counts[same(found["other"])]
        assert int(found["all"]) == total
        assert not leading
    elif found := ALL.fullmatch(title):
        assert counts[same(found["name"])] == (total, 0)
        assert int(found["all"] or 1) == total
    else:
        found = SURE.fullmatch(title)
        assert found, title
        assert int(found["all"]) == total
        number, more = bounds(found["found"]), bool(found["more"])
        if found["each"]:
            tied = [name for name, pair in counts.items() if pair == number]
            said = re.fullmatch(r"(\d+) \w+.*", found["names"])
            assert (
                len(tied) == int(said[1])
                if said and len(tied) > 3
                else all(name.lower() in found["names"].lower() for name in tied)
            )
            assert number[1] == 0
        else:
            tied = [same(found["names"])]
            assert counts[tied[0]] == number
            assert not worlds or leading == [names[tied[0]]]
        assert more == (len(tied) < len(bars))
        for name, (definite, possible) in counts.items():
            assert name in tied or definite + possible < number[0]


def kept(record: list[Plain], filters: Filters) -> list[tuple[Plain, str]]:
    judged = [(event, judge(event, filters)) for event in record]
    return [(event, word) for event, word in judged if word in ("definite", "possible")]


@given(records_of_any_kind, filters_of_any_kind)
def test_the_title_over_time_says_what_was_found(record: list[Plain], filters: Filters) -> None:
    events, range_ = as_frame(record), filters.range or WHOLE
    counted = count_over_time(events, apply_filters(events, filters), range_, "place", "group")
    bars = list_steps(range_, choose_step(range_))
    choices = [choose(e.start, e.end, word, bars) for e, word in kept(record, filters)]
    check_bars(counted.takeaway, choices, list(bars))


@given(records_of_any_kind, filters_of_any_kind)
def test_the_title_of_regions_says_what_was_found(record: list[Plain], filters: Filters) -> None:
    events = as_frame(record)
    table, basis = count_regions(events, apply_filters(events, filters), "place")
    choices: list[Choice] = [
        (e.region,) if word == "definite" else (e.region, None)
        for e, word in kept(record, filters)
        if e.region
    ]
    check_bars(
        describe_regions(table, basis), choices, list(dict.fromkeys(c[0] or "" for c in choices))
    )


@given(records_of_any_kind, filters_of_any_kind)
def test_the_title_of_pairs_says_what_was_found(record: list[Plain], filters: Filters) -> None:
    events = as_frame(record)
    table = count_pairs(events, apply_filters(events, filters), "region", "group")
    rows = [(e, word) for e, word in kept(record, filters) if e.region]
    choices: list[Choice] = [
        (f"{e.region} ({e.group})",) if word == "definite" else (f"{e.region} ({e.group})", None)
        for e, word in rows
    ]
    cells = [f"{r} ({g})" for r in {e.region for e, _ in rows} for g in {e.group for e, _ in rows}]
    check_bars(table.describe(lambda _, word: word), choices, cells)


@given(records_of_any_kind, filters_of_any_kind)
def test_the_title_of_distances_says_what_was_found(record: list[Plain], filters: Filters) -> None:
    events = as_frame(record)
    spread = distribute_distances(events, apply_filters(events, filters), "group")
    rows = kept(record, filters)
    width = spread.width_km
    bars: Bars = {"inside the border": (-math.inf, 0)}
    for bar in range(len(spread.totals) - 1):
        bars[f"{bar * width:,g} to {(bar + 1) * width:,g} km outside"] = (
            bar * width,
            (bar + 1) * width,
        )
    choices = [choose(e.low, e.high, word, bars) for e, word in rows]
    check_bars(spread.takeaway, choices, list(bars))


@given(records_of_any_kind, filters_of_any_kind)
def test_at_least_half_is_said_of_what_is_at_least_half(
    record: list[Plain], filters: Filters
) -> None:
    events = as_frame(record)
    said = distribute_distances(events, apply_filters(events, filters), "group").median_words
    rows = kept(record, filters)
    if not rows:
        assert said == "No event with a measured distance"
        return
    total = re.search(r"half of the ([\d,]*\d)", said)
    assert int(total[1]) == len(rows) if total else len(rows) == 1
    assert ("possible ones included" in said) == (
        len(rows) > 1 and any(word == "possible" for _, word in rows)
    )
    most = re.search(r"within ([\d,]+) km", said)
    least = re.search(r"half lie ([\d,]+) k?m or more from it", said)
    if "lie inside" in said or "lies inside" in said:
        assert 2 * sum(e.high < 0 for e, _ in rows) >= len(rows)
    elif most:
        within = int(most[1])
        assert 2 * sum(e.high <= within for e, _ in rows) >= len(rows)
        # Nothing less could be said.
        assert 2 * sum(e.high <= within - 1 for e, _ in rows) < len(rows)
    if least:
        assert 2 * sum(e.low >= int(least[1]) for e, _ in rows) >= len(rows)
        assert 2 * sum(e.low >= int(least[1]) + 1 for e, _ in rows) < len(rows)


@given(records_of_any_kind, filters_of_any_kind)
def test_the_title_of_hours_says_what_was_found(record: list[Plain], filters: Filters) -> None:
    events = as_frame(record)
    presence = apply_filters(events, filters)
    title, *clause = count_hours(events, presence, "place", "group", filters.range).takeaway.split(
        ";"
    )
    parts = [f"{start:02}:00 to {start + 6:02}:00" for start in (0, 6, 12, 18)]
    choices: list[Choice] = []
    for e, word in kept(record, filters):
        minutes = int((e.end - e.start).total_seconds() / 60)
        if e.time_precision == "day" or minutes > 180:
            continue
        touched = {(e.start + timedelta(minutes=past)).hour // 6 for past in range(minutes)}
        choices.append(
            (*(parts[part] for part in touched), *([] if word == "definite" else [None]))
        )
    check_bars(title, choices, parts)
    # What the range alone decides is said: as many hours of each part, or which.
    quarters = [0, 0, 0, 0]
    hour = filters.range.start if filters.range else None
    while filters.range and hour and hour < filters.range.end:
        quarters[hour.hour // 6] += 1
        hour += timedelta(hours=1)
    assert bool(clause) == (bool(choices) and max(quarters) > 1.2 * min(quarters))


@given(records_of_any_kind, filters_of_any_kind)
def test_the_farthest_is_the_farthest_and_what_is_left_out_is_said(
    record: list[Plain], filters: Filters
) -> None:
    events, range_ = as_frame(record), filters.range or WHOLE
    said = measure_distance_over_time(
        events, apply_filters(events, filters), range_, "place", "group"
    ).takeaway
    rows = kept(record, filters)
    counts = [
        e
        for e, word in rows
        if word == "definite" and e.kind != "context" and e.verification != "false"
    ]
    words = ("verified", "partly_verified")
    reported = max((e.low for e in counts), default=0)
    checked = max((e.low for e in counts if e.verification in words), default=0)
    numbers = [int(km.replace(",", "")) for km in re.findall(r"([\d,]+) km or more", said)]
    if reported <= 0:
        assert said.startswith("No event counted here is certain to lie beyond the border")
    elif checked <= 0:
        assert numbers == [reported]
        assert "none that counts is verified" in said
    else:
        assert numbers == ([checked] if checked == reported else [checked, reported])
    farther = [
        e
        for e, _ in rows
        if e not in counts
        and (e.low > max(reported, 0) or (e.verification in words and e.low > max(checked, 0)))
    ]
    left_out = said.partition("left out, ")[2].partition(": ")[2]
    assert sum(int(number) for number in re.findall(r"\b(\d+) ", left_out)) == len(farther)


@pytest.mark.parametrize("chart", ["time", "regions"])
def test_a_tie_is_called_a_tie(chart: str) -> None:
    """Two of January in Lau, two of March in Rewa: neither leads, and neither is in doubt."""
    made = [
        Plain(start, start + timedelta(hours=1), 5, 6, region, "a", "incident", "false", "hour")
        for start, region in (
            (FIRST, "Lau"),
            (FIRST + timedelta(days=2), "Lau"),
            (FIRST + timedelta(days=70), "Rewa"),
            (FIRST + timedelta(days=71), "Rewa"),
        )
    ]
    events = as_frame(made)
    presence = apply_filters(events, Filters())
    range_ = Range(FIRST, FIRST + timedelta(days=365))
    if chart == "time":
        said = count_over_time(events, presence, range_, "place", "group").takeaway
        assert said == (
            "January 2023 and March 2023: 2 each of the 4 events found, more than any other month"
        )
    else:
        said = describe_regions(*count_regions(events, presence, "place"))
        assert said == "Lau and Rewa: 2 each of the 4 events with a region"
