"""From which moment an event is on record."""

from pathlib import Path

import pandas as pd
import pytest

from geo.claims import find_first_reports
from geo.story.view import open_view
from tests.event_texts import record
from tests.story_folders import write_story

AT_14_33 = {
    "claims__0__said_at": "2023-05-03T14:33+03:00",
    "claims__0__said_at_precision": "minute",
}


def report_of(folder: Path, zone: str = "UTC", **members: object) -> pd.Timestamp:
    events = open_view(write_story(folder, record(**members))).record.events
    [moment] = find_first_reports(events, zone)
    return pd.Timestamp(moment)


def test_an_event_is_on_record_when_its_first_statement_is(tmp_path: Path) -> None:
    said = report_of(tmp_path, **AT_14_33)
    assert said == pd.Timestamp("2023-05-03T11:34")


def test_the_moment_stands_on_the_clock_that_is_asked_for(tmp_path: Path) -> None:
    said = report_of(tmp_path, zone="Pacific/Fiji", **AT_14_33)
    assert said == pd.Timestamp("2023-05-03T23:34")


def test_a_day_counts_from_its_end(tmp_path: Path) -> None:
    said = report_of(
        tmp_path, tz="UTC", claims__0__said_at="2023-05-03", claims__0__said_at_precision="day"
    )
    assert said == pd.Timestamp("2023-05-04")


def test_an_event_is_not_on_record_before_it_can_have_begun(tmp_path: Path) -> None:
    said = report_of(tmp_path, **AT_14_33 | {"claims__0__said_at": "2023-05-01T10:00+03:00"})
    assert said == pd.Timestamp("2023-05-02T23:27")


def test_where_no_statement_is_dated_the_first_source_counts(tmp_path: Path) -> None:
    said = report_of(tmp_path, tz="UTC", claims=[], killed=None, sources__0__date="2023-05-05")
    assert said == pd.Timestamp("2023-05-06")


def test_what_is_dated_nowhere_was_never_known(tmp_path: Path) -> None:
    assert pd.isna(report_of(tmp_path, claims=[], killed=None, sources=[]))


@pytest.mark.parametrize(("moment", "ids"), [("2023-05-03T14:33", []), ("2023-05-03T14:34", [1])])
def test_a_view_keeps_what_was_on_record(tmp_path: Path, moment: str, ids: list[int]) -> None:
    folder = write_story(tmp_path, record(**AT_14_33))
    text = (folder / "story.json").read_text("utf-8")
    zoned = text.replace("{", '{"zone": "Europe/Istanbul", ', 1)
    (folder / "story.json").write_text(zoned, "utf-8")
    assert len(open_view(folder, f"known={moment}").kept_events) == len(ids)


def test_no_event_has_no_report(tmp_path: Path) -> None:
    events = open_view(write_story(tmp_path, record())).record.events.iloc[:0]
    assert find_first_reports(events, "UTC").empty
