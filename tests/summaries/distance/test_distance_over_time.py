"""The farthest so far, and the title that names it."""

import math
import re

import pytest
from hypothesis import given

from geo.link.filters import Filters, apply_filters
from geo.summaries import measure_distance_over_time
from tests.summaries.plain import Plain, as_frame, filters_of_any_kind, records_of_any_kind
from tests.summaries.recounting import LONGEST, kept
from tests.summaries.shipped import RECORDS, WHOLE, clock, view_of


def test_the_farthest_so_far_is_a_running_maximum_of_near_ends() -> None:
    view = view_of()
    reach = measure_distance_over_time(view.record.events, view.presence, WHOLE, "place", "group")
    records = {each["id"]: each for each in RECORDS}
    low_km = view.record.events["low_m"] / 1000
    for moment, reported, checked in reach.farthest[
        ["moment", "reported_km", "checked_km"]
    ].itertuples(index=False):
        past = [
            (low_km[id_], each["properties"]["verification"])
            for id_, each in records.items()
            if clock(each, "end") <= moment and each["properties"]["kind"] != "context"
        ]
        far = [km for km, word in past if km > 0 and word not in ("false", "retracted")]
        near = [km for km, word in past if km > 0 and word in ("verified", "partly_verified")]
        assert reported == pytest.approx(max(far)) if far else math.isnan(reported)
        assert checked == pytest.approx(max(near)) if near else math.isnan(checked)


@given(records_of_any_kind, filters_of_any_kind)
def test_the_farthest_is_the_farthest_and_what_is_left_out_is_said(
    record: list[Plain], filters: Filters
) -> None:
    events, range_ = as_frame(record), filters.range or LONGEST
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
