"""A story that measures to a bundled border, and a file that says how true it is."""

import json
from pathlib import Path

import pytest
from geographiclib.geodesic import Geodesic

from geo.errors import StoryFileError
from geo.story.current import StoryFiles, open_current
from geo.story.story_file import read_story
from geo.story.view import open_view
from tests.event_texts import record
from tests.story_folders import point, write_story

SHIPS = Path(__file__).parents[1] / "data/ships"


def with_border(folder: Path, **border: object) -> Path:
    write_story(folder, record("a", geometry=point(3, 0.5), radius_m=500))
    story = json.loads((folder / "story.json").read_text("utf-8"))
    (folder / "story.json").write_text(json.dumps(story | {"border": border}), "utf-8")
    return folder


def test_the_ships_are_measured_to_the_bundled_border_and_its_accuracy() -> None:
    record = open_current(StoryFiles(SHIPS)).record
    assert record.rejected == ()
    events = record.events[record.events["distance_m"].notna()]
    assert len(events) == 3
    width = events["high_m"] - events["low_m"]
    # The radius of each place and a kilometre of the border, to either side.
    assert (width - 2 * events["radius_m"]).tolist() == pytest.approx([2000.0] * 3)
    assert record.events.loc["rail-lost", "lon"] != record.events.loc["rail-lost", "lon"]


def test_who_made_the_bundled_parts_is_named() -> None:
    credits = " ".join(open_view(SHIPS).credits)
    assert "© OpenStreetMap contributors, ODbL 1.0" in credits
    assert "Natural Earth" in credits


def test_a_file_is_exact_unless_the_story_says_otherwise(tmp_path: Path) -> None:
    widths = []
    for name, more in (("exact", {}), ("rough", {"accuracy_m": 250})):
        folder = with_border(tmp_path / name, file="border.geojson", **more)
        event = open_current(StoryFiles(folder)).record.events.loc["a"]
        widths.append(event["high_m"] - event["low_m"])
    assert widths == pytest.approx([1000, 1500])


@pytest.mark.parametrize(
    ("border", "message"),
    [
        (
            {"country": "Yemen"},
            r"border.country: found 'Yemen', .* \(did you mean 'YEM' for Yemen\?\)",
        ),
        ({"country": "YEM", "file": "b.geojson"}, "found both of file and country"),
        ({"name": "The line"}, "found neither of file and country"),
        ({"country": "YEM", "accuracy_m": -1}, "border.accuracy_m: found -1, wanted at least 0"),
    ],
)
def test_a_border_that_is_none_is_named(
    tmp_path: Path, border: dict[str, object], message: str
) -> None:
    with pytest.raises(StoryFileError, match=message):
        read_story(with_border(tmp_path / "story", **border))


def test_an_area_lies_as_far_as_the_circle_that_is_drawn_for_it(tmp_path: Path) -> None:
    area = {"type": "Polygon", "coordinates": [[[3, 0.2], [5, 0.2], [5, 0.8], [3, 0.8], [3, 0.2]]]}
    folder = write_story(tmp_path / "story", record("area", geometry=area, radius_m=120_000))
    event = open_current(StoryFiles(folder)).record.events.loc["area"]
    # From the eastern edge of the square, along the parallel or next to it.
    nearest, farthest = (Geodesic.WGS84.Inverse(0.5, 1, 0.5, lon)["s12"] for lon in (3, 5))
    assert event["low_m"] < nearest
    assert event["high_m"] > farthest
    assert event["high_m"] - event["low_m"] == pytest.approx(240_000)
    assert (event["nearest_lon"], round(event["nearest_lat"], 2)) == (1, 0.5)
