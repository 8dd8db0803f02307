"""Each kind of file that this project exports comes back as the same events."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from geo.cli.main import main
from geo.events import read_events
from geo.events.columns.column import build_checker
from geo.events.columns.frame import MEMBERS, OPTIONAL
from geo.events.columns.kinds import MEMBER_TYPES
from geo.events.guide import EVENT
from geo.importing import Destination, Request, import_file
from geo.importing.outcome.checked import check_made, index_features
from geo.importing.outcome.outcome import Members
from geo.publishing.export import FORMATS, export_view
from geo.story.story_file import read_story
from geo.story.view import View, open_view
from tests.event_texts import record
from tests.publishing.export.readers import NASTY
from tests.story_folders import point, write_story

# What only the desk has is in no export.
DESK = ("note", "checked", "workflow")
[CLAIM] = record("any")["properties"]["claims"]


def takes(name: str, value: object) -> bool:
    """Whether a member may have a value."""
    try:
        build_checker(MEMBER_TYPES[name]).validate_python([value])
    except ValidationError:
        return False
    return True


# All that may be missing and takes any text, and of other kinds what was added to the model later.
FILLED = {name: EVENT[name].example for name in OPTIONAL} | {
    name: f"The {name}" for name in MEMBERS if takes(name, None) and takes(name, f"The {name}")
}


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story of points, with an unknown place and texts that spreadsheets read as formulas."""
    day = {"start": "2023-05-03T00:00:00+03:00", "end": "2023-05-04T00:00:00+03:00"}
    nasty = [
        record(f"nasty-{number}", title=f"x{text}", place=text.strip(), geometry=point(2, 1))
        for number, text in enumerate(NASTY)
    ]
    folder = write_story(
        tmp_path_factory.mktemp("story"),
        record("minute", geometry=point(179.9, 0.5), radius_m=100, place="Ünïcode мост 🌉"),
        record("day", geometry=point(-180, -90), time_precision="day", **day),
        record("nowhere", geometry=None, location_precision="unknown", radius_m=None),
        record("whole", **FILLED),
        record("other", killed=None, injured={"low": 2, "best": None, "high": 4, "claim": None}),
        record("accused", claims=[{**CLAIM, "accuses": ["A; B", "C", " D", '["E"]', "F\\; "]}]),
        *nasty,
    )
    read = read_events(folder / read_story(folder).events, "UTC")
    assert [str(one) for one in read.rejected] == [], "the events that are compared"
    return folder


def read_back(view: View, kind: str, zone: str = "Europe/Paris") -> dict[str, Members]:
    name = f"export{FORMATS[kind].extension}"
    outcome = import_file(export_view(view, kind), name, Destination(zone), Request())
    assert outcome.waiting == []
    found = check_made(outcome, zone)
    assert [one.reason for one in outcome.rejected] == []
    return found


def events_of(folder: Path) -> dict[str, Members]:
    story = read_story(folder)
    return index_features(read_events(folder / story.events, story.zone))


def members_of(feature: Members, without: tuple[str, ...] = ()) -> dict[str, Any]:
    given = feature["properties"]
    assert isinstance(given, dict)
    return {name: value for name, value in given.items() if name not in (*DESK, *without)}


@pytest.mark.parametrize("kind", ["geojson", "parquet", "gpkg", "xlsx"])
def test_files_with_claims_and_sources_give_the_same_events(kind: str, story: Path) -> None:
    view = open_view(story)
    found, wanted = read_back(view, kind), events_of(story)
    assert list(found) == list(wanted)
    for identity, feature in wanted.items():
        assert found[identity]["geometry"] == feature["geometry"]
        assert members_of(found[identity]) == members_of(feature)


def test_a_csv_has_all_but_claims_and_what_sources_say_besides_their_address(story: Path) -> None:
    view = open_view(story)
    found, wanted = read_back(view, "csv"), events_of(story)
    assert list(found) == list(wanted)
    left_out = ("claims", "sources")
    for identity, feature in wanted.items():
        assert found[identity]["geometry"] == feature["geometry"]
        mine, theirs = (members_of(one, left_out) for one in (found[identity], feature))
        for name in ("killed", "injured"):
            assert (mine.pop(name) or {"claim": None}) | {"claim": None} == (
                theirs.pop(name) or {}
            ) | {"claim": None}
        assert mine == theirs
        addresses = [one["url"] for one in members_of(feature)["sources"] if one["url"]]
        assert [one["url"] for one in members_of(found[identity])["sources"]] == addresses


def test_a_kmz_has_title_time_place_and_words(story: Path) -> None:
    view = open_view(story)
    found, wanted = read_back(view, "kmz"), events_of(story)
    assert set(found) == set(wanted)
    for identity, feature in wanted.items():
        assert found[identity]["geometry"] == feature["geometry"]
        mine, theirs = members_of(found[identity]), members_of(feature)
        assert mine["title"].split() == theirs["title"].split()
        for name in ("group", "event_type", "verification", "attribution", "radius_m"):
            assert mine[name] == theirs[name]
        assert mine["place"].split() == theirs["place"].split()


def test_claims_come_back_to_the_events_of_a_story(story: Path, tmp_path: Path) -> None:
    view = open_view(story)
    copy = tmp_path / "copy"
    assert main(["new", str(copy), "--title", "Copy", "--zone", "Europe/Paris"]) == 0
    for kind in ("csv", "claims"):
        (tmp_path / f"{kind}.csv").write_bytes(export_view(view, kind))
    arguments = ["--story", str(copy)]
    assert main(["import", str(tmp_path / "claims.csv"), *arguments]) == 1
    assert main(["import", str(tmp_path / "csv.csv"), *arguments]) == 0
    assert main(["import", str(tmp_path / "claims.csv"), *arguments]) == 0
    found = events_of(copy)
    for identity, feature in events_of(story).items():
        assert members_of(found[identity])["claims"] == members_of(feature)["claims"]


RING: list[list[float]] = [[179.25, -17.125], [180, -17], [180, -16], [179.25, -17.125]]
WEST = [[-lon, lat] for lon, lat in reversed(RING)]
HOLE = [[2.5, 2.25], [2.75, 2.5], [2.75, 2.25], [2.5, 2.25]]
SHAPES: dict[str, dict[str, object]] = {
    "line": {"type": "LineString", "coordinates": [[1.1234567890123457, 2], [0.1, -0.00001]]},
    "lines": {"type": "MultiLineString", "coordinates": [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]},
    "points": {"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]},
    "area": {"type": "Polygon", "coordinates": [[[2, 2], [3, 2], [3, 3], [2, 2]], HOLE]},
    "across": {"type": "MultiPolygon", "coordinates": [[RING], [WEST]]},
    "over": {"type": "LineString", "coordinates": [[179.5, 10], [-179.5, 10.5]]},
    "point": point(1.5, 2.5),
}


@pytest.fixture(scope="module")
def shapes(tmp_path_factory: pytest.TempPathFactory) -> View:
    """A story of lines and areas, also across 180 degrees, and a place that is not known."""
    records = [
        record(name, geometry=geometry, location_precision="region", radius_m=1_000_000)
        for name, geometry in SHAPES.items()
    ]
    nowhere = record("nowhere", geometry=None, location_precision="unknown", radius_m=None)
    return open_view(write_story(tmp_path_factory.mktemp("shapes"), *records, nowhere))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_line_or_area_is_the_same_after_a_table(kind: str, shapes: View) -> None:
    found = {name: one["geometry"] for name, one in read_back(shapes, kind).items()}
    assert found == {**SHAPES, "nowhere": None}
