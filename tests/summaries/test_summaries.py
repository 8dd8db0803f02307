"""Counts and distributions, held against plain counting over the file itself."""

import json
import math
import re
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.link.filters import Filters, apply_filters
from geo.link.reach import Reach
from geo.story.current import StoryFiles, open_current
from geo.story.story_file import Story
from geo.story.view import View, build_view_from_query
from geo.summaries import (
    Basis,
    choose_reference_event,
    compare_before_after,
    count_hours,
    count_over_time,
    count_pairs,
    count_presence,
    count_regions,
    describe_regions,
    distribute_distances,
    measure_distance_over_time,
    narrow_to_cell,
    snap_to_steps,
)
from geo.summaries.bins import count_in_bins, stack_bars, sum_bins
from geo.summaries.over_time import choose_step, split_into_steps
from geo.times import Range

DATA = Path(__file__).parents[2] / "data"
RECORDS = json.loads((DATA / "events.geojson").read_text("utf-8"))["features"]
WHOLE = Range(datetime(2022, 2, 24), datetime(2023, 8, 24))
SPRING = Range(datetime(2023, 2, 2), datetime(2023, 5, 3, 6))
DRONE = "kremlin-2023-05-03-drone-1"


def view_of(**query: str) -> View:
    current = open_current(StoryFiles(DATA))
    return build_view_from_query(current, {name: [value] for name, value in query.items()})


def clock(record: dict[str, dict[str, str]], end: str) -> datetime:
    """When a record of the file starts or ends, on the clock of its place."""
    told = record["properties"]
    moment = datetime.fromisoformat(told[end]).astimezone(ZoneInfo(told["tz"]))
    return moment.replace(tzinfo=None)


def place_in(record: dict[str, dict[str, str]], start: datetime, end: datetime) -> str:
    """Definite, possible or outside, by nothing but comparisons of its two ends."""
    first, last = clock(record, "start"), clock(record, "end")
    if first >= start and last <= end:
        return "definite"
    return "possible" if first < end and last > start else "outside"


def test_each_month_has_the_events_that_the_file_has_for_it() -> None:
    view = view_of()
    counted = count_over_time(view.record.events, view.presence, WHOLE, "place", "group")
    assert counted.step == "month"
    for start, end, word, definite, possible in counted.counts.itertuples(index=False):
        of_word = [each for each in RECORDS if each["properties"]["group"] == word]
        places = Counter(place_in(each, start, end) for each in of_word)
        assert (definite, possible) == (places["definite"], places["possible"])


def test_weeks_of_a_range_keep_what_lies_only_partly_in_it_as_possible() -> None:
    view = view_of(**{"from": "2023-02-02", "to": "2023-05-03T06:00"})
    counted = count_over_time(view.record.events, view.presence, SPRING, "place", "verification")
    assert counted.step == "week"
    for _, rows in counted.counts.groupby(["start", "end"]):
        start, end = rows["start"].iloc[0], rows["end"].iloc[0]
        places = Counter(place_in(each, start, end) for each in RECORDS)
        assert rows["definite"].sum() == places["definite"]
        assert rows["possible"].sum() == places["possible"]
    assert counted.basis.counted == len(RECORDS) - sum(
        place_in(each, SPRING.start, SPRING.end) == "outside" for each in RECORDS
    )


@pytest.mark.parametrize(
    ("length", "step"),
    [
        (timedelta(hours=9), "hour"),
        (timedelta(days=30), "day"),
        (timedelta(days=90), "week"),
        (timedelta(days=545), "month"),
        (timedelta(days=9000), "year"),
    ],
)
def test_no_chart_over_time_has_more_bars_than_a_phone_can_show(
    length: timedelta, step: str
) -> None:
    range_ = Range(datetime(2023, 1, 31, 22), datetime(2023, 1, 31, 22) + length)
    assert choose_step(range_) == step
    edges = split_into_steps(range_, choose_step(range_))
    assert (edges[0], edges[-1]) == (range_.start, range_.end)
    assert list(edges) == sorted(set(edges))
    assert len(edges) <= 125


