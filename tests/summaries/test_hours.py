"""Hours of the day."""

from datetime import timedelta

from geo.summaries import (
    count_hours,
)
from tests.summaries.shipped import RECORDS, clock, view_of


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
            # The hours of the day that its minutes fall in.
            minutes = int((end - start).total_seconds() / 60)
            touched = {(start + timedelta(minutes=past)).hour for past in range(minutes)}
            definite += touched == {hour}
            possible += hour in touched and len(touched) > 1
        own = hours.counts[hours.counts["hour"] == hour]
        assert (own["definite"].sum(), own["possible"].sum()) == (definite, possible)
