"""What the charts of a view share: its range, its notes and its colours."""

from datetime import datetime
from pathlib import Path

import pytest

from geo.drawing.charts.view_look import choose_chart_range, choose_look, select_notes
from geo.drawing.colours.palette import DARK, LIGHT
from geo.link.link import read_query
from geo.story.current import StoryFiles, open_current
from geo.story.view import View, build_view_from_query
from geo.times import Range
from tests.event_texts import record
from tests.story_folders import write_story


def view_of(folder: Path, query: str) -> View:
    """Return a view of two events, of 3 and of 9 May 2023."""
    later = {"start": "2023-05-09T10:00:00+03:00", "end": "2023-05-09T11:00:00+03:00"}
    events = record("a"), record("b", verification="disputed", **later)
    return build_view_from_query(
        open_current(StoryFiles(write_story(folder, *events))), read_query(query)
    )


@pytest.mark.parametrize(
    ("query", "first", "end"),
    [
        ("", (2023, 5, 3), (2023, 5, 10)),
        ("?from=2023-05-05", (2023, 5, 5), (2023, 5, 10)),
        ("?from=2020-01-01&to=2023-05-06", (2023, 5, 3), (2023, 5, 7)),
        # Beside the record: as asked, and ten years at most.
        ("?from=2025-01-01&to=2025-01-02", (2025, 1, 1), (2025, 1, 3)),
        ("?from=2025-01-01&to=2095-01-02", (2025, 1, 1), (2035, 1, 2)),
    ],
)
def test_a_chart_spans_the_range_as_far_as_the_record_goes(
    tmp_path: Path, query: str, first: tuple[int, int, int], end: tuple[int, int, int]
) -> None:
    found = choose_chart_range(view_of(tmp_path, query))
    assert (found.start, found.end) == (datetime(*first), datetime(*end))


def test_notes_are_shown_that_reach_into_the_range() -> None:
    days = [datetime(2023, 5, day) for day in range(1, 7)]
    notes = [Range(days[0], days[1]), Range(days[0], days[2]), Range(days[3], days[4])]
    assert select_notes(notes, Range(days[1], days[3])) == [1]
    assert select_notes(notes, Range(days[0], days[5])) == [0, 1, 2]
    assert select_notes([], Range(days[0], days[5])) == []


def test_words_of_verification_have_colours_of_their_own_and_unverified_is_grey(
    tmp_path: Path,
) -> None:
    view = view_of(tmp_path, "?stack=verification")
    for palette in (LIGHT, DARK):
        shades = {shade.id: shade.colour for shade in choose_look(view, palette).shades}
        assert list(shades) == ["unverified", "disputed"]
        assert shades["unverified"] == palette.grey
        assert shades["disputed"] in palette.hues
