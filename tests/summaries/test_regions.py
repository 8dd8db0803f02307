"""Regions, compared with the file."""

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given

from geo.link.filters import Filters, apply_filters
from geo.summaries import count_over_time, count_regions, describe_regions
from geo.times import Range
from tests.summaries.plain import (
    FIRST,
    Choice,
    Plain,
    as_frame,
    filters_of_any_kind,
    records_of_any_kind,
)
from tests.summaries.recounting import check_bars, kept
from tests.summaries.shipped import RECORDS, clock, view_of


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
