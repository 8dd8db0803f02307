"""Random events and filters, and what they keep by plain Python: another route than the code."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product
from math import inf
from typing import Any

import pandas as pd
from hypothesis import strategies as st

from geo.link.filters import Filters
from geo.link.reach import Reach
from geo.times import Range

FIRST = datetime(2023, 1, 1)


@dataclass(frozen=True)
class Plain:
    """An event in nothing but plain values; distances in kilometres, below 0 inside."""

    start: datetime
    end: datetime
    low: float
    high: float
    region: str | None
    group: str
    kind: str
    verification: str
    time_precision: str


def _make(start: int, minutes: int, low: int, wide: int, *words: str | None) -> Plain:
    starts = FIRST + timedelta(minutes=start)
    region, group, kind, verification, precision = words
    return Plain(
        starts,
        starts + timedelta(minutes=minutes),
        float(low),
        float(low + wide),
        region,
        str(group),
        str(kind),
        str(verification),
        str(precision),
    )


events_of_any_kind = st.builds(
    _make,
    st.integers(0, 60 * 24 * 150) | st.sampled_from([0, 1440, 1440 * 31, 1440 * 31 - 30]),
    st.sampled_from([1, 20, 60, 170, 1440, 1440 * 3, 1440 * 40]),
    st.integers(-30, 120) | st.sampled_from([0, 10, 600]),
    st.sampled_from([0, 0, 1, 9, 40]),
    st.sampled_from(["Lau", "Rotuma", "Rewa", None]),
    st.sampled_from(["coast", "inland"]),
    st.sampled_from(["incident", "incident", "incident", "context"]),
    st.sampled_from(["unverified", "verified", "partly_verified", "disputed", "false"]),
    st.sampled_from(["minute", "hour", "day"]),
)
records_of_any_kind = st.lists(events_of_any_kind, max_size=7)


def _range(day: int, hour: int, hours: int) -> Range:
    start = FIRST + timedelta(days=day, hours=hour)
    return Range(start, start + timedelta(hours=hours))


ranges_of_any_kind = st.builds(
    _range,
    st.integers(-5, 150),
    st.sampled_from([0, 0, 0, 6, 21]),
    st.sampled_from([3, 9, 24, 24 * 5, 24 * 31, 24 * 90, 24 * 400]),
)
filters_of_any_kind = st.builds(
    Filters,
    range=st.none() | ranges_of_any_kind,
    words=st.sampled_from(
        [
            {},
            {},
            {"group": {"coast"}},
            {"region": {"Lau", "Rewa"}},
            {"verification": {"verified", "unverified"}},
        ]
    ),
    reach=st.none() | st.sampled_from([Reach(None, 50), Reach(10, None), Reach(0, 100)]),
)


def as_frame(record: list[Plain]) -> pd.DataFrame:
    """The same events as the columns that summaries and filters read."""
    frame = pd.DataFrame(
        [vars(event) for event in record], columns=list(Plain.__dataclass_fields__), dtype=object
    )
    moments = {
        f"{end}_local": pd.to_datetime(frame[end]).astype("datetime64[us]")
        for end in ("start", "end")
    }
    low, high = (frame[name].astype("float64") for name in ("low", "high"))
    middle = (low + high) / 2
    return frame.drop(columns=["low", "high", "start", "end"]).assign(
        **moments,
        low_m=low * 1000,
        high_m=high * 1000,
        distance_m=middle.abs() * 1000,
        inside=middle < 0,
        event_type="other",
        target_type="other",
        attribution="unclaimed",
        any_party_denies=False,
        one_origin_only=False,
        location_precision="exact",
    )


def judge(event: Plain, filters: Filters) -> str:
    """Definite, possible, outside or hidden, by comparisons of plain values alone."""
    for column, words in filters.words.items():
        if getattr(event, column) not in words:
            return "hidden"
    sure = True
    if filters.reach:
        low = -inf if filters.reach.low_km is None else filters.reach.low_km
        high = inf if filters.reach.high_km is None else filters.reach.high_km
        if event.low > high or event.high < low:
            return "hidden"
        sure = low <= event.low and event.high <= high
    if filters.range:
        start, end = filters.range.start, filters.range.end
        if event.start >= end or event.end <= start:
            return "outside"
        sure = sure and start <= event.start and event.end <= end
    return "definite" if sure else "possible"


Bars = dict[str, tuple[Any, Any]]
Choice = tuple[str | None, ...]


def choose(low: Any, high: Any, presence: str, bars: Bars) -> Choice:
    """The bars that an interval may belong to; None if it may belong to none."""
    if low == high:
        found = [name for name, (start, end) in bars.items() if start <= low < end]
    else:
        found = [name for name, (start, end) in bars.items() if low < end and high > start]
    return tuple(found) if presence == "definite" else (*found, None)


def count_bar(choices: list[Choice], bar: str) -> tuple[int, int]:
    """How many events lie in a bar for certain, and how many more possibly."""
    return (
        sum(choice == (bar,) for choice in choices),
        sum(bar in choice and len(choice) > 1 for choice in choices),
    )


def list_worlds(choices: list[Choice]) -> Iterator[Counter[str]]:
    """The number of each bar in every way in which the events can have been."""
    for world in product(*choices):
        yield Counter(bar for bar in world if bar is not None)


def list_steps(range_: Range, step: str) -> Bars:
    """The steps of a range by name, found by walking through it hour by hour."""
    bars: Bars = {}
    hour = range_.start
    while hour < range_.end:
        following = hour + timedelta(hours=1)
        name = name_step(hour, step)
        bars[name] = (bars.get(name, (hour, None))[0], following)
        hour = following
    return bars


def name_step(moment: datetime, step: str) -> str:
    """The name of the step that a moment lies in."""
    if step == "hour":
        return f"{_day(moment)}, {moment.hour:02}:00 to {(moment.hour + 1) % 24:02}:00"
    if step == "week":
        return "the week from " + _day(moment - timedelta(days=moment.isoweekday() - 1))
    return {"day": _day(moment), "month": f"{moment:%B %Y}", "year": str(moment.year)}[step]


def _day(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y}"