intervals = st.lists(
    st.tuples(st.integers(-30, 130), st.integers(0, 60), st.booleans(), st.sampled_from("ab")),
    max_size=30,
)


@given(intervals, st.lists(st.integers(0, 100), min_size=2, max_size=8, unique=True).map(sorted))
def test_a_tally_is_what_asking_each_interval_of_each_bin_would_give(
    rows: list[tuple[int, int, bool, str]], edges: list[int]
) -> None:
    low, length, sure, words = zip(*rows, strict=True) if rows else ((), (), (), ())
    high = [a + b for a, b in zip(low, length, strict=True)]
    counts = count_in_bins(low, high, sure, words, edges)
    for bin_, word, definite, possible in counts.itertuples(index=False):
        start, end = edges[bin_], edges[bin_ + 1]
        within, touching = 0, 0
        for a, b, certain, own in zip(low, high, sure, words, strict=True):
            overlaps = own == word and (start <= a < end if a == b else a < end and b > start)
            is_within = overlaps and certain and a >= start and b <= end
            within += is_within
            touching += overlaps and not is_within
        assert (definite, possible) == (within, touching)
    if rows:
        assert len(counts) == (len(edges) - 1) * len(set(words))
    assert len(sum_bins(counts, len(edges) - 1)) == len(edges) - 1


def test_a_stacked_bar_is_as_tall_as_all_its_counts() -> None:
    view = view_of()
    spread = distribute_distances(view.record.events, view.presence, "event_type")
    pieces = stack_bars(spread.counts.assign(bar=spread.counts["to_km"]), "bar", ["drone_strike"])
    for bar, rows in pieces.groupby("bar"):
        own = spread.counts[spread.counts["to_km"] == bar]
        assert rows["top"].max() == own["definite"].sum() + own["possible"].sum()
        certain = rows[rows["certain"]]
        assert (certain["top"].max() if len(certain) else 0) == own["definite"].sum()
        assert rows["bottom"].tolist() == [0, *rows["top"].tolist()[:-1]]


def test_the_farthest_so_far_is_a_running_maximum_of_near_ends() -> None:
    view = view_of()
    reach = measure_distance_over_time(view.record.events, view.presence, WHOLE, "place", "group")
    told = {each["id"]: each for each in RECORDS}
    low_km = view.record.events["low_m"] / 1000
    for moment, reported, checked in reach.farthest[
        ["moment", "reported_km", "checked_km"]
    ].itertuples(index=False):
        past = [
            (low_km[id_], each["properties"]["verification"])
            for id_, each in told.items()
            if clock(each, "end") <= moment and each["properties"]["kind"] != "context"
        ]
        far = [km for km, word in past if km > 0 and word not in ("false", "retracted")]
        near = [km for km, word in past if km > 0 and word in ("verified", "partly_verified")]
        assert reported == pytest.approx(max(far)) if far else math.isnan(reported)
        assert checked == pytest.approx(max(near)) if near else math.isnan(checked)


def test_each_bar_of_distance_is_what_a_filter_by_reach_would_keep() -> None:
    view = view_of()
    events = view.record.events
    spread = distribute_distances(events, view.presence, "group")
    for bar, (definite, possible) in enumerate(spread.totals.itertuples(index=False)):
        high = bar * spread.width_km
        low = None if bar == 0 else high - spread.width_km
        kept = count_presence(apply_filters(events, Filters(reach=Reach(low, high))))
        assert (definite, possible) == (kept.definite, kept.possible)


def test_the_share_within_a_distance_lies_between_its_bounds() -> None:
    view = view_of()
    events = view.record.events
    spread = distribute_distances(events, view.presence, "group")
    assert (spread.within["definite"] <= spread.within["as_placed"]).all()
    assert (spread.within["as_placed"] <= spread.within["possible"]).all()
    for km, definite, placed, possible in spread.within.iloc[::40].itertuples(index=False):
        assert definite == sum(high <= km * 1000 for high in events["high_m"])
        assert possible == sum(low <= km * 1000 for low in events["low_m"])
        assert placed == sum(
            inside or away <= km * 1000
            for away, inside in zip(events["distance_m"], events["inside"], strict=True)
        )
    low, high = spread.median_km or (0, 0)
    assert low <= spread.within["km"][spread.within["as_placed"] * 2 >= len(events)].min() + 4
    assert low < high


