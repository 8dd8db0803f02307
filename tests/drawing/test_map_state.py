"""What a link shows, in the terms of the map, and the style that stays."""

from datetime import datetime
from pathlib import Path

from geo.drawing.colours.event_colours import choose_colouring
from geo.drawing.colours.palette import LIGHT
from geo.drawing.drawn_record import draw_record
from geo.drawing.map_state import build_map_state, write_filters
from geo.drawing.map_style import store_map_style
from geo.drawing.marks.marks import MARKS
from geo.link.filters import Filters
from geo.link.link import Link
from geo.times import Range
from tests.drawing.two_events import Stored, open_two

WHOLE = Range(datetime(1970, 1, 1), datetime(1970, 1, 3))
DAY_MS = 86_400_000


def test_a_link_without_dates_shows_the_whole_domain(tmp_path: Path) -> None:
    drawn = draw_record(open_two(tmp_path).current, Stored())
    state = build_map_state(Link(event="ferry"), drawn, "map_style.json", WHOLE, None)

    assert state.window == (0, 2 * DAY_MS)
    assert (state.selected, state.filters, state.matches) == ("ferry", "", None)
    assert (state.rows, state.facets, state.style) == (
        "events.json",
        "facets.json",
        "map_style.json",
    )


def test_dates_of_a_link_are_its_window_and_no_filter_in_words(tmp_path: Path) -> None:
    drawn = draw_record(open_two(tmp_path).current, Stored())
    second_day = Range(datetime(1970, 1, 2), datetime(1970, 1, 3))
    filters = Filters(range=second_day, words={"group": {"north"}})
    state = build_map_state(Link(filters), drawn, "map_style.json", WHOLE, None)

    assert state.window == (DAY_MS, 2 * DAY_MS)
    assert state.filters == write_filters(filters) == "group=north"


def test_the_style_carries_colours_marks_and_bounds(tmp_path: Path) -> None:
    view, stored = open_two(tmp_path), Stored()
    colouring = choose_colouring(view.link, view.record, view.story, LIGHT)
    store_map_style(view, colouring, LIGHT, stored)
    style = stored.content["map_style.json"]

    assert isinstance(style, dict)
    assert [group["label"] for group in style["groups"]] == ["The north", "The south"]
    assert style["marks"] == {word: mark.path for word, mark in MARKS.items()}
    assert style["bounds"][0] < style["bounds"][2]
