"""Names on the map are beside their dots, on no other name, and not below pins."""

import math
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from pydantic import TypeAdapter

from geo.drawing.basemap.labels import BANDS, estimate_width, place_labels
from geo.drawing.basemap.places import Place

CITIES = Path(__file__).parents[3] / "data" / "basemap" / "cities.json"
PLACES = TypeAdapter(list[Place]).validate_json(CITIES.read_bytes())
NO_PINS = np.empty((0, 4))
Label = dict[str, str | float]


def box(label: Label, zoom: float) -> tuple[float, float, float, float]:
    """West, north, east, south of a label in pixels, from its setting alone."""
    lon, lat, size = (float(label[name]) for name in ("lon", "lat", "size"))
    scale = 512 * 2**zoom / 360
    x = lon * scale + float(label["dx"])
    mercator = math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))
    y = -mercator * scale + float(label["dy"])
    width, height = estimate_width(str(label["text"])) * size, size
    west = x - {"start": 0, "middle": width / 2, "end": width}[str(label["anchor"])]
    north = y - {"top": 0, "center": height / 2, "bottom": height}[str(label["baseline"])]
    return west, north, west + width, north + height


def meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_no_name_lies_on_another_at_any_zoom() -> None:
    labels = place_labels(PLACES, NO_PINS)
    for band, (low, high) in enumerate(BANDS):
        here = [label for label in labels if label["band"] == band]
        for zoom in np.linspace(low, min(high, 10), 5):
            boxes = [box(label, zoom) for label in here]
            clashes = [
                (one["text"], other["text"], zoom)
                for (one, a), (other, b) in combinations(zip(here, boxes, strict=True), 2)
                if meet(a, b)
            ]
            assert not clashes


def test_the_closer_the_more_names() -> None:
    labels = place_labels(PLACES, NO_PINS)
    numbers = [sum(label["band"] == band for label in labels) for band in range(len(BANDS))]
    assert numbers == sorted(numbers)
    assert numbers[0] < 12
    assert numbers[-1] == len(PLACES)


@pytest.mark.parametrize("city", ["Moscow", "Sevastopol", "Belgorod"])
def test_a_name_steps_aside_where_a_heap_of_pins_lies(city: str) -> None:
    place = next(place for place in PLACES if place.en == city)
    pins = np.array([[place.lon, place.lat, dx, dy] for dx in (-9, 0, 9) for dy in (-9, 0, 9)])
    shown = [label for label in place_labels([place], pins) if label["band"] == 4]
    for label in shown:
        west, north, east, south = box(label, BANDS[4][0])
        dot = box({**label, "text": "", "dx": 0, "dy": 0, "size": 0}, BANDS[4][0])
        for dx, dy in pins[:, 2:]:
            pin = (dot[0] + dx - 6, dot[1] + dy - 6, dot[0] + dx + 6, dot[1] + dy + 6)
            assert not meet((west, north, east, south), pin)
    assert len(shown) == 1


def test_a_name_without_pins_lies_close_on_the_right() -> None:
    (label, *_) = place_labels([Place(en="Suva", lon=178.44, lat=-18.14, rank=1)], NO_PINS)
    assert (label["anchor"], label["baseline"]) == ("start", "center")
    assert float(label["dx"]) < 8


@pytest.mark.parametrize("north", [0.0, 0.05, -0.05])
def test_the_name_of_a_country_stays_beside_the_dot_of_its_capital(north: float) -> None:
    country = Place(kind="country", en="Harbourland", lon=45.0, lat=15.0, rank=1)
    capital = Place(en="Brightwater", lon=44.2, lat=15.0 + north, rank=2)
    labels = [one for one in place_labels([country, capital], NO_PINS) if one["band"] == 3]
    assert {one["text"] for one in labels} == {country.text, capital.text}
    name, town = (box(one, BANDS[3][0]) for one in sorted(labels, key=lambda one: one["anchor"]))
    assert not meet(name, town)
    [moved] = [float(one["dy"]) for one in labels if one["text"] == country.text]
    assert 0 < abs(moved) <= country.size


def test_a_map_without_places_has_no_names() -> None:
    assert place_labels([], NO_PINS) == ()
