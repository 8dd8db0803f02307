"""Hours of the day."""

from datetime import timedelta

from hypothesis import given

from geo.link.filters import Filters, apply_filters
from geo.summaries import count_hours
from tests.summaries.plain import Choice, Plain, as_frame, filters_of_any_kind, records_of_any_kind
from tests.summaries.recounting import check_bars, kept
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
