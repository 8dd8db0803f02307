"""The timeline: statements and events by day, as precisely as is known."""

import pandas as pd

from geo.claims import build_timeline
from tests.statements import make_claim, make_ledger

ZONE = "Africa/Nairobi"
INCIDENT = pd.DataFrame(
    {
        "title": ["Fire at a depot"],
        "start": pd.to_datetime(["2023-05-02T21:30Z"]),
        "end": pd.to_datetime(["2023-05-02T22:30Z"]),
    },
    index=["e1"],
)
NO_INCIDENT = INCIDENT.iloc[:0]


def test_marks_say_how_precisely_each_time_is_known() -> None:
    entries = make_ledger(
        make_claim(1, said_at="2023-05-03T02:37+03:00", said_at_precision="minute"),
        make_claim(2, said_at="2023-05-03T14:33+03:00", said_at_precision="hour"),
        make_claim(3, said_at="2023-05-03T13:00+03:00", said_at_precision="part_of_day"),
        make_claim(4, said_at="2023-05-03", said_at_precision="day"),
    )
    [day] = build_timeline(entries, INCIDENT, ZONE)
    assert (day.label, day.days_later) == ("3 May 2023", None)
    assert [mark.words for mark in day.marks] == [
        "00:30 to 01:30",
        "02:37",
        "12:00 to 18:00",
        "about 14:33",
        "that day",
    ]
    assert [mark.title for mark in day.marks if mark.entry is None] == ["Fire at a depot"]


def test_a_mark_lies_where_its_interval_lies_on_the_day() -> None:
    afternoon = make_claim(1, said_at="2023-05-03T13:00+03:00", said_at_precision="part_of_day")
    [day] = build_timeline(make_ledger(afternoon), NO_INCIDENT, ZONE)
    [mark] = day.marks
    assert (mark.start, mark.length) == (0.5, 0.25)


def test_longer_stretches_follow_the_day_they_start_with_and_undated_statements_come_last() -> None:
    entries = make_ledger(
        make_claim(1, said_at=None, said_at_precision=None),
        make_claim(2, said_at="2023-05-05", said_at_precision="day"),
        make_claim(3, said_at="2023-05", said_at_precision="month"),
        make_claim(4, said_at="2023-05-01", said_at_precision="day"),
    )
    stretches = build_timeline(entries, NO_INCIDENT, ZONE)
    found = [(stretch.days_later, stretch.marks[0].words) for stretch in stretches]
    assert found == [
        (None, "that day"),
        (0, "not known to the day"),
        (4, "that day"),
        (None, "undated"),
    ]


def test_nothing_has_no_timeline() -> None:
    assert build_timeline((), NO_INCIDENT, ZONE) == ()