def test_hours_count_only_what_is_timed_to_the_hour() -> None:
    view = view_of()
    hours = count_hours(view.record.events, view.presence, "place", "group")
    timed = [each for each in RECORDS if each["properties"]["time_precision"] in ("minute", "hour")]
    assert hours.basis.counted == len(timed)
    assert hours.basis.total == len(RECORDS)
    for hour in range(24):
        definite = possible = 0
        for each in timed:
            start, end = clock(each, "start"), clock(each, "end")
            # The hours of the day that its minutes stand in.
            minutes = int((end - start).total_seconds() / 60)
            stood = {(start + timedelta(minutes=past)).hour for past in range(minutes)}
            definite += stood == {hour}
            possible += hour in stood and len(stood) > 1
        own = hours.counts[hours.counts["hour"] == hour]
        assert (own["definite"].sum(), own["possible"].sum()) == (definite, possible)


def test_a_cell_is_the_number_of_events_that_its_link_keeps() -> None:
    view = view_of(**{"from": "2023-02-02", "to": "2023-05-03T06:00"})
    table = count_pairs(view.record.events, view.presence, "region", "attribution")
    for row in table.definite.index:
        for column in table.definite.columns:
            filters = narrow_to_cell(view.link.filters, {"region": row, "attribution": column})
            kept = count_presence(apply_filters(view.record.events, filters))
            assert table.definite.at[row, column] == kept.definite
            assert table.possible.at[row, column] == kept.possible
    numbers = table.numbers()
    assert numbers["definite"].sum() + numbers["possible"].sum() == table.basis.counted


def test_a_region_has_the_events_that_the_file_names_it_for() -> None:
    view = view_of()
    table, basis = count_regions(view.record.events, view.presence, "place")
    named = Counter(each["properties"]["region"] for each in RECORDS)
    assert table["definite"].to_dict() == {name: n for name, n in named.items() if name}
    assert basis.total == len(RECORDS)
    kursk = [each for each in RECORDS if each["properties"]["region"] == "Kursk Region"]
    assert table.at["Kursk Region", "first"] == min(clock(each, "start") for each in kursk)
    assert table.at["Kursk Region", "checked"] == sum(
        each["properties"]["verification"] in ("verified", "partly_verified") for each in kursk
    )


def test_both_sides_of_an_event_add_up_to_all_others() -> None:
    view = view_of()
    spans = compare_before_after(view.record.events, Filters(), DRONE, 90, "group", WHOLE)
    others = [each for each in RECORDS if each["id"] != DRONE]
    for side in (spans.before, spans.after):
        places = Counter(place_in(each, side.range.start, side.range.end) for each in others)
        assert side.count.definite == places["definite"]
        assert side.count.possible == places["possible"]
        assert side.count.total == len(RECORDS) - 1
        assert side.range.length == timedelta(days=90)
        assert side.is_covered
    assert spans.before.range.end == datetime(2023, 5, 3, 2, 27)


def test_a_span_beyond_the_record_says_how_little_is_covered() -> None:
    view = view_of()
    spans = compare_before_after(view.record.events, Filters(), DRONE, 365, "group", WHOLE)
    assert spans.before.is_covered
    assert spans.after.covered == WHOLE.end - spans.after.range.start
    assert not spans.after.is_covered


def test_the_first_event_to_ask_about_is_the_selected_one_else_of_the_first_group() -> None:
    view = view_of()
    assert choose_reference_event(view.record.events, view.story, None) == DRONE
    assert choose_reference_event(view.record.events, view.story, "x") == "x"
    assert choose_reference_event(view.record.events.iloc[:0], view.story, None) is None
    plain = Story(title="No groups")
    assert choose_reference_event(view.record.events, plain, None) == RECORDS[0]["id"]


