"""The running number of events, counted again by plain Python."""

import re
from datetime import datetime, timedelta

from hypothesis import given

from geo.link.filters import Filters, apply_filters
from geo.summaries import count_cumulative
from tests.summaries.plain import Plain, as_frame, filters_of_any_kind, records_of_any_kind
from tests.summaries.recounting import LONGEST, kept


@given(records_of_any_kind, filters_of_any_kind)
def test_half_of_the_events_lie_before_and_from_the_days_that_are_said(
    record: list[Plain], filters: Filters
) -> None:
    events, range_ = as_frame(record), filters.range or LONGEST
    said = count_cumulative(events, apply_filters(events, filters), range_, "place").takeaway
    rows = kept(record, filters)
    if not rows:
        assert said == "No event to count in this range"
        return
    pattern = r"(\d+ \w+ \d{4})(?:, (\d\d:\d\d))?"
    last = re.search(rf"before {pattern}", said)
    first = re.search(rf"on {pattern} or later", said)
    assert first
    assert last
    before, since = (read_day(*each.groups()) for each in (last, first))
    assert 2 * sum(e.end <= before for e, _ in rows) >= len(rows)
    assert 2 * sum(e.start >= since for e, _ in rows) >= len(rows)
    # Neither could be said of a step less.
    step = timedelta(minutes=1) if last[2] else timedelta(days=1)
    assert 2 * sum(e.end <= before - step for e, _ in rows) < len(rows)
    assert 2 * sum(e.start >= since + step for e, _ in rows) < len(rows)
    total = re.search(r"half of the ([\d,]+)", said)
    assert int(total[1].replace(",", "")) == len(rows) if total else len(rows) == 1


def read_day(day: str, clock: str | None) -> datetime:
    return datetime.strptime(f"{day} {clock or '00:00'}", "%d %B %Y %H:%M")
