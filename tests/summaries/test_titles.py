"""Titles of charts claim no more than is certain; counts add up."""

import pytest

from geo.summaries import (
    ChartBasis,
    count_hours,
    count_over_time,
    count_pairs,
    count_regions,
    distribute_distances,
    measure_distance_over_time,
)
from tests.summaries.shipped import ONE, WHOLE, made, titles, view_of


@pytest.mark.parametrize("field", ["group", "event_type", "verification"])
def test_a_view_without_an_event_has_empty_charts_and_says_so(field: str) -> None:
    view = view_of(q="no such words anywhere")
    events, presence = view.record.events, view.presence
    counted = count_over_time(events, presence, WHOLE, "utc", field)
    assert counted.totals.to_numpy().sum() == 0
    assert counted.takeaway == "No event to count in this range"
    assert measure_distance_over_time(events, presence, WHOLE, "utc", field).events.empty
    assert distribute_distances(events, presence, field).basis == ChartBasis(0)
    assert count_hours(events, presence, "utc", field).takeaway == "No event is timed to the hour"
    pairs = count_pairs(events, presence, "region", "group")
    assert pairs.describe(lambda _, word: word) == "No event has both words"
    assert count_regions(events, presence, "utc")[0].empty


def test_the_titles_of_one_certain_event_say_what_is_known_of_it() -> None:
    assert titles(*made((*ONE, "definite"))) == {
        "time": "January 2023: the one event found",
        "reach": "Farthest: 12 km or more, 5 January 2023, unverified; "
        "none that counts is verified",
        "distance": "No distance is certain for the one event with a distance",
        "middle": "The one event lies 12 to 14 km from the border",
        "hours": "00:00 to 06:00: the one event timed to the hour",
        "regions": "Kursk Region: the one event with a region",
        "cell": "Kursk Region (one): the one event with both words",
    }


@pytest.mark.parametrize("number", [1, 3])
def test_no_title_states_what_is_only_possible(number: int) -> None:
    said = titles(*made(*[(*ONE, "possible")] * number))
    whose = "the one event" if number == 1 else "any of the 3 events"
    assert said["time"] == f"No month is certain for {whose} found"
    assert said["distance"] == f"No distance is certain for {whose} with a distance"
    assert said["hours"] == f"No part of the day is certain for {whose} timed to the hour"
    assert said["regions"] == f"No region is certain for {whose} with a region"
    assert said["cell"] == f"No pair is certain for {whose} with both words"
    assert said["reach"] == (
        "No event counted here is certain to lie beyond the border; "
        f"left out, though beyond it: {number} only possibly in the view"
    )
    if number > 1:
        assert said["middle"].startswith("At least half of the 3, possible ones included, lie")


def test_no_title_names_a_place_or_a_time_where_there_is_no_event() -> None:
    events, presence = made((*ONE, "hidden"))
    said = titles(events, presence)
    assert said["time"] == "No event to count in this range"
    assert said["distance"] == said["middle"] == "No event with a measured distance"
    assert said["hours"] == "No event is timed to the hour"
    assert said["regions"] == "No event is recorded in a region"
    assert said["cell"] == "No event has both words"
    assert not any(name in " ".join(said.values()) for name in ("Kursk", "January", "2022", " km"))


def test_a_certain_event_outweighs_no_equal_number_of_possible_ones() -> None:
    other = ("2023-02-05 13:10", "2023-02-05 13:20", "Tula Region", 300.0, 301.0)
    said = titles(*made((*ONE, "definite"), (*other, "possible")))
    assert said["time"] == (
        "No month is certain to have the most: January 2023 has 1 of the 2 events found, "
        "February 2023 has 0 to 1"
    )
    for chart in ("regions", "hours", "cell"):
        assert " is certain to have the most: " in said[chart]


def test_a_dot_that_the_line_leaves_out_is_named_by_the_title() -> None:
    """A ban on flights far out moves no line: the title says that it is there."""
    events, presence = made(
        (*ONE, "definite"),
        ("2023-02-05 00:00", "2023-02-06 00:00", "Tula Region", 840.0, 841.0, "definite"),
    )
    events["kind"] = ["incident", "context"]
    said = titles(events, presence)["reach"]
    assert said.endswith("none that counts is verified; left out, though farther: 1 of context")
    events["low_m"] = [-2000.0, 840_000.0]
    assert titles(events, presence)["reach"] == (
        "No event counted here is certain to lie beyond the border; left out, though beyond it: "
        "1 of context"
    )


def test_what_is_verified_comes_before_what_is_farther_and_is_not() -> None:
    """An event of the last hours of a day is named by that day, at whose end it had happened."""
    events, presence = made(
        ("2023-01-31 20:00", "2023-02-01 00:00", "Lau", 600.9, 601.0, "definite"),
        ("2023-02-05 13:00", "2023-02-05 14:00", "Lau", 801.2, 802.0, "definite"),
    )
    events["verification"] = ["partly_verified", "disputed"]
    assert titles(events, presence)["reach"] == (
        "Farthest verified, at least in part: 600 km or more, 31 January 2023; "
        "of all: 801 km or more, 5 February 2023, disputed"
    )
