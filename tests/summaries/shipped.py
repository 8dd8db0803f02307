"""The shipped record and its file, for summaries."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pandas as pd

from geo.story.view import View, build_view_from_query
from geo.summaries import (
    count_hours,
    count_over_time,
    count_pairs,
    count_regions,
    describe_regions,
    distribute_distances,
    measure_distance_over_time,
)
from geo.times import Range
from tests.shipped_record import RECORD, open_shipped

RECORDS = RECORD["features"]


WHOLE = Range(datetime(2022, 2, 24), datetime(2023, 8, 24))


def view_of(**query: str) -> View:
    words = {name: [value] for name, value in query.items()}
    return build_view_from_query(open_shipped().current, words)


def clock(record: dict[str, dict[str, str]], end: str) -> datetime:
    """When an event of the file starts or ends, on the clock of its place."""
    properties = record["properties"]
    moment = datetime.fromisoformat(properties[end]).astimezone(ZoneInfo(properties["tz"]))
    return moment.replace(tzinfo=None)


def place_in(record: dict[str, dict[str, str]], start: datetime, end: datetime) -> str:
    """Definite, possible or outside, by nothing but comparisons of its two ends."""
    first, last = clock(record, "start"), clock(record, "end")
    if first >= start and last <= end:
        return "definite"
    return "possible" if first < end and last > start else "outside"


def made(*rows: tuple[str, str, str, float, float, str]) -> tuple[pd.DataFrame, pd.Series]:
    """Events of the hour, from start to end, from low to high km outside, and their presence."""
    names = ["start_local", "end_local", "region", "low_m", "high_m", "presence"]
    frame = pd.DataFrame(rows, columns=names)
    for name in ("start_local", "end_local"):
        frame[name] = pd.to_datetime(frame[name]).astype("datetime64[us]")
    events = frame.drop(columns="presence").assign(
        low_m=frame["low_m"] * 1000,
        high_m=frame["high_m"] * 1000,
        distance_m=(frame["low_m"] + frame["high_m"]) * 500,
        inside=False,
        group="one",
        kind="incident",
        event_type="crash",
        verification="unverified",
        location_precision="exact",
        time_precision="hour",
    )
    return events, frame["presence"].astype(object)


def titles(events: pd.DataFrame, presence: pd.Series) -> dict[str, str]:
    """What every chart says of these events, over January and February 2023."""
    range_ = Range(datetime(2022, 1, 1), datetime(2023, 3, 1))
    spread = distribute_distances(events, presence, "group")
    regions, basis = count_regions(events, presence, "place")
    table = count_pairs(events, presence, "region", "group")
    return {
        "time": count_over_time(events, presence, range_, "place", "group").takeaway,
        "reach": measure_distance_over_time(events, presence, range_, "place", "group").takeaway,
        "distance": spread.takeaway,
        "middle": spread.median_words,
        "hours": count_hours(events, presence, "place", "group").takeaway,
        "regions": describe_regions(regions, basis),
        "cell": table.describe(lambda _, word: word),
    }


ONE = ("2023-01-05 03:10", "2023-01-05 03:20", "Kursk Region", 12.0, 14.0)
