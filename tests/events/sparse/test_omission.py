"""Records in as few words as they need."""

import json

from geo.events import parse_events, read_events, write_events
from geo.events.sparse.completion import complete_feature
from geo.events.sparse.omission import to_sparse_feature
from tests.story_folders import point

POINT = point(41.0, 14.5)


def feature(id_: str = "ship", geometry: object = POINT, **members: object) -> dict[str, object]:
    properties = {"title": "A ship was reported boarded", "when": "2023-11-19", **members}
    return {"type": "Feature", "id": id_, "geometry": geometry, "properties": properties}


def test_a_sparse_file_is_written_as_sparse_as_it_was() -> None:
    file = {
        "type": "FeatureCollection",
        "features": [
            feature(place="The strait", location_precision="locality"),
            feature("line", {"type": "LineString", "coordinates": [[41, 14], [43, 14], [45, 14]]}),
            feature("unknown", None, sources=["https://news.example/a"]),
        ],
    }
    reading = parse_events(json.dumps(file).encode(), "ships.geojson", "Asia/Aden")
    assert json.loads(write_events(reading)) == file


def test_a_claim_without_a_date_has_no_precision_of_one() -> None:
    claim = {"id": "c1", "stance": "asserts", "actor": "The governor", "summary": "It burns."}
    file = {"type": "FeatureCollection", "features": [feature(claims=[claim])]}
    reading = parse_events(json.dumps(file).encode(), "ships.geojson", "Asia/Aden")
    [written] = json.loads(write_events(reading))["features"]
    [short] = written["properties"]["claims"]
    assert not {"said_at", "said_at_precision"} & short.keys()


def test_the_shipped_record_says_the_same_in_fewer_words() -> None:
    reading = read_events("data/events.geojson")
    complete, zone = json.loads(write_events(reading, sparse=False)), "Europe/Moscow"
    sparse = [to_sparse_feature(one, zone) for one in complete["features"]]
    assert len(json.dumps(sparse)) < len(json.dumps(complete["features"]))
    assert [complete_feature(one, zone)[0] for one in sparse] == complete["features"]
