"""Where the map of a link looks."""

import json
from pathlib import Path

import pytest

from geo.drawing.camera import (
    EVERYWHERE,
    choose_camera,
    find_bounds,
    find_found_bounds,
    fit_event,
    to_view_state,
)
from geo.link.camera import Camera
from geo.link.link import Link
from geo.story.current import Current, StoryFiles, open_current
from geo.story.record import Record
from geo.story.view import open_view
from tests.event_texts import collection, record
from tests.story_folders import point, write_story


@pytest.fixture
def read(tmp_path: Path) -> Record:
    """A record of one event outside the square from 0, 0 to 1, 1, and of one inside it."""
    outside = record("outside", geometry=point(3, 0.5), radius_m=10)
    inside = record("inside", geometry=point(0.5, 0.5), radius_m=10)
    return open_view(write_story(tmp_path, outside, inside)).record


def test_a_link_to_an_event_alone_looks_at_the_event(read: Record) -> None:
    assert choose_camera(Link(event="inside"), read) == fit_event(read.events.loc["inside"])


def test_a_camera_of_the_link_comes_before_its_event(read: Record) -> None:
    camera = Camera(10, 20, 3)
    assert choose_camera(Link(event="inside", camera=camera), read) == camera


def test_a_link_to_nothing_shows_the_whole_map(read: Record) -> None:
    assert choose_camera(Link(), read) is None
    assert to_view_state(None) is None


def test_the_way_to_the_border_lies_in_the_picture(read: Record) -> None:
    camera, other = (fit_event(read.events.loc[name]) for name in ("outside", "inside"))
    assert camera
    assert other
    # Between the event at 3 degrees east and the border at 1.
    assert camera.lon == pytest.approx(2, abs=0.01)
    assert other.zoom > camera.zoom


def test_a_view_state_has_the_names_of_deck_gl() -> None:
    view_state = to_view_state(Camera(10, 20, 3))
    assert view_state == {"longitude": 10, "latitude": 20, "zoom": 3}


def test_a_picture_of_a_filtered_link_shows_what_was_found(tmp_path: Path) -> None:
    here = record("here", group="north", geometry=point(179.5, 10), radius_m=10)
    there = record("there", group="north", geometry=point(-178.5, 12), radius_m=10)
    other = record("other", group="south", geometry=point(0, -60), radius_m=10)
    folder = write_story(tmp_path, here, there, other)
    assert find_found_bounds(open_view(folder, "group=north")) == (178.5, 9, -177.5, 13)


@pytest.mark.parametrize("link", ["", "from=2000-01-01&to=2000-01-02", "q=nothing-has-this"])
def test_dates_alone_and_nothing_found_show_the_whole_map(tmp_path: Path, link: str) -> None:
    places = [record(f"e{lon}", geometry=point(lon, 0)) for lon in (3, 9)]
    view = open_view(write_story(tmp_path, *places), link)
    assert find_found_bounds(view) == find_bounds(view.current)


def opened(folder: Path, *places: tuple[float, float], bounds: object = None) -> Current:
    records = [record(f"e{i}", geometry=point(*place)) for i, place in enumerate(places)]
    write_story(folder, *records)
    story = json.loads((folder / "story.json").read_text("utf-8"))
    (folder / "story.json").write_text(json.dumps(story | {"bounds": bounds}), "utf-8")
    return open_current(StoryFiles(folder))


def test_the_bounds_of_a_story_are_kept_where_its_events_lie_in_them(tmp_path: Path) -> None:
    current = opened(tmp_path, (1, 1), (50, 50), bounds=[0, 0, 10, 10])
    assert find_bounds(current) == (0, 0, 10, 10)


@pytest.mark.parametrize("bounds", [None, [100, 0, 110, 10]])
def test_without_bounds_or_with_those_of_elsewhere_a_map_opens_on_its_events(
    tmp_path: Path, bounds: object
) -> None:
    west, south, east, north = find_bounds(opened(tmp_path, (20, 30), (30, 40), bounds=bounds))
    assert 18 < west < 20 < 30 < east < 32
    assert 28 < south < 30 < 40 < north < 42


def test_events_at_one_place_are_shown_with_its_surroundings(tmp_path: Path) -> None:
    west, south, east, north = find_bounds(opened(tmp_path, *[(37.6, 55.7)] * 3))
    assert 0.2 < east - west < 3
    assert 0.2 < north - south < 3
    assert (west + east) / 2 == pytest.approx(37.6)


def test_events_on_both_sides_of_180_degrees_are_one_place(tmp_path: Path) -> None:
    west, _, east, _ = find_bounds(opened(tmp_path, (178, -17), (-179, -18)))
    assert 177 < west < 178
    assert -179 < east < -178


def test_events_near_a_pole_are_shown_as_far_as_the_map_goes(tmp_path: Path) -> None:
    _, south, _, north = find_bounds(opened(tmp_path, (10, 83), (15, 89)))
    assert 80 < south < north <= 85


def test_a_story_without_events_shows_its_bounds_or_its_border(tmp_path: Path) -> None:
    assert find_bounds(opened(tmp_path / "a", bounds=[0, 0, 10, 10])) == (0, 0, 10, 10)
    west, south, east, north = find_bounds(opened(tmp_path / "b"))
    assert -1 < west < 0 < 1 < east < 2
    assert -1 < south < 0 < 1 < north < 2


def test_a_story_of_nothing_shows_the_world(tmp_path: Path) -> None:
    (tmp_path / "story.json").write_text('{"title": "Nothing yet"}', "utf-8")
    (tmp_path / "events.geojson").write_bytes(collection())
    assert find_bounds(open_current(StoryFiles(tmp_path))) == EVERYWHERE
