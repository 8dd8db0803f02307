"""Places that look swapped or lie elsewhere."""

import math
from typing import cast

from geographiclib.geodesic import Geodesic

from geo.story.check.rules.places import (
    find_areas_beyond_their_radius,
    find_places_of_unstated_precision,
    find_places_out_of_bounds,
)
from tests.story.check.checking import STORY, check, events_of

_PRECISION = {"location_precision", "radius_m"}


def test_a_swapped_place_is_recognised() -> None:
    [(field, found, wanted)] = check(
        find_places_out_of_bounds, events_of(geometry__coordinates=[55.0, 35.0])
    )
    assert (field, found) == ("geometry", "35 N 55 E")
    assert wanted == (
        "a place within the story's bounds, 50 N 30 E to 60 N 40 E; swapped? 55 N 35 E lies inside"
    )


def test_a_place_that_is_only_elsewhere_is_not_called_swapped() -> None:
    [(_, _, wanted)] = check(
        find_places_out_of_bounds, events_of(geometry__coordinates=[10.0, 10.0])
    )
    assert "swapped" not in wanted


def test_bounds_across_180_degrees_hold_both_sides() -> None:
    story = STORY.model_copy(update={"bounds": (170.0, -20.0, -170.0, 0.0)})
    for lon, is_outside in ((175.0, False), (-175.0, False), (160.0, True), (0.0, True)):
        event = events_of(geometry__coordinates=[lon, -10.0])
        assert bool(check(find_places_out_of_bounds, event, story=story)) == is_outside


def test_a_place_that_is_not_known_lies_nowhere() -> None:
    assert check(find_places_out_of_bounds, events_of() | {"geometry": None}) == []


def test_a_place_of_which_nobody_says_how_well_it_is_known_is_named() -> None:
    event = events_of()
    given = cast(dict[str, object], event["properties"])
    members = {name: one for name, one in given.items() if name not in _PRECISION}
    event = {**event, "properties": members}
    [(field, found, wanted)] = check(find_places_of_unstated_precision, event)
    assert (field, found) == ("location_precision", "nothing")
    assert wanted == "a precision, or metres; within 5000 m is assumed"
    for said in ({"radius_m": 5_000}, {"location_precision": "district"}):
        stated = {**event, "properties": {**members, **said}}
        assert check(find_places_of_unstated_precision, stated) == []
    assert check(find_places_of_unstated_precision, event | {"geometry": None}) == []


def test_an_area_that_reaches_beyond_its_stated_radius_is_named() -> None:
    area = {"type": "Polygon", "coordinates": [[[10, 0], [12, 0], [12, 2], [10, 2], [10, 0]]]}
    narrow, wide = (events_of(radius_m=metres) | {"geometry": area} for metres in (5_000, 160_000))
    [(field, found, wanted)] = check(find_areas_beyond_their_radius, narrow)
    assert (field, found) == ("radius_m", "5000")
    corner = Geodesic.WGS84.Inverse(1, 11, 0, 10)["s12"]
    assert wanted.startswith(f"at least {math.ceil(corner)}, ")
    assert check(find_areas_beyond_their_radius, wide) == []
    assert check(find_areas_beyond_their_radius, events_of(radius_m=1)) == []
    assert check(find_areas_beyond_their_radius, events_of() | {"geometry": None}) == []
