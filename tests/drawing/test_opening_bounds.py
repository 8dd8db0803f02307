"""What a map shows first: its story's bounds where these are of its events, else its events."""

import json
from pathlib import Path

import pytest

from geo.drawing.camera import EVERYWHERE, find_bounds
from geo.story.current import Current, StoryFiles, open_current
from tests.event_texts import collection, record
from tests.story_folders import point, write_story


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
