"""Records that say only what is known, and the honest defaults of what they do not say."""

import json
from typing import Any

import pandas as pd
import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st

from geo.events import Reading, parse_events
from geo.events.vocabulary import PINNED
from tests.story_folders import point

POINT = point(41.0, 14.5)


def read(*features: dict[str, object], zone: str = "Asia/Aden") -> Reading:
    text = json.dumps({"type": "FeatureCollection", "features": features})
    return parse_events(text.encode(), "ships.geojson", zone)


def feature(id_: str = "ship", geometry: object = POINT, **members: object) -> dict[str, object]:
    properties = {"title": "A ship was reported boarded", "when": "2023-11-19", **members}
    return {"type": "Feature", "id": id_, "geometry": geometry, "properties": properties}


def only(geometry: object = POINT, **members: object) -> Any:
    reading = read(feature("ship", geometry, **members))
    assert reading.rejected == ()
    return reading.events.iloc[0]


def test_a_title_and_a_time_are_enough() -> None:
    event = only()
    assert event.start == pd.Timestamp("2023-11-18T21:00Z")
    assert event.end_local == pd.Timestamp("2023-11-20")
    assert event.tz == "Asia/Aden"
    assert event.place == "14.5° N, 41° E"


def test_members_not_stated_blame_nobody() -> None:
    event = only()
    said = (event.verification, event.attribution, event.event_type, event.target_type)
    assert said == ("unverified", "unclaimed", "other", "unknown")
    assert event.killed is event.injured is event.summary is None
    assert event.claims == event.sources == ()
    assert (event.kind, event.workflow, event.verified_aspects) == ("incident", "published", ())


def test_how_a_speaker_knows_is_not_stated_where_nobody_says() -> None:
    claim = {"stance": "denies", "actor": "The port authority", "summary": "Denied it."}
    assert only(claims=[claim]).claims[0].basis == "not_stated"
    stated = only(claims=[{**claim, "basis": "media_report"}])
    assert stated.claims[0].basis == "media_report"


def test_a_place_that_is_not_known_has_no_position_and_no_radius() -> None:
    event = only(geometry=None)
    assert event.geometry is None
    assert pd.isna(event.lon)
    assert pd.isna(event.radius_m)
    assert (event.place, event.location_precision) == ("place not known", "unknown")


def test_a_place_of_unsaid_precision_is_an_area_and_no_pin() -> None:
    event = only()
    assert (event.location_precision, event.radius_m) == ("not_stated", 5_000)
    assert event.location_precision not in PINNED


@pytest.mark.parametrize(
    ("metres", "word"), [(8, "exact"), (900, "locality"), (60_000, "region"), (9e5, "country")]
)
def test_a_radius_says_how_precisely_the_place_is_known(metres: float, word: str) -> None:
    assert only(radius_m=metres).location_precision == word


@pytest.mark.parametrize(("word", "metres"), [("exact", 10), ("locality", 1_000), ("town", 5_000)])
def test_a_precision_stands_for_its_radius(word: str, metres: float) -> None:
    assert only(location_precision=word).radius_m == metres
    assert only(location_precision=word, radius_m=70).radius_m == 70


def test_a_bare_address_is_a_source_without_an_origin() -> None:
    event = only(sources=["https://news.example/a", {"publisher": "Agency"}])
    first, second = event.sources
    assert (first.id, first.publisher, first.url) == (
        "s1",
        "news.example",
        "https://news.example/a",
    )
    assert first.origin is second.origin is None
    assert (second.id, second.is_party) == ("s2", False)


def test_a_claim_needs_a_stance_a_speaker_and_words() -> None:
    event = only(claims=[{"stance": "denies", "actor": "The ministry", "summary": "Denied it."}])
    [claim] = event.claims
    assert (claim.id, claim.about, claim.side, claim.said_at) == (
        "c1",
        ("occurrence",),
        "not_stated",
        None,
    )


def test_ids_that_are_given_are_not_given_again() -> None:
    words = {"stance": "denies", "actor": "X", "summary": "Y"}
    event = only(claims=[words, {"id": "c1", **words}, words])
    assert [claim.id for claim in event.claims] == ["c2", "c1", "c3"]


@pytest.mark.parametrize(
    ("members", "field", "found"),
    [
        ({"when": None}, "when", "nothing"),
        ({"when": "soon"}, "when", "'soon'"),
        ({"when": 2023}, "when", "2023"),
        ({"start": "2023-11-19T00:00:00+03:00"}, "when", "when beside start or end"),
        ({"title": None}, "title", "nothing"),
        ({"sources": ["not an address"]}, "sources[0].url", "'not an address'"),
        ({"verification": "verifed"}, "verification", "'verifed'"),
        ({"claims": [{"stance": "denies"}]}, "claims[0].actor", "nothing"),
    ],
)
def test_what_cannot_be_completed_is_rejected_by_name(
    members: dict[str, object], field: str, found: str
) -> None:
    first = read(feature("ship", POINT, **members)).rejected[0]
    assert (first.id, first.field, first.found) == ("ship", field, found)


def test_start_and_end_still_say_when() -> None:
    event = only(when=None, start="2023-11-19T00:00:00+03:00", end="2023-11-19T01:00:00+03:00")
    assert event.time_precision == "hour"


def test_no_event_of_the_file_affects_another() -> None:
    reading = read(feature("a"), feature("b", when="soon"), feature("c", geometry=None))
    assert reading.events.index.tolist() == ["a", "c"]
    assert [one.id for one in reading.rejected] == ["b"]


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
names = st.sampled_from(
    ["when", "start", "end", "tz", "place", "radius_m", "claims", "sources", "killed", "territory"]
)


@given(st.dictionaries(names, anything, max_size=4), anything)
def test_no_record_breaks_the_reader(members: dict[str, object], geometry: object) -> None:
    reading = read(feature("odd", geometry, **members), feature("good"))
    assert "good" in reading.events.index


AREA = {"type": "Polygon", "coordinates": [[[40, 13], [42, 13], [42, 15], [40, 15], [40, 13]]]}


def test_an_area_of_unsaid_radius_lies_within_its_circle() -> None:
    corner = Geodesic.WGS84.Inverse(14, 41, 13, 40)["s12"]
    for members in ({}, {"location_precision": "town"}):
        assert only(AREA, **members).radius_m == pytest.approx(corner, abs=1)
    assert only(AREA).location_precision == "country"
    assert only(AREA, radius_m=70).radius_m == 70
    small = {"type": "LineString", "coordinates": [[41, 14], [41.001, 14], [41.002, 14]]}
    assert (only(small).location_precision, only(small).radius_m) == ("not_stated", 5_000)
    assert only(small, location_precision="exact").radius_m == pytest.approx(108, abs=1)


def test_anything_but_a_geometry_is_rejected_by_name_whatever_its_radius() -> None:
    for wrong in ({"type": "Polygon"}, {"type": "LineString", "coordinates": [[1]]}, {"type": 3}):
        [rejection, *_] = read(feature("ship", wrong)).rejected
        assert rejection.field.startswith("geometry")
