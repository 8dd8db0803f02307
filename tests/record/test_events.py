"""Events of the shipped record: ids, order, times, places and groups, as data/README.md says."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

from shapely import prepare
from shapely.geometry import shape

from tests.shipped_record import DATA, EVENTS, POINTS, RECORD, STORY, TEXT


def test_the_file_is_laid_out_as_json_with_one_space_of_indent() -> None:
    assert json.dumps(json.loads(TEXT), indent=1, ensure_ascii=False) + "\n" == TEXT


def test_the_file_says_only_what_is_known_and_in_which_zone() -> None:
    for feature in json.loads(TEXT)["features"]:
        assert None not in feature["properties"].values(), feature["id"]
        assert [] not in feature["properties"].values(), feature["id"]
        assert "tz" in feature["properties"], feature["id"]


def test_every_event_has_an_id_of_its_own() -> None:
    assert len(EVENTS) == len(RECORD["features"])


def test_events_are_ordered_by_when_they_can_have_started() -> None:
    starts = [datetime.fromisoformat(event["start"]) for event in EVENTS.values()]
    assert starts == sorted(starts)


def test_an_event_starts_before_it_ends_on_the_clock_of_its_place() -> None:
    for id_, event in EVENTS.items():
        start, end = (datetime.fromisoformat(event[name]) for name in ("start", "end"))
        assert start < end, id_
        for moment in (start, end):
            assert moment.utcoffset() == moment.astimezone(ZoneInfo(event["tz"])).utcoffset(), id_


def test_a_place_lies_in_the_country_that_the_record_names() -> None:
    ukraine = shape(
        json.loads((DATA / STORY["border"]["file"]).read_text("utf-8"))["features"][0]["geometry"]
    )
    prepare(ukraine)
    for id_, point in POINTS.items():
        country = EVENTS[id_]["territory"]["recognised_country"]
        if country == "Russia":
            assert not ukraine.covers(point), id_
        elif country == "Ukraine" and EVENTS[id_]["location_precision"] != "sea_or_airspace":
            # Harbours: the circle reaches land (a degree is at most 111.7 km).
            assert ukraine.distance(point) * 111_700 <= EVENTS[id_]["radius_m"], id_


def test_every_event_says_whose_its_location_is() -> None:
    ours = {"named by the sources; coordinates are ours", "coordinates are ours, not the sources'"}
    for id_, event in EVENTS.items():
        basis = event["place_basis"]
        assert basis in ours or basis.startswith("estimated from the sources: "), id_