@pytest.mark.parametrize("field", ["group", "event_type", "verification"])
def test_a_view_without_an_event_has_empty_charts_and_says_so(field: str) -> None:
    view = view_of(q="no such words anywhere")
    events, presence = view.record.events, view.presence
    counted = count_over_time(events, presence, WHOLE, "utc", field)
    assert counted.totals.to_numpy().sum() == 0
    assert counted.takeaway == "No event to count in this range"
    assert measure_distance_over_time(events, presence, WHOLE, "utc", field).events.empty
    assert distribute_distances(events, presence, field).basis == Basis(0)
    assert count_hours(events, presence, "utc", field).takeaway == "No event is timed to the hour"
    assert count_pairs(events, presence, "region", "group").largest() is None
    assert count_regions(events, presence, "utc")[0].empty


def test_no_month_is_said_to_stand_out_where_another_may_hold_as_many() -> None:
    days = [
        ("2023-01-05", "2023-01-06"),
        ("2023-02-05", "2023-02-06"),
        ("2023-01-31", "2023-02-02"),
    ]
    events = pd.DataFrame(days, columns=["start_local", "end_local"]).apply(pd.to_datetime)
    events = events.astype("datetime64[us]").assign(group="one")
    presence = pd.Series("definite", index=events.index, dtype=object)
    counted = count_over_time(
        events, presence, Range(datetime(2022, 1, 1), datetime(2023, 3, 1)), "place", "group"
    )
    assert "No month stands out for certain" in counted.takeaway
    assert counted.straddling == 1
    assert counted.totals.iloc[-2:].to_numpy().tolist() == [[1, 1], [1, 1]]


def test_a_drag_takes_whole_steps_in_either_direction() -> None:
    edges = tuple(datetime(2023, month, 1) for month in (1, 2, 3, 4))
    days = (datetime(2023, month, 10) - datetime(1970, 1, 1) for month in (2, 3))
    first, last = (day.total_seconds() * 1000 for day in days)
    for drawn in ((first, last), (last, first)):
        assert snap_to_steps(drawn, edges) == Range(edges[1], edges[3])
    assert snap_to_steps((first, first), edges) == Range(edges[1], edges[2])
    assert snap_to_steps((-1e300, 1e300), edges) == Range(edges[0], edges[3])


def made(*rows: tuple[str, str, str, float, float, str]) -> tuple[pd.DataFrame, pd.Series]:
    """Events of the hour, from start to end, from low to high km out, and their presence."""
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
        "cell": str(table.largest()),
    }


ONE = ("2023-01-05 03:10", "2023-01-05 03:20", "Kursk Region", 12.0, 14.0)


def test_the_titles_of_one_certain_event_say_what_is_known_of_it() -> None:
    assert titles(*made((*ONE, "definite"))) == {
        "time": "The one event: January 2023",
        "reach": "The one event lies at least 12 km out",
        "distance": "No distance is certain for the one event",
        "middle": "The one event lies 12 to 14 km out",
        "hours": "The one event timed to the hour fell between 00:00 and 06:00",
        "regions": "The one event found is recorded in Kursk Region",
        "cell": "('Kursk Region', 'one')",
    }


def test_one_event_whose_place_is_well_known_lies_in_one_bar_of_distance() -> None:
    said = titles(*made((*ONE[:3], 12.2, 12.4, "definite")))
    assert said["distance"] == "The one event lies 12 to 13 km beyond the border"


@pytest.mark.parametrize("number", [1, 3])
def test_no_title_states_what_is_only_possible(number: int) -> None:
    said = titles(*made(*[(*ONE, "possible")] * number))
    whose = "the one event" if number == 1 else "any of the 3 events"
    assert said["time"] == f"No month is certain for {whose}"
    assert said["distance"] == f"No distance is certain for {whose}"
    assert said["hours"] == f"No part of the day is certain for {whose} timed to the hour"
    assert said["regions"] == f"No region is certain for {whose}"
    assert said["reach"] == "No event is on record as surely beyond the border"
    assert said["cell"] == "None"
    if number > 1:
        assert said["middle"].startswith("Of all 3, including the possible ones, the middle event")


def test_no_title_names_a_place_or_a_time_where_there_is_no_event() -> None:
    events, presence = made((*ONE, "hidden"))
    said = titles(events, presence)
    assert said["time"] == "No event to count in this range"
    assert said["distance"] == said["middle"] == "No event with a measured distance"
    assert said["hours"] == "No event is timed to the hour"
    assert said["cell"] == "None"
    assert not any(name in " ".join(said.values()) for name in ("Kursk", "January", "2022", " km"))


def test_a_certain_event_outweighs_no_equal_number_of_possible_ones() -> None:
    other = ("2023-02-05 13:10", "2023-02-05 13:20", "Tula Region", 300.0, 301.0)
    said = titles(*made((*ONE, "definite"), (*other, "possible")))
    assert said["time"].startswith("No month stands out for certain")
    assert said["regions"] == "No region stands out for certain"
    assert said["hours"].startswith("No part of the day stands out for certain")
    assert said["cell"] == "None"


filters_of_any_kind = st.builds(
    Filters,
    range=st.none()
    | st.tuples(st.integers(0, 800), st.integers(1, 400)).map(
        lambda days: Range(
            datetime(2022, 1, 1) + timedelta(days=days[0]),
            datetime(2022, 1, 1) + timedelta(days=days[0] + days[1], hours=days[1] % 24),
        )
    ),
    zone=st.sampled_from(["place", "utc"]),
    words=st.fixed_dictionaries(
        {
            "verification": st.frozensets(
                st.sampled_from(["verified", "partly_verified", "unverified"])
            )
        }
    ),
    voices=st.frozensets(st.sampled_from(["any_party_denies", "one_origin_only"])),
    reach=st.none()
    | st.tuples(st.integers(-50, 400), st.integers(0, 500)).map(
        lambda ends: Reach(float(ends[0]), float(ends[0] + ends[1]))
    ),
    text=st.sampled_from(["", "drone", "Кремль", "no such word"]),
)


@given(filters_of_any_kind)
def test_definite_possible_outside_and_hidden_are_all_events_whatever_is_asked(
    filters: Filters,
) -> None:
    events = open_current(StoryFiles(DATA)).record.events
    presence = apply_filters(events, filters)
    count = count_presence(presence)
    assert count.definite + count.possible + count.outside + count.hidden == len(RECORDS)
    if filters == Filters(range=filters.range, zone=filters.zone):
        assert count.definite + count.possible + count.outside == len(RECORDS)
    # Every chart rests on what is shown, or says how much of it was left out.
    spread = distribute_distances(events, presence, "group")
    hours = count_hours(events, presence, filters.zone, "group")
    table = count_pairs(events, presence, "region", "group")
    regions, basis = count_regions(events, presence, filters.zone)
    over_time = count_over_time(events, presence, WHOLE, filters.zone, "group")
    for one in (spread.basis, hours.basis, table.basis, basis, over_time.basis):
        assert one.total == count.shown
    assert int(regions[["definite", "possible"]].to_numpy().sum()) == basis.counted
    assert int(table.numbers()[["definite", "possible"]].to_numpy().sum()) == table.basis.counted


def test_before_and_after_speaks_of_numbers_and_of_no_cause() -> None:
    view = view_of()
    causal = r"because|caus|led to|due to|result|effect|impact|trigger|significan|therefore"
    for days in (7, 30, 90, 365):
        for event in view.record.events.index[::20]:
            spans = compare_before_after(view.record.events, Filters(), event, days, "group", WHOLE)
            assert not re.search(causal, spans.takeaway, re.IGNORECASE)
            # It says more or fewer only where it holds whatever the true times are.
            before, after = spans.before.count, spans.after.count
            assert ("More" in spans.takeaway) == (after.definite > before.shown)
            assert ("Fewer" in spans.takeaway) == (before.definite > after.shown)


def test_nothing_before_and_after_is_said_to_be_nothing() -> None:
    events, nothing = view_of().record.events, Filters(text="no event holds these words")
    spans = compare_before_after(events, nothing, events.index[0], 7, "group", WHOLE)
    assert spans.takeaway == "Nothing was found in the 7 days before and after it"
